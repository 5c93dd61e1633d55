package io.tocsin.stream.topology;

import io.tocsin.stream.signal.KnownDays;
import io.tocsin.stream.story.StoryCandidate;

/**
 * An article in its story.
 *
 * @param copy whether it repeats another's text
 * @param knownDays on which days any news came, as of this article
 */
record PlacedArticle(StoryCandidate article, String storyId, boolean copy, KnownDays knownDays) {}
