package io.tocsin.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that needs settings. What the command line says overrides environment and file. */
final class ConfigOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings (default: tocsin.yaml in this folder, if there is one).")
    private @Nullable Path config;

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            description = "A Kafka cluster, instead of the embedded broker.")
    private @Nullable String bootstrapServers;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where data is kept.")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "PORT", description = "HTTP port; 0 takes a free one.")
    private @Nullable Integer port;

    /** The settings, with a default for the data folder. */
    TocsinConfig read(Surroundings surroundings, Path defaultData) {
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        put(environment, "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        put(environment, "DATA", data);
        put(environment, "HTTP_PORT", port);
        return TocsinConfig.read(config, environment, defaultData);
    }

    private static void put(Map<String, String> environment, String name, @Nullable Object value) {
        if (value != null) {
            environment.put(TocsinConfig.ENVIRONMENT + name, value.toString());
        }
    }
}
