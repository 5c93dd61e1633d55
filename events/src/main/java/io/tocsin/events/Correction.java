package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was counted and has turned out otherwise.
 *
 * @param articleId the article that has been corrected
 * @param storyId the story that it counted in
 * @param kind what has become of it
 * @param into the story that its story is now a part of; null unless {@link Kind#MERGED}
 * @param title what the article is called now, of one that was taken back without a title what it was called; null when
 *     nobody said, as on records of earlier versions
 * @param source id of the article's source; null likewise
 * @param at when the new version was seen; null likewise
 */
public record Correction(
        String articleId,
        String storyId,
        Kind kind,
        @Nullable String into,
        @Nullable String title,
        @Nullable String source,
        @Nullable Instant at) {

    /** One of which no more is known than what became of it. */
    public Correction(String articleId, String storyId, Kind kind, @Nullable String into) {
        this(articleId, storyId, kind, into, null, null, null);
    }

    /** What has become of an article. */
    public enum Kind {
        /** The source has published a new version, which says much the same: it still counts. */
        @JsonProperty("amended")
        AMENDED,
        /** The source has taken it back, or its new version is about something else: its story counts no more. */
        @JsonProperty("retracted")
        RETRACTED,
        /** Its story is the same as another one: the two count once. */
        @JsonProperty("merged")
        MERGED;

        /** Whether the story counts no more. */
        public boolean takesAway() {
            return this != AMENDED;
        }
    }
}
