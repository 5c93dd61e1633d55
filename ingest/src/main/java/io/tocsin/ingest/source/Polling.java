package io.tocsin.ingest.source;

import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.publish.EventPublisher;
import java.util.random.RandomGenerator;

/**
 * What all sources share.
 *
 * @param fetcher of feeds
 * @param pages of teasers
 */
record Polling(
        Fetcher fetcher,
        FeedParser parser,
        EventPublisher publisher,
        FeedMemory memory,
        FullText pages,
        RandomGenerator random) {}
