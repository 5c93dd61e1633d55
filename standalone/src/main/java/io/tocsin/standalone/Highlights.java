package io.tocsin.standalone;

import io.tocsin.events.Evidence;
import io.tocsin.events.Field;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A text cut into the words that say something and the rest. */
final class Highlights {
    private Highlights() {}

    /** What words say; of two that overlap the earlier one here holds, and of the same kind the one that begins first. */
    enum Kind {
        SUPPRESSED,
        ESCALATION,
        DE_ESCALATION,
        QUERY,
        COUNTRY,
        TOPIC,
        NOTHING
    }

    /**
     * A piece of the text.
     *
     * @param text without the control characters that would act on a terminal
     * @param note for people: the sense of suppressed words; else empty
     */
    record Piece(String text, Kind kind, String note) {}

    private record Span(int start, int end, Kind kind, String note) {}

    /** The pieces of an article's title or text, in order. */
    static List<Piece> of(TaggedArticle article, Field field, String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : spans(article, field, text.length())) {
            add(pieces, text.substring(at, span.start()), Kind.NOTHING, "");
            add(pieces, text.substring(span.start(), span.end()), span.kind(), span.note());
            at = span.end();
        }
        add(pieces, text.substring(at), Kind.NOTHING, "");
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, Kind kind, String note) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(harmless(text), kind, note));
        }
    }

    /** Without what a terminal would obey or a page may not hold. */
    private static String harmless(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean bad = Character.getType(c) == Character.SURROGATE
                    || (Character.isISOControl(c) && c != '\n' && c != '\t');
            if (bad && c != '\r') {
                plain.append('\ufffd');
            } else if (!bad) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    private static Iterable<Span> spans(TaggedArticle article, Field field, int length) {
        List<Span> spans = new ArrayList<>();
        for (TaggedArticle.Match match : article.escalation().matches()) {
            if (match.field() == field) {
                Kind kind = !match.counted()
                        ? Kind.SUPPRESSED
                        : match.quad().escalates() ? Kind.ESCALATION : Kind.DE_ESCALATION;
                spans.add(new Span(match.start(), match.end(), kind, match.counted() ? "" : why(match)));
            }
        }
        article.countries().forEach(country -> add(spans, field, country.evidence(), Kind.COUNTRY));
        article.topics().forEach(topic -> add(spans, field, topic.evidence(), Kind.TOPIC));
        article.queries().forEach(query -> add(spans, field, query.evidence(), Kind.QUERY));
        spans.sort(Comparator.comparing(Span::kind)
                .thenComparingInt(Span::start)
                .thenComparing(Span::end, Comparator.reverseOrder()));
        TreeMap<Integer, Span> shown = new TreeMap<>();
        for (Span span : spans) {
            Map.Entry<Integer, Span> before = shown.lowerEntry(span.end());
            if (span.end() <= length && (before == null || before.getValue().end() <= span.start())) {
                shown.put(span.start(), span);
            }
        }
        return shown.values();
    }

    private static void add(List<Span> spans, Field field, List<Evidence> evidence, Kind kind) {
        for (Evidence words : evidence) {
            if (words.field() == field) {
                spans.add(new Span(words.start(), words.end(), kind, ""));
            }
        }
    }

    /** Why a match does not count. */
    static String why(TaggedArticle.Match match) {
        return match.sense() == Sense.LITERAL ? "repeated" : name(match.sense());
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
