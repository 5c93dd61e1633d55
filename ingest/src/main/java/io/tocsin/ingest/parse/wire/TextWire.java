package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.Charsets;
import io.tocsin.ingest.parse.PlainText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** The last word of the keywords of a message that takes others back. */
    private static final Pattern KILL_SLUG =
            Pattern.compile("(?i)(?:^|[\\s,/_-])(?:kill|kills|killed|annulation|annul\u00e9e?|storno)[<=\\s/]*$");

    /** Or its whole headline, or what stands before a colon or a dash there. */
    private static final Pattern KILL_TITLE = Pattern.compile(
            "(?i)^(?:editors?:?\\s+)?(?:(?:bulletin|mandatory|news|story|advisory)\\s+)?(?:kill\\b[\\s,-]*)+(?:[:=<!\u2013\u2014]|-\\s|$)"
                    + "|^(?:annulation|annul\u00e9e?|storno)\\s*(?:[:=<!\u2013\u2014]|-\\s|$)");

    /** A line that is set in begins a paragraph. */
    private static final Pattern INDENT = Pattern.compile("\\R(?=(?:\\t| {2,}))");

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** How one format writes its messages. */
    interface Dialect {
        /** What the message reports. */
        WireDraft draft(TextWire message);

        /** The line that tells editors what it is about: keywords or a slug. */
        String slug(TextWire message);

        /** Names of messages of this service, as they stand in running text. */
        Pattern numbers(TextWire message);

        /** The id of the message of that name on the day of this one, or null when this one bears no day. */
        @Nullable
        String id(TextWire message, String number);
    }

    /** Reads a file of messages; those that say nothing are left out. */
    static WireReading read(WireFile file, WireReading.Format format, Dialect dialect) {
        List<WireItem> items = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (TextWire message : messages(file.bytes())) {
            WireDraft drafted = dialect.draft(message);
            if (!isKill(dialect.slug(message), drafted.title())) {
                if (!drafted.saysNothing()) {
                    items.add(drafted.build());
                }
            } else if (!items.addAll(killed(message, dialect))) {
                without.add(dialect.slug(message).strip() + " names no message that it takes back");
            }
        }
        if (!items.isEmpty()) {
            return new WireReading.Read(format, "", null, items);
        }
        return without.isEmpty()
                ? new WireReading.Broken(format, "no message with its text between STX and ETX")
                : new WireReading.NotForUse(format, String.join(", ", without));
    }

    private static boolean isKill(String slug, String title) {
        return KILL_SLUG.matcher(slug.strip()).find()
                || KILL_TITLE.matcher(title).find();
    }

    /** One for each message that is named in the text. */
    private static List<WireItem> killed(TextWire message, Dialect dialect) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher number = dialect.numbers(message).matcher(message.text());
        while (number.find()) {
            String id = dialect.id(message, number.group());
            if (id != null) {
                ids.add(id);
            }
        }
        return ids.stream()
                .map(id -> dialect.draft(message).renamed(id).canceled().build())
                .toList();
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
