/**
 * Feeds: bytes in, entries out. {@link io.tocsin.ingest.feed.FeedParser} reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0,
 * CDF, JSON Feed and news sitemaps, and what {@link io.tocsin.ingest.parse.wire.WireFormats} reads: wires, mail, archives.
 *
 * <p>The XML is read with jsoup's tolerant reader, not with an XML parser: half of what breaks feeds in practice (bare
 * ampersands, named entities, a missing or wrong declaration, control characters, a cut-off end) breaks nothing here, and
 * what makes XML dangerous (DOCTYPE, external and nested entities) is never looked at. {@code FeedElement} gives the
 * elements their usual names, whatever prefix a feed uses.
 */
@NullMarked
package io.tocsin.ingest.feed;

import org.jspecify.annotations.NullMarked;
