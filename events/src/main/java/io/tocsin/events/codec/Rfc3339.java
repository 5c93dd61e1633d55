package io.tocsin.events.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as they stand in events: RFC 3339, UTC, milliseconds. Every event holds several, so the usual form is written
 * and read digit by digit, which is ten times quicker than {@link DateTimeFormatter}; any other goes by the library.
 */
final class Rfc3339 {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;
    private static final int SECONDS_PER_DAY = 86_400;

    /** Days from 0000-03-01 to 1970-01-01, and the days of 400, 100, 4 years and one. */
    private static final long EPOCH = 719_468;

    private static final int DAYS_400 = 146_097;

    private Rfc3339() {}

    /** A time in the form {@code 2025-06-23T06:10:00.000Z}; what is shorter than a millisecond is cut off. */
    static String write(Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds < YEAR_0 || seconds >= YEAR_10000) {
            return MILLIS.format(time);
        }
        char[] out = FORM.toCharArray();
        date(Math.floorDiv(seconds, (long) SECONDS_PER_DAY), out);
        int second = (int) Math.floorMod(seconds, (long) SECONDS_PER_DAY);
        digits(second / 3600, out, 11, 2);
        digits(second / 60 % 60, out, 14, 2);
        digits(second % 60, out, 17, 2);
        digits(time.getNano() / 1_000_000, out, 20, 3);
        return new String(out);
    }

    /** The civil date of a day since 1970 (Howard Hinnant, chrono-compatible low-level date algorithms). */
    private static void date(long epochDay, char[] out) {
        long shifted = epochDay + EPOCH;
        long era = Math.floorDiv(shifted, (long) DAYS_400);
        int day = (int) (shifted - era * DAYS_400);
        int year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        int ofYear = day - (365 * year + year / 4 - year / 100);
        int month = (5 * ofYear + 2) / 153;
        digits(ofYear - (153 * month + 2) / 5 + 1, out, 8, 2);
        digits(month < 10 ? month + 3 : month - 9, out, 5, 2);
        digits((int) (year + era * 400) + (month < 10 ? 0 : 1), out, 0, 4);
    }

    private static void digits(int value, char[] out, int at, int count) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /**
     * Reads any RFC 3339 time.
     *
     * @throws DateTimeException when it is none
     */
    static Instant read(String text) {
        if (!hasForm(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
            return OffsetDateTime.parse(text).toInstant();
        }
        long seconds = epochDay(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 23) * 1_000_000L);
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            char form = FORM.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** The reverse of {@link #date}. */
    private static long epochDay(int year, int month, int day) {
        long shifted = month > 2 ? year : year - 1L;
        long era = Math.floorDiv(shifted, 400L);
        long ofEra = shifted - era * 400;
        long ofYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * DAYS_400 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - EPOCH;
    }
}
