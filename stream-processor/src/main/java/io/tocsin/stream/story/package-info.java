/**
 * Count news, not copies. Reports of one event collapse into a {@link io.tocsin.events.Story} before anything is
 * counted; {@code docs/stories.md} tells how.
 *
 * <p>An article's {@link io.tocsin.stream.story.Fingerprint} is a sample of its word shingles, by which copies are
 * found; its {@link io.tocsin.stream.story.ArticleFacts} are what can be compared across words and languages, by which
 * reports are. {@link io.tocsin.stream.story.StoryIndex} answers a {@link io.tocsin.stream.story.Placement}, and {@link
 * io.tocsin.stream.story.StoryTeller} tells the story anew. Everything here is pure: time is an argument, state is in
 * memory and rebuilt by whoever keeps it.
 */
@NullMarked
package io.tocsin.stream.story;

import org.jspecify.annotations.NullMarked;
