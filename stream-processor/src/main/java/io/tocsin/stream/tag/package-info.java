/**
 * An article in, its tags out: {@link io.tocsin.stream.tag.Tagger} reads the dictionaries once, and each {@link
 * io.tocsin.stream.tag.Tagger.Session} tags one article after the other on one thread. Language, countries, topics and
 * escalation are resolved, in this order, from one walk over the tokens; the resolvers live in the packages of these
 * names. Pure: the same article gives the same tags.
 */
@NullMarked
package io.tocsin.stream.tag;

import org.jspecify.annotations.NullMarked;
