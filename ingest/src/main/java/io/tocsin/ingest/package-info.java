/**
 * Ingest: reads the world's news and puts it into {@code articles.raw}.
 *
 * <p>{@link io.tocsin.ingest.IngestConfig} is all that can be configured, {@link io.tocsin.ingest.IngestService} wires the
 * parts. The way of an article is fetch or receive, parse, identify, publish:
 *
 * <ul>
 *   <li>{@link io.tocsin.ingest.source} polls feeds and watches a folder, {@link io.tocsin.ingest.push} answers {@code POST
 *       /articles}, {@link io.tocsin.ingest.archive} reads archives;
 *   <li>{@link io.tocsin.ingest.fetch} does HTTP, {@link io.tocsin.ingest.feed} and {@link io.tocsin.ingest.parse} make
 *       entries and documents of bytes, {@link io.tocsin.ingest.language} says in which language;
 *   <li>{@link io.tocsin.ingest.article} gives them an id, an owner and possible dates;
 *   <li>{@link io.tocsin.ingest.publish} hands them to the broker and loses none.
 * </ul>
 *
 * What cannot be read goes to {@code articles.rejected} with its bytes and the reason. For the stage {@code ingest},
 * in = out + dropped.
 */
@NullMarked
package io.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
