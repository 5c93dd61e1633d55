/**
 * Sources as data: {@link io.tocsin.ingest.source.catalogue.SourceConfig} is one, {@link
 * io.tocsin.ingest.source.catalogue.SourceFile} reads lists of them, those of a user and the one that comes with Tocsin,
 * and {@link io.tocsin.ingest.source.catalogue.Opml} exchanges them with other readers of feeds.
 */
@NullMarked
package io.tocsin.ingest.source.catalogue;

import org.jspecify.annotations.NullMarked;
