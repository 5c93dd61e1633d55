package io.tocsin.stream.topology;

import io.tocsin.stream.signal.KnownDays;
import io.tocsin.stream.story.Former;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.story.StoryIndex.Part;
import org.jspecify.annotations.Nullable;

/**
 * An article in its story.
 *
 * @param part what it is there; one that was taken back counts nowhere
 * @param former the version that it takes the place of; null for a first one
 * @param knownDays on which days any news came, as of this article
 */
record PlacedArticle(
        StoryCandidate article,
        String storyId,
        Part part,
        @Nullable Former former,
        KnownDays knownDays) {}
