package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ANPA 1312, the text wire of North American newspapers: two header lines, then lines that begin with a circumflex
 * (keywords, headline, byline), paragraphs that begin with a tab, and a trailer with the date.
 */
final class Anpa implements WireFormat, TextWire.Dialect {
    private static final Pattern HEADER = Pattern.compile("\\A[\\x16\\s]{0,8}\\x01([A-Za-z])(\\d{4})\\x1f");
    private static final Pattern TRAILER = Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2,4})\\s+(\\d{2})(\\d{2})\\s*GMT");
    /** Characters of a service and a number, and of a date. */
    private static final int NUMBER = 5;

    private static final int DAY = 10;

    private static final Pattern SLUG = Pattern.compile("(?i)(?:am-|pm-|bc-|ap-)([\\w.-]+)");

    @Override
    public Format format() {
        return Format.ANPA;
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
        List<String> marked = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String line : message.text().lines().toList()) {
            if (line.startsWith("^")) {
                marked.add(line.replaceAll("^\\^+|[<=\\s^]+$", "").strip());
            } else {
                body.append(line).append('\n');
            }
        }
        marked.removeIf(String::isBlank);
        String moment = moment(message.trailer());
        Matcher slug = SLUG.matcher(message.header());
        String keyword = slug.find() ? slug.group(1) : null;
        WireDraft draft = new WireDraft()
                .id(id(message, message.header().substring(0, NUMBER)))
                .updated(moment)
                .text(TextWire.paragraphs(body.toString()));
        for (int i = 0; i < marked.size(); i++) {
            String line = marked.get(i);
            if (line.matches("(?i)by\\s.*")) {
                draft.byline(line);
            } else if (i > 0
                    || keyword == null
                    || !line.toLowerCase(Locale.ROOT).contains(keyword.toLowerCase(Locale.ROOT))) {
                draft.title(line.matches("(?i)(?:eds|editors?'?s? note).*") ? null : line);
            }
        }
        return draft.title(keyword == null ? null : keyword.replace('-', ' '));
    }

    /** The line of keywords, which opens the text. */
    @Override
    public String slug(TextWire message) {
        String first = message.text().lines().findFirst().orElse("");
        return first.startsWith("^") ? first : "";
    }

    @Override
    public Pattern numbers(TextWire message) {
        return Pattern.compile("(?i)\\b[a-z]\\d{4}\\b");
    }

    /** Numbers begin anew every day. */
    @Override
    public @Nullable String id(TextWire message, String number) {
        String moment = moment(message.trailer());
        return moment == null ? null : number.toLowerCase(Locale.ROOT) + "-" + moment.substring(0, DAY);
    }

    private static @Nullable String moment(String trailer) {
        Matcher end = TRAILER.matcher(trailer);
        if (!end.find()) {
            return null;
        }
        String year = end.group(3).length() == 2 ? "20" + end.group(3) : end.group(3);
        return "%s-%s-%sT%s:%s:00Z".formatted(year, end.group(1), end.group(2), end.group(4), end.group(5));
    }
}
