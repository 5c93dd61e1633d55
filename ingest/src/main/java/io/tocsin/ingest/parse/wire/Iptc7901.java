package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Format;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text wire of IPTC recommendation 7901: a header with service, number, priority, category and length, a line of
 * keywords, the text with its headline first, and a trailer with day, time, month and year.
 */
final class Iptc7901 implements WireFormat {
    private static final Pattern HEADER = Pattern.compile("\\A[\\x16\\s]{0,8}\\x01([A-Za-z]{2,6})(\\d{3,5})[ \\x1f]");
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
        return TextWire.read(file, format(), Iptc7901::draft);
    }

    private static WireDraft draft(TextWire message) {
        String[] header = message.header().split("\\R", 2);
        String text = message.text().strip();
        String[] lines = text.split("\\R", 2);
        String moment = moment(message.trailer());
        Matcher number = Pattern.compile("^[A-Za-z]{2,6}\\d{3,5}").matcher(header[0]);
        WireDraft draft = new WireDraft()
                .id(number.find() ? number.group() + (moment == null ? "" : "-" + moment) : null)
                .updated(moment);
        if (lines.length > 1) {
            draft.title(lines[0].replaceAll("[=\\s]+$", "")).text(TextWire.paragraphs(lines[1]));
        } else {
            draft.title(header.length > 1 ? header[1].replaceAll("[/\\s]+$", "") : null)
                    .text(TextWire.paragraphs(text));
        }
        return draft;
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
