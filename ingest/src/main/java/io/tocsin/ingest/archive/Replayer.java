package io.tocsin.ingest.archive;

import io.tocsin.events.RawArticle;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.PublishOutcome.Accepted;
import io.tocsin.ingest.publish.PublishOutcome.End;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes archives in the order in which their articles were first seen. The order is full for archives that fit
 * into the window (200,000 articles or 100 million characters, whichever is reached first), and as good as the window
 * allows beyond it. Articles keep what the archive says of when they were first seen. For one run, by one thread.
 */
public final class Replayer {
    private static final int WINDOW_ARTICLES = 200_000;
    private static final long WINDOW_CHARACTERS = 100_000_000;

    /** Articles between two reports of progress. */
    private static final int REPORT_EVERY = 500;

    /** How long it waits before it asks a full publisher again. */
    private static final Duration BREATH = Duration.ofMillis(20);

    /** Longest nap, so that an interruption and the progress are not kept waiting. */
    private static final Duration NAP = Duration.ofMillis(500);

    private final EventPublisher publisher;
    private final ReplaySpeed speed;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Consumer<ReplayProgress> progress;
    private final Consumer<ArchiveLine.Invalid> invalidLines;

    private final PriorityQueue<Waiting> window =
            new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparingLong(Waiting::number));
    private long characters;
    private long read;
    private long invalid;
    private long unordered;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private long handedOver;
    private @Nullable Instant eventTime;
    private @Nullable Instant firstEvent;
    private @Nullable Instant begun;

    /** An article before its turn. */
    private record Waiting(Instant at, long number, RawArticle article) {}

    /** How the replayer waits; tests do not. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * Makes a replayer for one run.
     *
     * @param progress told every few hundred articles, and at the end
     * @param invalidLines told of each line that is no article
     */
    public Replayer(
            EventPublisher publisher,
            ReplaySpeed speed,
            InstantSource clock,
            Sleeper sleeper,
            Consumer<ReplayProgress> progress,
            Consumer<ArchiveLine.Invalid> invalidLines) {
        this.publisher = publisher;
        this.speed = speed;
        this.clock = clock;
        this.sleeper = sleeper;
        this.progress = progress;
        this.invalidLines = invalidLines;
    }

    /** Replays archives as if they were one; returns when the broker has, or has refused, every article. */
    public ReplayProgress replay(List<ArchiveReader> archives) throws IOException, InterruptedException {
        for (ArchiveReader archive : archives) {
            for (ArchiveLine line = archive.next(); line != null; line = archive.next()) {
                take(line);
                while (window.size() > WINDOW_ARTICLES || characters > WINDOW_CHARACTERS) {
                    publishFirst();
                }
            }
        }
        while (!window.isEmpty()) {
            publishFirst();
        }
        while (acknowledged.get() + failed.get() < handedOver) {
            sleeper.sleep(BREATH);
        }
        ReplayProgress end = now();
        progress.accept(end);
        return end;
    }

    private void take(ArchiveLine line) {
        if (line instanceof ArchiveLine.Article article) {
            RawArticle raw = article.article();
            window.add(new Waiting(raw.firstSeenAt(), read++, raw));
            characters += raw.text().length();
        } else if (line instanceof ArchiveLine.Invalid bad) {
            invalid++;
            invalidLines.accept(bad);
        } else {
            throw new IllegalStateException("no such line: " + line);
        }
    }

    private void publishFirst() throws InterruptedException {
        Waiting first = window.remove();
        characters -= first.article.text().length();
        waitFor(first.at);
        PublishOutcome outcome = publisher.publish(first.article);
        while (outcome instanceof PublishOutcome.Full) {
            sleeper.sleep(BREATH);
            outcome = publisher.publish(first.article);
        }
        handedOver++;
        var unused = ((Accepted) outcome).end().thenAccept(end -> (end == End.ACKNOWLEDGED ? acknowledged : failed)
                .incrementAndGet());
        Instant latest = eventTime;
        if (latest != null && first.at.isBefore(latest)) {
            unordered++;
        } else {
            eventTime = first.at;
        }
        if (handedOver % REPORT_EVERY == 0) {
            progress.accept(now());
        }
    }

    private void waitFor(Instant at) throws InterruptedException {
        if (Double.isInfinite(speed.factor())) {
            return;
        }
        Instant start = begun;
        Instant origin = firstEvent;
        if (start == null || origin == null) {
            begun = clock.instant();
            firstEvent = at;
            return;
        }
        Instant due = start.plus(speed.real(Duration.between(origin, at)));
        for (Duration left = Duration.between(clock.instant(), due);
                !left.isNegative() && !left.isZero();
                left = Duration.between(clock.instant(), due)) {
            sleeper.sleep(left.compareTo(NAP) > 0 ? NAP : left);
        }
    }

    private ReplayProgress now() {
        return new ReplayProgress(read, invalid, acknowledged.get(), failed.get(), unordered, eventTime);
    }
}
