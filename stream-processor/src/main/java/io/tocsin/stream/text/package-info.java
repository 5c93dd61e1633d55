/**
 * The single pass: an article is cut into tokens once, and one walk over them finds every phrase of every dictionary.
 *
 * <p>{@link io.tocsin.stream.text.Lexicon} is built once from all dictionaries; {@link
 * io.tocsin.stream.text.Lexicon#read} cuts an article into {@link io.tocsin.stream.text.Tokens} and finds the {@link
 * io.tocsin.stream.text.Hits}. What a phrase means is its owner's business (countries, topics, escalation): here it is
 * a number.
 */
@NullMarked
package io.tocsin.stream.text;

import org.jspecify.annotations.NullMarked;
