package io.tocsin.bench.quality;

import io.tocsin.events.Evidence;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.tag.Tagging;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags of a row; an article that cannot be tagged has none. */
record Tags(
        List<TaggedArticle.Country> countries, List<TaggedArticle.Topic> topics, TaggedArticle.Escalation escalation) {

    static Tags of(Tagging tagging) {
        return tagging.fold(
                tagged -> new Tags(
                        tagged.article().countries(),
                        tagged.article().topics(),
                        tagged.article().escalation()),
                untaggable -> new Tags(List.of(), List.of(), TaggedArticle.Escalation.NONE));
    }

    /** Codes of all countries, most salient first. */
    Set<String> countryCodes() {
        return countries.stream().map(TaggedArticle.Country::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Codes of the countries that the article is about, most salient first. */
    Set<String> focusCodes() {
        return countries.stream()
                .filter(TaggedArticle.Country::focus)
                .map(TaggedArticle.Country::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Which way the article points: {@code escalation}, {@code deescalation} or {@code neutral}. */
    String direction() {
        if (escalation.score() > 0) {
            return "escalation";
        }
        return escalation.score() < 0 ? "deescalation" : "neutral";
    }

    /** The quad as written on the wire, or {@code none}. */
    String quad() {
        return escalation.quad() == null ? "none" : escalation.quad().name().toLowerCase(Locale.ROOT);
    }

    /** For people: each country with the words that named it. */
    List<String> countryEvidence() {
        List<String> lines = new ArrayList<>();
        for (TaggedArticle.Country country : countries) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %.2f%s: %s",
                    country.code(),
                    country.salience(),
                    country.focus() ? " focus" : "",
                    spans(country.evidence())));
        }
        return lines;
    }

    /** For people: each topic with its terms. */
    List<String> topicEvidence() {
        List<String> lines = new ArrayList<>();
        for (TaggedArticle.Topic topic : topics) {
            lines.add(String.format(Locale.ROOT, "%s %.2f: %s", topic.name(), topic.score(), spans(topic.evidence())));
        }
        return lines;
    }

    /** For people: the score, and each match with its family and sense. */
    List<String> escalationEvidence() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "score %.1f, %s", escalation.score(), quad()));
        for (TaggedArticle.Match match : escalation.matches()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "'%s' %s %.1f %s%s",
                    match.text(),
                    match.family().name().toLowerCase(Locale.ROOT),
                    match.strength(),
                    match.sense().name().toLowerCase(Locale.ROOT),
                    match.counted() ? "" : ", not counted"));
        }
        return lines;
    }

    private static String spans(List<Evidence> evidence) {
        return evidence.stream()
                .map(span -> "'" + span.text() + "' (" + span.as() + ")")
                .collect(Collectors.joining(", "));
    }
}
