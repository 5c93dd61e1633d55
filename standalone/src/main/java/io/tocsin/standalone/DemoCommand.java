package io.tocsin.standalone;

import io.tocsin.ingest.archive.ReplaySpeed;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tocsin demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Replays the bundled sample, five weeks of invented news, through all stages in this one process,",
            "and shows the alerts as they open, rise and close."
        },
        footer = {
            "",
            "Examples:",
            "  tocsin demo                     then look at http://127.0.0.1:8080/alerts.atom; Ctrl-C stops it",
            "  tocsin demo --exit-when-done    ends with code 0 after the last article",
            "  tocsin demo --fresh             from the beginning",
            "",
            "A demo that was stopped goes on where it was."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Path DATA = Path.of("data", "demo");

    private final Surroundings surroundings;

    @Option(names = "--exit-when-done", description = "Ends after the last article.")
    private boolean exitWhenDone;

    @Option(names = "--fresh", description = "Forgets an earlier demo and begins anew.")
    private boolean fresh;

    @Option(names = "--speed", paramLabel = "SPEED", description = "max, or a factor (default: ${DEFAULT-VALUE}).")
    private String speed = "200000x";

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where data is kept (default: data/demo).")
    private Path data = DATA;

    @Option(names = "--port", paramLabel = "PORT", description = "HTTP port; 0 takes a free one (default: 8080).")
    private int port = 8080;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        ReplaySpeed factor = ReplaySpeed.parse(speed);
        if (factor == null) {
            throw new InvalidInput("--speed " + speed + ": write max, or a factor such as 100000x");
        }
        if (fresh) {
            DeleteFolder.at(data);
        }
        return run(config(), factor).code();
    }

    /** The demo's own settings: nothing of the surroundings can spoil it. */
    private TocsinConfig config() {
        Map<String, String> environment = new HashMap<>();
        environment.put(TocsinConfig.ENVIRONMENT + "HTTP_PORT", Integer.toString(port));
        environment.put(TocsinConfig.ENVIRONMENT + "KAFKA_EMBEDDED_PORT", "0");
        environment.put(
                TocsinConfig.ENVIRONMENT + "ALERTS_CHANNELS_CONSOLE_COLOURS",
                Boolean.toString(surroundings.terminal()));
        Settings settings = Settings.environment(environment, TocsinConfig.ENVIRONMENT);
        TocsinConfig config = TocsinConfig.from(settings, data);
        settings.finish();
        return config.replaying();
    }

    private ExitCode run(TocsinConfig config, ReplaySpeed factor) throws Exception {
        RunningProcess process = new RunningProcess(surroundings);
        surroundings.err().println("starting a broker and all stages in this process ...");
        try (Wiring wiring = new Wiring(config, Wiring.ALL, surroundings)) {
            Thread closer = process.closeWhenInterrupted(wiring);
            if (!process.start(wiring)) {
                return ExitCode.INTERRUPTED;
            }
            process.tellWhere(wiring);
            long before = Published.articles(wiring.kafka(), wiring.topics());
            ExitCode code = replay(wiring, factor, before);
            if (code == ExitCode.DONE && !exitWhenDone) {
                surroundings.out().println("\nThe sample is over; the process goes on. Ctrl-C stops it.");
                surroundings.out().flush();
                surroundings.interrupted().await();
                closer.join();
                return ExitCode.INTERRUPTED;
            }
            return code;
        }
    }

    private ExitCode replay(Wiring wiring, ReplaySpeed factor, long before) throws Exception {
        InputFiles input = new InputFiles(surroundings);
        Replay replay = new Replay(surroundings, wiring);
        long total;
        try (InputStream sample = Sample.open()) {
            total = new String(sample.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .count();
        }
        if (before > 0) {
            surroundings
                    .out()
                    .println("\n" + before + " of " + total + " articles were replayed by an earlier demo"
                            + (before < total ? "; going on." : ": --fresh begins anew."));
        } else {
            surroundings.out().println("\nReplaying " + total + " articles of five weeks.");
        }
        surroundings.out().flush();
        try (InputStream rest = skipped(before);
                Progress none = new Progress(surroundings.err(), false, surroundings.clock(), "articles")) {
            Replay.Result result = replay.publish(List.of(input.archive("the sample", rest)), factor, none);
            if (!replay.awaitAllStages()) {
                return ExitCode.INTERRUPTED;
            }
            surroundings.out().println();
            Accounting accounting = Accounting.of(wiring.metrics());
            accounting.print(surroundings.out());
            return accounting.lost() > 0 ? ExitCode.FAILED : result.code();
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** The sample without its first lines. */
    private static InputStream skipped(long lines) throws IOException {
        InputStream sample = Sample.open();
        for (long skipped = 0; skipped < lines; ) {
            int read = sample.read();
            if (read < 0) {
                break;
            }
            if (read == '\n') {
                skipped++;
            }
        }
        return sample;
    }
}
