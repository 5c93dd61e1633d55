package io.tocsin.standalone;

import io.tocsin.alerts.AlertConfig;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.IngestConfig;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process, from {@code tocsin.yaml} and the environment; see {@code docs/configuration.md}.
 *
 * @param data where everything is kept
 * @param kafka an outside cluster, or null for the embedded broker
 * @param embeddedPort of the embedded broker; 0 takes a free one
 * @param prefix of the topics
 * @param partitions of the busy topics; 0 for the default, which is one on the embedded broker
 * @param lexicon files and folders with a user's changes to the dictionaries
 * @param threads stream threads of each topology
 */
record TocsinConfig(
        Path data,
        String httpHost,
        int httpPort,
        @Nullable KafkaConnection kafka,
        int embeddedPort,
        String prefix,
        int partitions,
        List<String> lexicon,
        int threads,
        ProcessingClock.Mode clock,
        IngestConfig ingest,
        AlertConfig alerts) {

    /** Prefix of the variables that override the file. */
    static final String ENVIRONMENT = "TOCSIN_";

    /** Key of the files and folders with a user's changes to the dictionaries. */
    static final String LEXICON = "lexicon";

    private static final Path DEFAULT_FILE = Path.of("tocsin.yaml");
    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int DEFAULT_EMBEDDED_PORT = 19092;

    /**
     * Reads file and environment.
     *
     * @param file null for {@code tocsin.yaml} in this folder, if there is one
     * @throws io.tocsin.runtime.InvalidSettings with every problem
     */
    static TocsinConfig read(@Nullable Path file, Map<String, String> environment, Path defaultData) {
        Settings settings = file != null
                ? Settings.file(file, environment, ENVIRONMENT)
                : Files.exists(DEFAULT_FILE)
                        ? Settings.file(DEFAULT_FILE, environment, ENVIRONMENT)
                        : Settings.environment(environment, ENVIRONMENT);
        TocsinConfig config = from(settings, defaultData);
        settings.finish();
        return config;
    }

    static TocsinConfig from(Settings settings, Path defaultData) {
        Settings http = settings.section("http");
        Settings kafka = settings.section("kafka");
        Settings topics = settings.section("topics");
        boolean outside = kafka.has("bootstrap-servers");
        int embeddedPort = kafka.number("embedded-port", DEFAULT_EMBEDDED_PORT, 0, 65_535);
        KafkaConnection connection = KafkaConnection.from(kafka, "");
        return new TocsinConfig(
                Path.of(settings.text("data", defaultData.toString())),
                http.text("host", "127.0.0.1"),
                http.number("port", DEFAULT_HTTP_PORT, 0, 65_535),
                outside ? connection : null,
                embeddedPort,
                topics.text("prefix", Topics.DEFAULT_PREFIX),
                topics.number("partitions", 0, 0, 1024),
                settings.texts(LEXICON, List.of()),
                settings.section("process").number("threads", 3, 1, 256),
                settings.choice("clock", ProcessingClock.Mode.class, ProcessingClock.Mode.WALL),
                IngestConfig.from(settings.section("ingest")),
                AlertConfig.from(settings.section("alerts")));
    }

    /** The topics: one partition each on the embedded broker, so that a replay is the same every time. */
    Topics topics() {
        int count = partitions > 0 ? partitions : kafka == null ? 1 : Topics.DEFAULT_PARTITIONS;
        return new Topics(prefix, count);
    }

    /** The cluster, or the embedded broker of another process of this machine. */
    KafkaConnection clusterOrEmbedded() {
        return kafka != null ? kafka : embedded("127.0.0.1:" + embeddedPort);
    }

    /** The same, reading no sources and going by the articles' own time. */
    TocsinConfig replaying() {
        TocsinConfig quiet = withoutSources();
        return new TocsinConfig(
                data,
                httpHost,
                httpPort,
                kafka,
                0,
                prefix,
                partitions,
                lexicon,
                threads,
                ProcessingClock.Mode.EVENT,
                quiet.ingest,
                alerts);
    }

    /** The same, reading no sources. */
    TocsinConfig withoutSources() {
        IngestConfig pushOnly = new IngestConfig(
                List.of(),
                null,
                ingest.push(),
                null,
                ingest.parse(),
                ingest.fetch(),
                ingest.manners(),
                ingest.fullText(),
                ingest.publish());
        return new TocsinConfig(
                data,
                httpHost,
                httpPort,
                kafka,
                embeddedPort,
                prefix,
                partitions,
                lexicon,
                threads,
                clock,
                pushOnly,
                alerts);
    }

    /** A connection to an embedded broker. */
    static KafkaConnection embedded(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, 1, Map.of());
    }
}
