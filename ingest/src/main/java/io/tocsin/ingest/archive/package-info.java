/**
 * Archives: JSON Lines, one article a line (the fields of {@link io.tocsin.ingest.article.ArticleJson}), plain or
 * gzipped. {@link io.tocsin.ingest.archive.ArchiveReader} reads them line by line in order, a bad line is a value with
 * its file, its line and the remedy; {@link io.tocsin.ingest.archive.Replayer} publishes them in the order of their
 * time, as fast as they go or at a multiple of their own speed.
 */
@NullMarked
package io.tocsin.ingest.archive;

import org.jspecify.annotations.NullMarked;
