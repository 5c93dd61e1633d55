package io.tocsin.standalone;

import io.tocsin.events.Evidence;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An article's tags as a table: what it is, its name, how strong, and the words that say so. */
final class TagRows {
    private TagRows() {}

    /** A row; cells may be empty. */
    record Row(String kind, String name, String figure, String words) {}

    static List<Row> of(TaggedArticle article) {
        List<Row> rows = new ArrayList<>();
        String language = article.language();
        rows.add(new Row("language", language == null ? "unknown" : language, "", ""));
        for (TaggedArticle.Country country : article.countries()) {
            rows.add(new Row(
                    "country",
                    country.code(),
                    number("%.2f", country.salience()) + (country.focus() ? " focus" : ""),
                    words(country.evidence())));
        }
        for (TaggedArticle.Topic topic : article.topics()) {
            rows.add(new Row(
                    "topic",
                    topic.code() + " " + topic.name(),
                    number("%.2f", topic.score()),
                    words(topic.evidence())));
        }
        for (TaggedArticle.QueryMatch query : article.queries()) {
            rows.add(new Row(
                    "query",
                    query.id(),
                    "",
                    query.evidence().stream()
                            .map(e -> quoted(e.text()))
                            .distinct()
                            .collect(Collectors.joining(", "))));
        }
        TaggedArticle.Escalation escalation = article.escalation();
        rows.add(new Row(
                "escalation",
                escalation.family() == null
                        ? "none"
                        : Highlights.name(escalation.family()) + ", "
                                + Highlights.name(escalation.family().quad()),
                number("%+.1f", escalation.score()),
                ""));
        for (TaggedArticle.Match match : escalation.matches()) {
            rows.add(new Row(
                    match.counted() ? "  counted" : "  not",
                    Highlights.name(match.family()) + " " + Highlights.name(match.kind()),
                    number("%.1f", match.strength()),
                    quoted(match.text())
                            + (match.sense() == Sense.LITERAL && match.counted()
                                    ? ""
                                    : " (" + Highlights.why(match) + ")")
                            + (match.countries().isEmpty() ? "" : " " + String.join(", ", match.countries()))));
        }
        rows.add(new Row("lexicon", article.lexicon(), "", ""));
        return rows;
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static String words(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> quoted(e.text()) + " (" + e.as() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** In quotes, on one line. */
    private static String quoted(String words) {
        return '"' + words.replaceAll("[\\s\\p{Cntrl}]+", " ") + '"';
    }
}
