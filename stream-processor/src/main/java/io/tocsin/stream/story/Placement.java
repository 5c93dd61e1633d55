package io.tocsin.stream.story;

/** Where an article belongs. */
public sealed interface Placement {

    /** Nothing like it was seen: it begins a story. */
    record NewStory() implements Placement {}

    /**
     * It repeats an article of a story.
     *
     * @param of the article that it repeats
     * @param overlap how much of the shorter text stands in the longer, 0 to 1
     */
    record CopyOf(String storyId, String of, double overlap) implements Placement {}

    /** The same article, under the same id, was placed before. */
    record Repeated(String storyId) implements Placement {}
}
