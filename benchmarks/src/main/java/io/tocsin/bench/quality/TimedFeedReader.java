package io.tocsin.bench.quality;

import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads a feed on a thread of its own and takes the time. Safe for use by any thread. */
final class TimedFeedReader {
    /** An answer within this time is quick. */
    static final double QUICK_MILLIS = 250;

    private static final int HUNG_AFTER_SECONDS = 10;
    /** A slow answer is asked for again: the machine may have been at something else. */
    private static final int ATTEMPTS = 3;

    private final FeedParser parser;

    TimedFeedReader(FeedParser parser) {
        this.parser = parser;
    }

    /**
     * What comes of a feed, at the first quick attempt or the last.
     *
     * @param contentType may be empty
     * @param url may be empty
     */
    FeedRead read(byte[] bytes, String contentType, String url) {
        FeedRead read = once(bytes, orNull(contentType), orNull(url));
        for (int attempt = 1; attempt < ATTEMPTS && isSlow(read); attempt++) {
            read = once(bytes, orNull(contentType), orNull(url));
        }
        return read;
    }

    private static boolean isSlow(FeedRead read) {
        return read instanceof FeedRead.Answered answered && answered.millis() > QUICK_MILLIS;
    }

    private FeedRead once(byte[] bytes, @Nullable String contentType, @Nullable String url) {
        FutureTask<FeedOutcome> task = new FutureTask<>(() -> parser.parse(bytes, contentType, url));
        Thread thread = new Thread(task, "feed");
        thread.setDaemon(true);
        long begun = System.nanoTime();
        thread.start();
        try {
            FeedOutcome outcome = task.get(HUNG_AFTER_SECONDS, TimeUnit.SECONDS);
            return new FeedRead.Answered(outcome, (System.nanoTime() - begun) / 1e6);
        } catch (ExecutionException e) {
            return new FeedRead.Crashed(e);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new FeedRead.Hung();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FeedRead.Hung();
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
