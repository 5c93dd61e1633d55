package io.tocsin.standalone;

import io.tocsin.ingest.archive.ArchiveReader;
import io.tocsin.ingest.archive.ReplaySpeed;
import io.tocsin.runtime.ExitCode;
import io.tocsin.standalone.Wiring.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Publishes archived articles in event time.",
        footer = {
            "",
            "Examples:",
            "  tocsin replay archive.jsonl                       through all stages on an embedded broker, then ends",
            "  tocsin replay --speed 3600x archive.jsonl         an hour a second",
            "  tocsin replay -b kafka:9092 archive.jsonl         into a Kafka cluster, where others process it",
            "",
            "Without --bootstrap-servers the processing clock is the articles' own, so alerts open and close as they",
            "would have then. In a cluster that is live an old article is a back-fill: it is counted and pages nobody."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--speed", paramLabel = "SPEED", description = "max, or a factor such as 60x (default: max).")
    private String speed = "max";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Archives as for 'tag --jsonl'; - is standard input.")
    private List<String> files = List.of();

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        ReplaySpeed factor = ReplaySpeed.parse(speed);
        if (factor == null) {
            throw new InvalidInput("--speed " + speed + ": write max, or a factor such as 60x");
        }
        List<ArchiveReader> archives = Replay.open(surroundings, files);
        Path temporary = Files.createTempDirectory("tocsin-replay");
        try {
            TocsinConfig config = options.read(surroundings, temporary);
            return replay(config, archives, factor).code();
        } finally {
            DeleteFolder.at(temporary);
        }
    }

    private ExitCode replay(TocsinConfig config, List<ArchiveReader> archives, ReplaySpeed factor) throws Exception {
        boolean embedded = config.kafka() == null;
        RunningProcess process = new RunningProcess(surroundings);
        try (Wiring wiring = new Wiring(
                        embedded ? config.replaying() : config.withoutSources(),
                        embedded ? Wiring.ALL : EnumSet.of(Role.INGEST),
                        surroundings);
                Progress bar =
                        new Progress(surroundings.err(), surroundings.terminal(), surroundings.clock(), "articles")) {
            process.closeWhenInterrupted(wiring);
            if (!process.start(wiring)) {
                return ExitCode.INTERRUPTED;
            }
            Replay replay = new Replay(surroundings, wiring);
            Instant begun = surroundings.clock().instant();
            Replay.Result result = replay.publish(archives, factor, bar);
            bar.clear();
            String took = embedded ? stages(replay, begun) : "published in " + seconds(begun);
            if (took.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            surroundings
                    .out()
                    .printf(
                            "%n%d articles %s, %d lines were no articles%n%n",
                            result.progress().acknowledged(),
                            took,
                            result.progress().invalid());
            Accounting accounting = Accounting.of(wiring.metrics());
            accounting.print(surroundings.out());
            return accounting.lost() > 0 ? ExitCode.FAILED : result.code();
        }
    }

    /** How long the stages took; empty when the process was interrupted. */
    private String stages(Replay replay, Instant begun) throws InterruptedException, ExecutionException {
        if (!replay.awaitSignals()) {
            return "";
        }
        String toSignals = seconds(begun);
        return replay.awaitAllStages()
                ? "to signals in " + toSignals + ", through all stages in " + seconds(begun)
                : "";
    }

    private String seconds(Instant begun) {
        return String.format(
                Locale.ROOT,
                "%.1f s",
                Duration.between(begun, surroundings.clock().instant()).toMillis() / 1000.0);
    }
}
