package io.tocsin.standalone;

import io.tocsin.events.Evidence;
import io.tocsin.events.Field;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows an article with the words that Tocsin read in it, for people. */
final class ShowTags {
    private static final String RESET = "\u001b[0m";

    /** What a span is, with its colour. */
    private enum Ink {
        COUNTRY("\u001b[34m"),
        TOPIC("\u001b[32m"),
        ESCALATION("\u001b[1;31m"),
        DE_ESCALATION("\u001b[1;36m"),
        SUPPRESSED("\u001b[9;90m");

        private final String colour;

        Ink(String colour) {
            this.colour = colour;
        }
    }

    private record Span(Field field, int start, int end, Ink ink) {}

    private final Surroundings surroundings;
    private final Tagger.Session session;

    ShowTags(Surroundings surroundings, Tagger.Session session) {
        this.surroundings = surroundings;
        this.session = session;
    }

    ExitCode show(List<String> files) throws Exception {
        ExitCode worst = ExitCode.DONE;
        Documents documents = new Documents(surroundings);
        for (String file : files) {
            RawArticle article = documents.article(file);
            if (article == null) {
                worst = ExitCode.INVALID_INPUT;
            } else {
                session.tag(article)
                        .fold(tagged -> print(article, tagged.article()), untaggable -> nothing(file, untaggable));
            }
        }
        return worst;
    }

    private boolean nothing(String file, Tagging.Untaggable untaggable) {
        surroundings.out().println(InputFiles.shown(file) + ": nothing to tag: " + untaggable.details());
        return false;
    }

    private boolean print(RawArticle article, TaggedArticle tagged) {
        PrintStream out = surroundings.out();
        List<Span> spans = spans(tagged);
        out.println(marked(article.title(), Field.TITLE, spans));
        out.println();
        out.println(marked(article.text(), Field.TEXT, spans));
        out.println();
        out.println("language    " + (tagged.language() == null ? "unknown" : tagged.language()));
        for (TaggedArticle.Country country : tagged.countries()) {
            out.printf(
                    Locale.ROOT,
                    "country     %s  %.2f%s  %s%n",
                    country.code(),
                    country.salience(),
                    country.focus() ? " focus" : "      ",
                    words(country.evidence()));
        }
        for (TaggedArticle.Topic topic : tagged.topics()) {
            out.printf(
                    Locale.ROOT,
                    "topic       %s  %.2f  %s  %s%n",
                    topic.code(),
                    topic.score(),
                    topic.name(),
                    words(topic.evidence()));
        }
        TaggedArticle.Escalation escalation = tagged.escalation();
        out.printf(
                Locale.ROOT,
                "escalation  %+.1f  %s%n",
                escalation.score(),
                escalation.family() == null
                        ? "none"
                        : name(escalation.family()) + ", "
                                + name(escalation.family().quad()));
        for (TaggedArticle.Match match : escalation.matches()) {
            out.printf(
                    Locale.ROOT,
                    "  %s %s  %s %.1f  %s%s%s%n",
                    match.counted() ? "+" : "-",
                    name(match.family()),
                    name(match.kind()),
                    match.strength(),
                    '"' + match.text() + '"',
                    match.sense() == Sense.LITERAL ? "" : "  (" + name(match.sense()) + ")",
                    match.countries().isEmpty() ? "" : "  " + String.join(", ", match.countries()));
        }
        out.println("lexicon     " + tagged.lexicon());
        out.println();
        return true;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> '"' + e.text() + "\" (" + e.as() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Span> spans(TaggedArticle tagged) {
        List<Span> spans = new ArrayList<>();
        for (TaggedArticle.Match match : tagged.escalation().matches()) {
            Ink ink = !match.counted() ? Ink.SUPPRESSED : match.quad().escalates() ? Ink.ESCALATION : Ink.DE_ESCALATION;
            spans.add(new Span(match.field(), match.start(), match.end(), ink));
        }
        tagged.countries().forEach(country -> add(spans, country.evidence(), Ink.COUNTRY));
        tagged.topics().forEach(topic -> add(spans, topic.evidence(), Ink.TOPIC));
        spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::ink, Comparator.reverseOrder()));
        return spans;
    }

    private static void add(List<Span> spans, List<Evidence> evidence, Ink ink) {
        evidence.forEach(e -> spans.add(new Span(e.field(), e.start(), e.end(), ink)));
    }

    /** The text with its spans coloured; where two overlap the first one holds. */
    private String marked(String text, Field field, List<Span> spans) {
        if (!surroundings.terminal()) {
            return text;
        }
        StringBuilder marked = new StringBuilder(text.length() * 2);
        int at = 0;
        for (Span span : spans) {
            if (span.field() == field && span.start() >= at && span.end() <= text.length()) {
                marked.append(text, at, span.start())
                        .append(span.ink().colour)
                        .append(text, span.start(), span.end())
                        .append(RESET);
                at = span.end();
            }
        }
        return marked.append(text, at, text.length()).toString();
    }
}
