package io.tocsin.alerts.wording;

import io.tocsin.events.Horizon;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and countries as people read them. */
public final class Amounts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Amounts() {}

    /** To the minute, in UTC. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** A number with its noun: {@code 1 story}, {@code 2.5 stories}. */
    public static String count(double count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    /** Whole as it is, otherwise rounded to what a reader needs. */
    public static String number(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, number < 10 ? "%.2g" : "%.1f", number);
    }

    /** A probability, 0 to 1. */
    public static String probability(double p) {
        return p >= 0.001 ? String.format(Locale.ROOT, "%.3f", p) : String.format(Locale.ROOT, "%.1e", p);
    }

    /** A window's length. */
    public static String horizon(Horizon horizon) {
        return switch (horizon) {
            case HOUR -> "1 h";
            case DAY -> "24 h";
            case WEEK -> "7 days";
        };
    }

    /** A country's English name. */
    public static String country(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
