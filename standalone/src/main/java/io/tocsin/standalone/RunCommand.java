package io.tocsin.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs everything in one process: reads the sources, tags, counts, rings.",
        footer = {
            "",
            "Examples:",
            "  tocsin run                                  an embedded broker, data in ./data",
            "  tocsin run --config tocsin.yaml             your own feeds, rules and channels",
            "  tocsin run --bootstrap-servers kafka:9092   on a Kafka cluster",
            "",
            "Every setting and its default stands in docs/configuration.md."
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        TocsinConfig config = options.read(surroundings, Path.of("data"));
        return new RunningProcess(surroundings)
                .untilInterrupted(config, Wiring.ALL)
                .code();
    }
}
