/**
 * The single pass: an article is cut into tokens once, and one walk over them finds every phrase of every dictionary.
 *
 * <p>{@link io.tocsin.stream.text.Lexicon} is built once from all dictionaries. It cuts an article into {@link
 * io.tocsin.stream.text.Tokens}, and once its language is known it finds the {@link io.tocsin.stream.text.Hits}, those
 * of each dictionary by themselves. What a phrase means is its owner's business (countries, topics, escalation): here it is
 * a number.
 */
@NullMarked
package io.tocsin.stream.text;

import org.jspecify.annotations.NullMarked;
