package io.tocsin.stream.story;

import java.util.Optional;

/** Where an article belongs. */
public sealed interface Placement {

    /** Id of the story that it joins; empty when it begins one. */
    Optional<String> joins();

    /** Nothing like it was seen: it begins a story. */
    record NewStory() implements Placement {
        @Override
        public Optional<String> joins() {
            return Optional.empty();
        }
    }

    /**
     * It repeats an article of a story.
     *
     * @param of the article that it repeats
     * @param overlap how much of the shorter text stands in the longer, 0 to 1
     */
    record CopyOf(String storyId, String of, double overlap) implements Placement {
        @Override
        public Optional<String> joins() {
            return Optional.of(storyId);
        }
    }

    /**
     * It reports what a story is about, in words of its own or with new facts.
     *
     * @param like the article of the story that it is most like
     * @param evidence how much speaks for it, in log odds above the bar; at least 0
     */
    record ReportOf(String storyId, String like, double evidence) implements Placement {
        @Override
        public Optional<String> joins() {
            return Optional.of(storyId);
        }
    }

    /** A later version of an article that is in the story already, or was before it was taken back. */
    record Revised(String storyId) implements Placement {
        @Override
        public Optional<String> joins() {
            return Optional.of(storyId);
        }
    }

    /**
     * Its source takes it back.
     *
     * @param joins id of the story that it was in; empty when it is not remembered
     */
    record TakenBack(Optional<String> joins) implements Placement {}

    /** A later version of an article that is remembered no longer: whether and where that counted is not known. */
    record Forgotten() implements Placement {
        @Override
        public Optional<String> joins() {
            return Optional.empty();
        }
    }

    /** The same article, under the same id, was placed before, in this version or a later one. */
    record Repeated(String storyId) implements Placement {
        @Override
        public Optional<String> joins() {
            return Optional.of(storyId);
        }
    }
}
