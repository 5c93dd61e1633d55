/**
 * Saved queries: what users search for in every article that comes. {@link io.tocsin.stream.query.QueryFile} reads
 * them, {@link io.tocsin.stream.query.SavedQueries} holds those in force and matches articles. Syntax: {@code
 * docs/queries.md}.
 *
 * <p>A query is parsed into {@link io.tocsin.stream.query.Clause}s by our own grammar: it knows what every operator
 * binds, says at which character it went wrong, and has none of Lucene's syntax that costs more than it finds (fuzzy
 * words, ranges, regular expressions, a wildcard in front). Clauses are compiled for Lucene Monitor, once for each
 * language that the news comes in, because the article's language decides how words are cut and reduced to their stems.
 * There is no field to filter by: a monitor holds the queries of its language only.
 *
 * <p>Words are indexed as they stand and as their stem, at the same place. A word of a query is looked up by its stem, a
 * word with a wildcard among both.
 */
@NullMarked
package io.tocsin.stream.query;

import org.jspecify.annotations.NullMarked;
