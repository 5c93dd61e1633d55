package io.tocsin.ingest.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as they stand in feeds and pages: RFC 3339 and the other forms of ISO 8601, RFC 822 and 2822 with their
 * usual errors, {@code asctime}, seconds since 1970, and dates written out in some thirty languages. A time without a
 * zone is taken for UTC; a date without a time is its midnight.
 */
public final class WrittenDate {
    private static final int LONGEST = 120;

    private static final Pattern ISO = Pattern.compile(
            "(?<year>\\d{4})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?"
                    + "|(?<monthb>\\d{2})(?<dayb>\\d{2})|-(?<ordinal>\\d{3}))?"
                    + "(?:[Tt_\\s,]+(?:at\\s+)?(?<hour>\\d{1,2}):?(?<minute>\\d{2})"
                    + "(?::?(?<second>\\d{2})(?:[.,:](?<fraction>\\d{1,9})\\d*)?)?)?"
                    + "\\s*(?<zone>[A-Za-z]{1,5}|(?:[A-Z]{3})?[+\\-\u2212]\\d{1,2}(?::?\\d{2})?(?::\\d{2})?)?(?:\\[[^\\]]*\\])?");

    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:])(\\d{1,2})(?:[:.]|\u6642|\u65f6|\uc2dc ?)(\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?(?![\\d])");
    private static final Pattern ZONE =
            Pattern.compile("(?:(?:GMT|UTC)?([+\\-\u2212]\\d{1,2}):?(\\d{2})?)\\s*(?:\\([^)]*\\))?$");
    private static final Pattern CJK =
            Pattern.compile("(\\d{4})\\s*[\u5e74\ub144]\\s*(\\d{1,2})\\s*[\u6708\uc6d4]\\s*(\\d{1,2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})[./](\\d{1,2})[./](\\d{1,2})(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<!\\d)(\\d{1,2})([./-])\\s?(\\d{1,2})[./-]\\s?(\\d{4})(?!\\d)");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");

    /** Offsets from UTC in hours, of the zones of RFC 822 and of those that feeds use besides. */
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("UT", 0.0),
            Map.entry("UTC", 0.0),
            Map.entry("GMT", 0.0),
            Map.entry("Z", 0.0),
            Map.entry("WET", 0.0),
            Map.entry("EST", -5.0),
            Map.entry("EDT", -4.0),
            Map.entry("ET", -5.0),
            Map.entry("CST", -6.0),
            Map.entry("CDT", -5.0),
            Map.entry("CT", -6.0),
            Map.entry("MST", -7.0),
            Map.entry("MDT", -6.0),
            Map.entry("MT", -7.0),
            Map.entry("PST", -8.0),
            Map.entry("PDT", -7.0),
            Map.entry("PT", -8.0),
            Map.entry("AKST", -9.0),
            Map.entry("AKDT", -8.0),
            Map.entry("HST", -10.0),
            Map.entry("AST", -4.0),
            Map.entry("ADT", -3.0),
            Map.entry("BST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("MEZ", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("MESZ", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("MSK", 3.0),
            Map.entry("WIB", 7.0),
            Map.entry("SGT", 8.0),
            Map.entry("HKT", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("NZST", 12.0),
            Map.entry("NZDT", 13.0));

    private WrittenDate() {}

    /** The moment that a text names, or null when it names none. */
    public static @Nullable Instant read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = written.strip().replaceAll("[\\s\\p{Z}]+", " ");
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            if (EPOCH.matcher(text).matches()) {
                long number = Long.parseLong(text);
                return text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            Matcher iso = ISO.matcher(text);
            Instant found = iso.matches() ? iso(iso) : null;
            return found != null ? found : prose(text);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant iso(Matcher iso) {
        int year = number(iso.group("year"), 0);
        if (iso.group("ordinal") != null) {
            return moment(LocalDate.ofYearDay(year, number(iso.group("ordinal"), 1)), iso);
        }
        int month = number(iso.group("month") == null ? iso.group("monthb") : iso.group("month"), 1);
        int day = number(iso.group("day") == null ? iso.group("dayb") : iso.group("day"), 1);
        return moment(LocalDate.of(year, month, day), iso);
    }

    private static @Nullable Instant moment(LocalDate date, Matcher iso) {
        String fraction = iso.group("fraction");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        ZoneOffset zone = iso.group("zone") == null ? ZoneOffset.UTC : zone(iso.group("zone"));
        return zone == null
                ? null
                : moment(
                        date,
                        number(iso.group("hour"), 0),
                        number(iso.group("minute"), 0),
                        number(iso.group("second"), 0),
                        nanos,
                        zone);
    }

    /** Hour 24 is the next midnight; a leap second is the second before. */
    private static Instant moment(LocalDate date, int hour, int minute, int second, int nanos, ZoneOffset zone) {
        LocalDate day = hour == 24 ? date.plusDays(1) : date;
        return LocalDateTime.of(day, java.time.LocalTime.of(hour % 24, minute, Math.min(second, 59), nanos))
                .toInstant(zone);
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static @Nullable ZoneOffset zone(String written) {
        String text = written.toUpperCase(Locale.ROOT).replace('\u2212', '-').replaceFirst("^(GMT|UTC)(?=[+-])", "");
        Double hours = ZONES.get(text);
        if (hours != null) {
            return ZoneOffset.ofTotalSeconds((int) (hours * 3600));
        }
        Matcher offset =
                Pattern.compile("([+-])(\\d{1,2})(?::?(\\d{2}))?(?::\\d{2})?").matcher(text);
        if (offset.matches()) {
            int minutes = number(offset.group(2), 0) * 60 + number(offset.group(3), 0);
            return minutes > 18 * 60 ? null : ZoneOffset.ofTotalSeconds((text.startsWith("-") ? -60 : 60) * minutes);
        }
        return text.length() == 1 ? ZoneOffset.UTC : null;
    }

    /** Any order: what has colons is the time, what is a month's name is the month, four digits are the year. */
    private static @Nullable Instant prose(String text) {
        Matcher clock = CLOCK.matcher(text);
        int hour = 0;
        int minute = 0;
        int second = 0;
        String rest = text;
        ZoneOffset zone = ZoneOffset.UTC;
        if (clock.find()
                && (clock.group().contains(":") || !NUMERIC.matcher(text).find() || clock.find(dateEnd(text)))) {
            hour = number(clock.group(1), 0);
            minute = number(clock.group(2), 0);
            second = number(clock.group(3), 0);
            if (clock.group(4) != null) {
                hour = hour % 12 + (clock.group(4).equalsIgnoreCase("p") ? 12 : 0);
            }
            zone = zoneAfter(text.substring(clock.end()).strip());
            rest = text.substring(0, clock.start()) + " " + text.substring(clock.end());
        }
        LocalDate date = date(rest);
        return date == null || hour > 24 || minute > 59 ? null : moment(date, hour, minute, second, 0, zone);
    }

    private static int dateEnd(String text) {
        Matcher numeric = NUMERIC.matcher(text);
        return numeric.find() ? numeric.end() : 0;
    }

    private static ZoneOffset zoneAfter(String tail) {
        Matcher offset = ZONE.matcher(tail);
        if (offset.find()) {
            ZoneOffset zone = zone(offset.group(1) + (offset.group(2) == null ? "" : offset.group(2)));
            return zone == null ? ZoneOffset.UTC : zone;
        }
        Matcher word = WORD.matcher(tail);
        while (word.find()) {
            ZoneOffset zone =
                    word.group().equals(word.group().toUpperCase(Locale.ROOT)) && ZONES.containsKey(word.group())
                            ? zone(word.group())
                            : null;
            if (zone != null) {
                return zone;
            }
        }
        return ZoneOffset.UTC;
    }

    private static @Nullable LocalDate date(String text) {
        Matcher cjk = CJK.matcher(text);
        if (cjk.find()) {
            return LocalDate.of(number(cjk.group(1), 0), number(cjk.group(2), 1), number(cjk.group(3), 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.find()) {
            return LocalDate.of(
                    number(yearFirst.group(1), 0), number(yearFirst.group(2), 1), number(yearFirst.group(3), 1));
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.find()) {
            int first = number(numeric.group(1), 1);
            int middle = number(numeric.group(3), 1);
            boolean monthFirst = middle > 12 || (numeric.group(2).equals("/") && first <= 12 && middle > 12);
            return LocalDate.of(number(numeric.group(4), 0), monthFirst ? first : middle, monthFirst ? middle : first);
        }
        return written(text);
    }

    private static @Nullable LocalDate written(String text) {
        int month = 0;
        Matcher word = WORD.matcher(text);
        while (word.find() && month == 0) {
            month = MonthNames.month(word.group());
        }
        if (month == 0) {
            return null;
        }
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group());
        }
        int year = -1;
        int day = -1;
        for (String digits : numbers) {
            if (digits.length() == 4 && year < 0) {
                year = Integer.parseInt(digits);
            } else if (digits.length() <= 2 && day < 0) {
                day = Integer.parseInt(digits);
            } else if (digits.length() <= 2 && year < 0) {
                year = century(Integer.parseInt(digits));
            }
        }
        return year < 0 || day < 1 ? null : LocalDate.of(year, month, day);
    }

    /** Two digits as RFC 2822, section 4.3, reads them, with the bound that news needs. */
    private static int century(int twoDigits) {
        return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
    }
}
