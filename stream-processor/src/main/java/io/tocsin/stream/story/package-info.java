/**
 * Count news, not copies. Reports that repeat one another's text collapse into a {@link io.tocsin.events.Story} before
 * anything is counted.
 *
 * <p>An article's {@link io.tocsin.stream.story.Fingerprint} is a sample of its word shingles. {@link
 * io.tocsin.stream.story.StoryIndex} finds, among the articles of the last days, the one that it resembles most, and
 * answers a {@link io.tocsin.stream.story.Placement}. Everything here is pure: time is an argument, state is in memory
 * and rebuilt by whoever keeps it.
 */
@NullMarked
package io.tocsin.stream.story;

import org.jspecify.annotations.NullMarked;
