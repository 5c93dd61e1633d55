package io.tocsin.stream.tag;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.events.TaggedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A headline and its lead, invented for the trap set, and what a careful editor would say of it.
 *
 * @param trap what may be read wrongly in it
 * @param lookAlike whether it only looks like news of a country, a conflict or a topic
 * @param countries all that must be found; nothing else may be, but for {@code optionalCountries}
 * @param escalation sign of the score; null where editors may differ
 * @param topics qcodes that must be found
 * @param notTopics qcodes that must not be found
 * @param knownMistake what the tagger gets wrong today; null when it gets all right
 */
record TrapRow(
        String id,
        String trap,
        boolean lookAlike,
        String language,
        String title,
        String text,
        List<String> countries,
        List<String> optionalCountries,
        @Nullable Integer escalation,
        List<String> topics,
        List<String> notTopics,
        @Nullable String knownMistake) {

    private static final Instant SEEN = Instant.parse("2026-03-01T08:00:00Z");

    RawArticle article() {
        return new RawArticle(
                id,
                null,
                title,
                text,
                false,
                language,
                new Source("desk.example", "desk.example", null),
                List.of(),
                SEEN,
                null,
                SEEN);
    }

    /** What the tags get wrong; empty when an editor would agree with them. */
    List<String> mistakes(TaggedArticle tagged) {
        List<String> mistakes = new ArrayList<>();
        Set<String> found = tagged.countries().stream()
                .map(TaggedArticle.Country::code)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String country : countries) {
            if (!found.remove(country)) {
                mistakes.add("misses " + country);
            }
        }
        optionalCountries.forEach(found::remove);
        found.forEach(country -> mistakes.add("finds " + country));
        int sign = (int) Math.signum(tagged.escalation().score());
        if (escalation != null && sign != escalation) {
            mistakes.add("escalation " + sign + ", not " + escalation);
        }
        Set<String> about =
                tagged.topics().stream().map(TaggedArticle.Topic::code).collect(Collectors.toSet());
        for (String topic : topics) {
            if (!about.contains(topic)) {
                mistakes.add("lacks " + topic);
            }
        }
        for (String topic : notTopics) {
            if (about.contains(topic)) {
                mistakes.add("has " + topic);
            }
        }
        return mistakes;
    }

    TrapRow withKnownMistake(@Nullable String mistake) {
        return new TrapRow(
                id,
                trap,
                lookAlike,
                language,
                title,
                text,
                countries,
                optionalCountries,
                escalation,
                topics,
                notTopics,
                mistake);
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
