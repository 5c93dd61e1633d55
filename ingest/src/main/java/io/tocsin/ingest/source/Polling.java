package io.tocsin.ingest.source;

import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.publish.EventPublisher;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * What all sources share.
 *
 * @param fetcher of feeds
 * @param reading feeds that may be read at the same time: a read feed takes many times its size in memory
 * @param pages of teasers
 */
record Polling(
        Fetcher fetcher,
        FeedParser parser,
        Semaphore reading,
        EventPublisher publisher,
        FeedMemory memory,
        FullText pages,
        SourceMetrics metrics,
        RandomGenerator random) {

    /** As many as there are processors, and one more. */
    static Semaphore seats() {
        return new Semaphore(Runtime.getRuntime().availableProcessors() + 1);
    }

    /** Reads a feed when it is its turn. */
    FeedOutcome read(FetchOutcome.Fetched fetched) {
        reading.acquireUninterruptibly();
        try {
            return parser.parse(fetched.body(), fetched.contentType(), fetched.url());
        } finally {
            reading.release();
        }
    }
}
