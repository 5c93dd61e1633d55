/**
 * What an article is about, as IPTC Media Topics.
 *
 * <p>{@code topics.tsv} lists the topics in use: qcode, English label (IPTC's), broader topic. Beside it lies one
 * dictionary a language, {@code en.txt}, {@code fr.txt} ..., in sections:
 *
 * <pre>
 * [medtop:16000000 2]        topic and the weight of the terms that follow
 * ceasefire+n              also ceasefires
 * peace plan+n = 3           a weight of its own
 * Apple                    only with a capital; SEC only in capitals
 * frontlin*                  every word that begins so
 * [medtop:20000053,medtop:20000103 3]   two topics
 * [not]                      phrases that are about nothing, and hide the terms inside them
 * war of words
 * </pre>
 *
 * <p>Weights: 1 hints, 2 is typical, 3 says it, 4 leaves no doubt; below 0 speaks against. A longer term hides the
 * shorter ones inside it. What a topic gathers goes to its broader topics too, so that {@code war} implies {@code
 * conflict, war and peace}.
 *
 * <p>{@link io.tocsin.stream.topic.TopicLexicon} compiles the dictionaries and lends their phrases to the one {@link
 * io.tocsin.stream.text.Lexicon}; {@link io.tocsin.stream.topic.TopicResolver} reads the hits. No text is looked at
 * twice.
 */
@NullMarked
package io.tocsin.stream.topic;

import org.jspecify.annotations.NullMarked;
