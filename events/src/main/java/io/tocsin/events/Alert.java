package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bell. Topic {@code alerts.v1}, key: {@link #id}; each change of the same alert has the same id and the next
 * sequence.
 *
 * @param kind always {@value #KIND}, whatever it is made from: it tells alerts from decisions in a file of both
 * @param sequence 1 for {@code opened}, then growing by one
 * @param at when this change was decided
 * @param level one of the rule's own level names
 * @param headline at most {@value #MAX_HEADLINE} characters, built from the evidence, naming its source
 * @param openedAt when it opened
 * @param closedAt when it ended; null while it is open
 * @param incident id of the incident: alerts that rest on the same stories share it; null on records from before there
 *     were any
 * @param notice how loudly this change is told; null likewise, which is a page
 * @param corrections what has turned out otherwise, of an {@code amended} or {@code withdrawn} alert; else empty
 */
public record Alert(
        @JsonSetter(nulls = Nulls.SET) String kind,
        String id,
        int sequence,
        Change change,
        Instant at,
        String rule,
        String level,
        String headline,
        List<String> countries,
        List<String> topics,
        Instant openedAt,
        @Nullable Instant closedAt,
        Arithmetic arithmetic,
        List<EvidenceArticle> evidence,
        List<String> stories,
        String lexicon,
        String ruleVersion,
        @Nullable String incident,
        @Nullable Notice notice,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Correction> corrections) {

    /** Longest headline, in characters. */
    public static final int MAX_HEADLINE = 100;

    /** The value of {@link #kind}. */
    public static final String KIND = "alert";

    public Alert {
        kind = KIND;
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        evidence = List.copyOf(evidence);
        stories = List.copyOf(stories);
        corrections = List.copyOf(corrections);
    }

    /** The same, as a part of an incident. */
    public Alert in(String incidentId, Notice how) {
        return new Alert(
                kind,
                id,
                sequence,
                change,
                at,
                rule,
                level,
                headline,
                countries,
                topics,
                openedAt,
                closedAt,
                arithmetic,
                evidence,
                stories,
                lexicon,
                ruleVersion,
                incidentId,
                how,
                corrections);
    }

    /** Whether somebody should look now. */
    public boolean pages() {
        return notice != Notice.UPDATE;
    }
}
