package io.tocsin.stream.tag;

import io.tocsin.events.Exclusion;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.story.StoryCandidate;
import java.time.Instant;
import java.util.function.Function;

/** What came of tagging an article. */
public sealed interface Tagging {

    /** Does the one or the other. */
    <T> T fold(Function<Tagged, T> onTagged, Function<Untaggable, T> onUntaggable);

    /**
     * It has tags, perhaps none of a kind.
     *
     * @param candidate what stories and signals need of it
     */
    record Tagged(TaggedArticle article, StoryCandidate candidate) implements Tagging {
        @Override
        public <T> T fold(Function<Tagged, T> onTagged, Function<Untaggable, T> onUntaggable) {
            return onTagged.apply(this);
        }
    }

    /** It cannot be tagged. */
    record Untaggable(Exclusion.Reason reason, String details) implements Tagging {
        @Override
        public <T> T fold(Function<Tagged, T> onTagged, Function<Untaggable, T> onUntaggable) {
            return onUntaggable.apply(this);
        }

        public Exclusion exclusion(String articleId, Instant at) {
            return new Exclusion(articleId, Exclusion.Stage.TAG, reason, details, at);
        }
    }
}
