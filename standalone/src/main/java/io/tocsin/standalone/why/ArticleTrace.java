package io.tocsin.standalone.why;

import io.tocsin.events.Alert;
import io.tocsin.events.Exclusion;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Signal;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the topics know of one article.
 *
 * @param raw as it came in; null when it never did or is kept no longer
 * @param rejections why bytes under this id could not be processed
 * @param tagged the latest version that its source stands by; null when it was not tagged or is kept no longer
 * @param exclusions what was left out and why, oldest first
 * @param latest which version came last; null when nobody said
 * @param story the newest form of its story; null when there is none or it is kept no longer
 */
public record ArticleTrace(
        String id,
        @Nullable RawArticle raw,
        List<String> rejections,
        @Nullable TaggedArticle tagged,
        List<Exclusion> exclusions,
        @Nullable Revision latest,
        @Nullable Story story) {

    /** How long after its arrival an article is looked for in decisions and alerts. */
    public static final Duration FOLLOWED = Duration.ofHours(24);

    public ArticleTrace {
        rejections = List.copyOf(rejections);
        exclusions = List.copyOf(exclusions);
    }

    /** A country and a topic. */
    public record Cell(String country, String topic) {
        /** As on the signals topic. */
        public String key() {
            return Signal.key(country, topic);
        }
    }

    /** What an article is in its story. */
    public enum Role {
        NONE,
        FIRST,
        COPY,
        FURTHER,
        TAKEN_BACK
    }

    /** What an article is to an alert. */
    public enum Part {
        EVIDENCE(" This article is among its evidence."),
        STORY(" This article's story is among its stories."),
        NOTHING(" This article is not among its evidence.");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether any topic knows it. */
    public boolean isKnown() {
        return raw != null || tagged != null || !exclusions.isEmpty() || !rejections.isEmpty();
    }

    /** Whether its source has taken it back. */
    public boolean isTakenBack() {
        return latest != null && latest.kind() == Revision.Kind.RETRACTED;
    }

    /** Where it counts, or did until it was taken back: its countries in focus times its topics. Empty when a stage left it out before. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        if (tagged != null && exclusions.stream().noneMatch(ArticleTrace::keepsOut)) {
            for (TaggedArticle.Country country : tagged.countries()) {
                if (country.focus()) {
                    tagged.topics().forEach(topic -> cells.add(new Cell(country.code(), topic.code())));
                }
            }
        }
        return cells;
    }

    private static boolean keepsOut(Exclusion exclusion) {
        return switch (exclusion.reason()) {
            case EMPTY, NO_CELL, ON_PROBATION, TOO_LATE, RETRACTED -> true;
            case REPEATED -> false;
        };
    }

    /** From when on it can have had an effect; null when it was not tagged. */
    public @Nullable Instant arrivedAt() {
        return tagged == null ? null : tagged.firstSeenAt();
    }

    public Role role() {
        if (story == null) {
            return Role.NONE;
        }
        if (isTakenBack()) {
            return Role.TAKEN_BACK;
        }
        if (story.copies().contains(id)) {
            return Role.COPY;
        }
        return story.id().equals("st-" + id) ? Role.FIRST : Role.FURTHER;
    }

    /** Its part in an alert, given the alert's changes. */
    public Part partIn(List<Alert> changes) {
        for (Alert change : changes) {
            if (change.evidence().stream()
                    .anyMatch(article -> article.articleId().equals(id))) {
                return Part.EVIDENCE;
            }
        }
        return story != null
                        && changes.stream().anyMatch(change -> change.stories().contains(story.id()))
                ? Part.STORY
                : Part.NOTHING;
    }
}
