package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Format;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text wire of IPTC recommendation 7901: a header with service, number, priority, category and length, a line of
 * keywords, the text with its headline first, and a trailer with day, time, month and year.
 */
final class Iptc7901 implements WireFormat, TextWire.Dialect {
    private static final Pattern HEADER = Pattern.compile("\\A[\\x16\\s]{0,8}\\x01([A-Za-z]{2,6})(\\d{3,5})[ \\x1f]");
    private static final Pattern NUMBER = Pattern.compile("^([A-Za-z]{2,6})\\d{3,5}");

    /** Characters of a date. */
    private static final int DAY = 10;

    private static final Pattern TRAILER = Pattern.compile(
            "(\\d{2})(\\d{2})(\\d{2})\\s*(?:GMT|UTC|Z)?\\s*([A-Za-z]{3})[A-Za-z]*\\s*(\\d{4}|\\d{2})(?!\\d)");

    @Override
    public Format format() {
        return Format.IPTC_7901;
    }

    @Override
    public boolean recognises(WireFile file) {
        return HEADER.matcher(file.head()).find();
    }

    @Override
    public WireReading read(WireFile file) {
        return TextWire.read(file, format(), this);
    }

    @Override
    public WireDraft draft(TextWire message) {
        String[] header = message.header().split("\\R", 2);
        String text = message.text().strip();
        String[] lines = text.split("\\R", 2);
        String moment = moment(message.trailer());
        Matcher number = NUMBER.matcher(header[0]);
        WireDraft draft = new WireDraft()
                .id(number.find() ? id(message, number.group()) : null)
                .updated(moment);
        if (lines.length > 1) {
            draft.title(lines[0].replaceAll("[=\\s]+$", "")).text(TextWire.paragraphs(lines[1]));
        } else {
            draft.title(header.length > 1 ? header[1].replaceAll("[/\\s]+$", "") : null)
                    .text(TextWire.paragraphs(text));
        }
        return draft;
    }

    @Override
    public String slug(TextWire message) {
        String[] header = message.header().strip().split("\\R", 2);
        return header.length > 1 ? header[1] : "";
    }

    @Override
    public Pattern numbers(TextWire message) {
        Matcher number = NUMBER.matcher(message.header());
        String service = number.find() ? number.group(1) : "none";
        return Pattern.compile("(?i)\\b" + service + "[ -]?\\d{3,5}\\b");
    }

    /** Numbers begin anew every day. */
    @Override
    public @Nullable String id(TextWire message, String number) {
        String moment = moment(message.trailer());
        return moment == null
                ? null
                : number.replaceAll("[ -]", "").toLowerCase(Locale.ROOT) + "-" + moment.substring(0, DAY);
    }

    /** Day and time alone say nothing: the month is needed. */
    private static @Nullable String moment(String trailer) {
        Matcher end = TRAILER.matcher(trailer);
        if (!end.find() || TextWire.month(end.group(4)) == 0) {
            return null;
        }
        String year = end.group(5).length() == 2 ? "20" + end.group(5) : end.group(5);
        return "%s-%02d-%sT%s:%s:00Z"
                .formatted(year, TextWire.month(end.group(4)), end.group(1), end.group(2), end.group(3));
    }
}
