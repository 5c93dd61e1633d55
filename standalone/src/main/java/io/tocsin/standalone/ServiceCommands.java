package io.tocsin.standalone;

import io.tocsin.runtime.InvalidSettings;
import io.tocsin.standalone.Wiring.Role;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin ingest}, {@code process} and {@code alert}: one service each, against a Kafka cluster. */
final class ServiceCommands {
    private ServiceCommands() {}

    private abstract static class Service implements Callable<Integer> {
        private final Surroundings surroundings;
        private final Role role;

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        Service(Surroundings surroundings, Role role) {
            this.surroundings = surroundings;
            this.role = role;
        }

        @Override
        public Integer call() throws Exception {
            TocsinConfig config = options.read(surroundings, Path.of("data"));
            if (config.kafka() == null) {
                throw new InvalidSettings(List.of("a single service needs a Kafka cluster: name it with"
                        + " --bootstrap-servers, kafka.bootstrap-servers or TOCSIN_KAFKA_BOOTSTRAP_SERVERS;"
                        + " 'tocsin run' brings its own"));
            }
            return new RunningProcess(surroundings)
                    .untilInterrupted(config, EnumSet.of(role))
                    .code();
        }
    }

    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description = "Reads feeds, folders and pushed articles and publishes them.",
            footer = {"", "Example:", "  tocsin ingest -b kafka:9092 --config tocsin.yaml"})
    static final class IngestCommand extends Service {
        IngestCommand(Surroundings surroundings) {
            super(surroundings, Role.INGEST);
        }
    }

    @Command(
            name = "process",
            mixinStandardHelpOptions = true,
            description = "Tags articles, tells stories, makes signals.",
            footer = {"", "Example:", "  tocsin process -b kafka:9092"})
    static final class ProcessCommand extends Service {
        ProcessCommand(Surroundings surroundings) {
            super(surroundings, Role.PROCESS);
        }
    }

    @Command(
            name = "alert",
            mixinStandardHelpOptions = true,
            description = "Compares signals with rules and delivers alerts.",
            footer = {"", "Example:", "  tocsin alert -b kafka:9092 --config tocsin.yaml"})
    static final class AlertCommand extends Service {
        AlertCommand(Surroundings surroundings) {
            super(surroundings, Role.ALERT);
        }
    }
}
