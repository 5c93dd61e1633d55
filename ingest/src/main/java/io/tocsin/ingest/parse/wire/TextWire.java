package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.Charsets;
import io.tocsin.ingest.parse.PlainText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of a text wire, cut at the control characters of ISO 646: SOH, header, STX, text, ETX, trailer.
 *
 * @param header without SOH
 * @param text without STX and ETX
 * @param trailer what follows ETX
 */
record TextWire(String header, String text, String trailer) {
    private static final Charset USUAL = Charset.forName("windows-1252");

    /** A line that is set in begins a paragraph. */
    private static final Pattern INDENT = Pattern.compile("\\R(?=(?:\\t| {2,}))");

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** Reads a file of messages, each drafted as its format says; those that say nothing are left out. */
    static WireReading read(WireFile file, WireReading.Format format, Function<TextWire, WireDraft> draft) {
        List<WireItem> items = new ArrayList<>();
        for (TextWire message : messages(file.bytes())) {
            WireDraft drafted = draft.apply(message);
            if (!drafted.saysNothing()) {
                items.add(drafted.build());
            }
        }
        return items.isEmpty()
                ? new WireReading.Broken(format, "no message with its text between STX and ETX")
                : new WireReading.Read(format, "", null, items);
    }

    /** The whole messages of a file; those without their end are left out. */
    private static List<TextWire> messages(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        List<TextWire> messages = new ArrayList<>();
        for (int start = raw.indexOf(1); start >= 0; start = raw.indexOf(1, start + 1)) {
            int next = raw.indexOf(1, start + 1);
            int end = next < 0 ? raw.length() : next;
            int text = raw.indexOf(2, start);
            int after = text < 0 ? -1 : raw.indexOf(3, text);
            if (text > 0 && after > 0 && after < end) {
                messages.add(new TextWire(
                        decoded(raw.substring(start + 1, text)),
                        decoded(raw.substring(text + 1, after)),
                        decoded(raw.substring(after + 1, end))));
            }
        }
        return messages;
    }

    private static String decoded(String raw) {
        return Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), USUAL);
    }

    /** Lines that were broken to fit a page become paragraphs again. */
    static String paragraphs(String lines) {
        return PlainText.tidy(INDENT.matcher(lines).replaceAll("\n\n"));
    }

    /** The number of a month by its English name, or 0. */
    static int month(@Nullable String name) {
        return name == null ? 0 : MONTHS.indexOf(name.toUpperCase(Locale.ROOT)) + 1;
    }
}
