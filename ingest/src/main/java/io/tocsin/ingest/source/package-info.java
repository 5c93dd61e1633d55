/**
 * Where articles come from by themselves: feeds that are polled and a folder that is watched.
 *
 * <p>{@link io.tocsin.ingest.source.FeedPoller} keeps one {@link io.tocsin.ingest.source.FeedSource} for each configured
 * feed; a source knows what it published, when it is due and how it is doing, and one that fails, hangs or throws delays
 * no other. {@link io.tocsin.ingest.source.WatchedFolder} takes files that are complete, and leaves each either in {@code
 * done} or, with the reason beside it, in {@code rejected}. Both hand over to the publisher and take nothing as published
 * before the broker has it.
 */
@NullMarked
package io.tocsin.ingest.source;

import org.jspecify.annotations.NullMarked;
