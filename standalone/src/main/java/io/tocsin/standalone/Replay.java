package io.tocsin.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.AlertService;
import io.tocsin.ingest.IngestService;
import io.tocsin.ingest.archive.ArchiveLine;
import io.tocsin.ingest.archive.ArchiveReader;
import io.tocsin.ingest.archive.ReplayProgress;
import io.tocsin.ingest.archive.ReplaySpeed;
import io.tocsin.ingest.archive.Replayer;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.topology.NewsService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes archives into a started process and waits until every stage has had them. */
final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final Duration ALL_STAGES_WITHIN = Duration.ofMinutes(60);
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(20);
    private static final long LOOK_MS = 50;

    private final Surroundings surroundings;
    private final Wiring wiring;

    Replay(Surroundings surroundings, Wiring wiring) {
        this.surroundings = surroundings;
        this.wiring = wiring;
    }

    /** What came of it: the progress at the end, and whether a line was no article. */
    record Result(ReplayProgress progress, ExitCode code) {}

    /** Publishes all; returns when the broker has everything, or the process is interrupted. */
    Result publish(List<ArchiveReader> archives, ReplaySpeed speed, Progress bar) throws Exception {
        IngestService ingest = Objects.requireNonNull(wiring.ingest());
        Replayer replayer = new Replayer(
                ingest.publisher(),
                speed,
                surroundings.clock(),
                this::sleep,
                at -> bar.at(
                        at.acknowledged(),
                        0,
                        at.eventTime() == null
                                ? ""
                                : String.valueOf(at.eventTime()).substring(0, 10)),
                this::tell);
        ReplayProgress end = replayer.replay(archives);
        ExitCode code = end.failed() > 0 ? ExitCode.FAILED : end.invalid() > 0 ? ExitCode.INVALID_INPUT : ExitCode.DONE;
        return new Result(end, code);
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (surroundings.interrupted().await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("interrupted");
        }
    }

    private void tell(ArchiveLine.Invalid line) {
        surroundings.err().println(line.message());
    }

    /** Waits until everything that can be a signal is one; answers whether it came to that. */
    boolean awaitSignals() throws InterruptedException, ExecutionException {
        return awaitNoLag(NewsService.applicationId(wiring.topics()));
    }

    /** Waits until every stage has had everything; answers whether it came to that. */
    boolean awaitAllStages() throws InterruptedException, ExecutionException {
        if (!awaitNoLag(NewsService.applicationId(wiring.topics()), AlertService.applicationId(wiring.topics()))) {
            return false;
        }
        Instant until = surroundings.clock().instant().plus(DELIVERED_WITHIN);
        while (!isDelivered(wiring.metrics())) {
            if (surroundings.clock().instant().isAfter(until)) {
                LOG.warn("not everything was delivered within {}", DELIVERED_WITHIN);
                return true;
            }
            if (surroundings.interrupted().await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private boolean awaitNoLag(String... groups) throws InterruptedException, ExecutionException {
        return Lag.awaitNone(wiring.kafka(), List.of(groups), ALL_STAGES_WITHIN, surroundings.interrupted());
    }

    private static boolean isDelivered(MeterRegistry metrics) {
        Accounting accounting = Accounting.of(metrics);
        return accounting.stage("deliver").in() >= accounting.stage("lifecycle").out()
                && accounting.stage("deliver").lost() == 0;
    }

    /** Opens archives as command lines name them. */
    static List<ArchiveReader> open(Surroundings surroundings, List<String> files) throws IOException {
        InputFiles input = new InputFiles(surroundings);
        List<ArchiveReader> readers = new java.util.ArrayList<>();
        for (String file : files) {
            readers.add(input.archive(file));
        }
        return readers;
    }
}
