package io.tocsin.standalone;

import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.ExitCode;
import io.tocsin.standalone.Wiring.Role;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process from its start until it is asked to stop. */
final class RunningProcess {
    private static final long LOOK_MS = 50;

    private final Surroundings surroundings;

    RunningProcess(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs until Ctrl-C. */
    ExitCode untilInterrupted(TocsinConfig config, Set<Role> roles) throws Exception {
        try (Wiring wiring = new Wiring(config, roles, surroundings)) {
            Thread closer = closeWhenInterrupted(wiring);
            if (start(wiring)) {
                tellWhere(wiring);
                surroundings.interrupted().await();
            }
            closer.join(TimeUnit.SECONDS.toMillis(15));
            surroundings.err().println("stopped");
        }
        return ExitCode.INTERRUPTED;
    }

    /** Ctrl-C must also end a start that waits for a broker. */
    Thread closeWhenInterrupted(Wiring wiring) {
        Thread closer = new Thread(
                () -> {
                    try {
                        surroundings.interrupted().await();
                        surroundings.err().println("stopping ...");
                        wiring.close();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "closer");
        closer.setDaemon(true);
        closer.start();
        return closer;
    }

    /** Starts and waits until everything is ready; answers whether it came to that. */
    boolean start(Wiring wiring) throws Exception {
        Instant begun = surroundings.clock().instant();
        try {
            wiring.start();
            while (wiring.check().values().stream().anyMatch(check -> check.status() != CheckResult.Status.OK)) {
                if (surroundings.interrupted().await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        } catch (Exception e) {
            if (surroundings.interrupted().getCount() == 0) {
                return false;
            }
            throw e;
        }
        Duration took = Duration.between(begun, surroundings.clock().instant());
        surroundings.err().printf("ready after %.1f s%n", took.toMillis() / 1000.0);
        return true;
    }

    /** Says where everything is. */
    void tellWhere(Wiring wiring) {
        PrintStream err = surroundings.err();
        String web = wiring.web().address();
        err.println("  kafka    " + wiring.kafka().bootstrapServers() + "  (topics "
                + wiring.topics().prefix() + "*)");
        err.println("  metrics  " + web + "/metrics");
        err.println("  health   " + web + "/health/ready  " + web + "/health/live");
        if (wiring.alert() != null) {
            err.println("  alerts   " + web + "/alerts.atom  " + web + "/alerts.json");
        }
        if (wiring.ingest() != null) {
            err.println("  push     POST " + web + "/articles");
        }
        err.println("  Ctrl-C stops it");
    }
}
