package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.fetch.FetchLimits;
import io.tocsin.ingest.fetch.Manners;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.publish.PublishLimits;
import io.tocsin.ingest.push.PushConfig;
import io.tocsin.ingest.push.PushToken;
import io.tocsin.ingest.source.FolderConfig;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.websub.WebSubConfig;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.Settings;
import io.tocsin.runtime.WebServer.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestConfigTest {
    private static final PushToken DESK = PushToken.of("desk", new Secret("another"));

    @TempDir
    Path folder = Path.of("replaced");

    private static IngestConfig read(String yaml) {
        Settings settings = Settings.text("tocsin.yaml", yaml, Map.of(), "TOCSIN_");
        IngestConfig config = IngestConfig.from(settings.section("ingest"));
        settings.finish();
        return config;
    }

    @Test
    void defaults() {
        IngestConfig config = read("ingest: {}");
        assertThat(config)
                .isEqualTo(new IngestConfig(
                        List.of(),
                        null,
                        new PushConfig(List.of(), 20 * 1024 * 1024, Duration.ofSeconds(10)),
                        null,
                        ParseLimits.defaults(),
                        FetchLimits.defaults(),
                        Manners.defaults(),
                        true,
                        PublishLimits.defaults()));
    }

    @Test
    void everything() throws IOException {
        Path sources = Files.writeString(folder.resolve("sources.yaml"), """
                - url: https://www.larkhaven.example/feed
                - id: desk
                  url: https://skerry.example/rss
                  owner: Skerry Media
                  country: GB
                  language: en
                  interval: 90s
                """);
        IngestConfig config = read("""
                ingest:
                  sources: %s
                  interval: 10m
                  folder: {path: inbox, interval: 5s, source: desk}
                  push: {enabled: true, token: s3cret, tokens: [{name: desk, sha256: %s}], max-megabytes: 3, acknowledged-within: 4s}
                  parse: {max-megabytes: 4, max-characters: 5000, deadline: 6s}
                  fetch: {deadline: 7s, max-megabytes: 8, max-redirects: 9, allowed-hosts: [Localhost], robots: false, gap: 3s, full-text: false}
                  websub: {callback: "https://tocsin.example/", lease: 5d, sources: [desk]}
                  publish: {max-records: 10, max-megabytes: 11, hold: 12s}
                """.formatted(sources, DESK.sha256()));
        int megabyte = 1024 * 1024;
        assertThat(config)
                .isEqualTo(new IngestConfig(
                        List.of(
                                new SourceConfig(
                                        "larkhaven.example",
                                        "https://www.larkhaven.example/feed",
                                        null,
                                        null,
                                        null,
                                        null,
                                        1,
                                        Duration.ofMinutes(10),
                                        null),
                                new SourceConfig(
                                        "desk",
                                        "https://skerry.example/rss",
                                        null,
                                        "Skerry Media",
                                        "GB",
                                        "en",
                                        1,
                                        Duration.ofSeconds(90),
                                        null)),
                        new FolderConfig(Path.of("inbox"), Duration.ofSeconds(5), "desk"),
                        new PushConfig(
                                List.of(PushToken.of("token", new Secret("s3cret")), DESK),
                                3 * megabyte,
                                Duration.ofSeconds(4)),
                        new WebSubConfig("https://tocsin.example", Duration.ofDays(5), List.of("desk")),
                        ParseLimits.of(4 * megabyte, 5000, Duration.ofSeconds(6)),
                        new FetchLimits(Duration.ofSeconds(7), 8 * megabyte, 9, Set.of("localhost")),
                        new Manners(false, Duration.ofSeconds(3)),
                        false,
                        new PublishLimits(10, 11L * megabyte, Duration.ofSeconds(12))));
        assertThat(config.toString()).doesNotContain("s3cret");

        IngestService service = new IngestService(
                config,
                MockProducer::new,
                new Topics("test."),
                new SimpleMeterRegistry(),
                InstantSource.system(),
                new SplittableRandom(1),
                null,
                "test");
        assertThat(service.components())
                .extracting(Component::name)
                .containsExactly("publisher", "documents", "feeds", "websub", "folder");
        assertThat(service.endpoints()).extracting(Endpoint::path).containsExactly("/websub", "/websub", "/articles");
    }

    @Test
    void allProblemsAtOnceEachWithItsLine() throws IOException {
        Path sources = Files.writeString(folder.resolve("sources.yaml"), """
                - url: not an address
                - id: a
                  url: https://a.example/
                  country: Wonderland
                - id: a
                  url: https://b.example/
                  intervall: 3m
                """);
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class,
                () -> read("ingest:\n  sources: " + sources + "\n  publish: {hold: soon}\n  fetsh: {}\n"));
        assertThat(invalid.problems())
                .anySatisfy(p -> assertThat(p).contains("sources.yaml:1").contains("not a web address"))
                .anySatisfy(p -> assertThat(p).contains("sources.yaml:4").contains("'Wonderland' is not a country"))
                .anySatisfy(p -> assertThat(p).contains("sources.yaml:5").contains("stands here twice"))
                .anySatisfy(p -> assertThat(p).contains("sources.yaml:7").contains("intervall"))
                .anySatisfy(p -> assertThat(p).startsWith("tocsin.yaml:3").contains("hold"))
                .anySatisfy(p -> assertThat(p).startsWith("tocsin.yaml:4").contains("fetsh"));
        assertThat(catchThrowableOfType(InvalidSettings.class, () -> read("ingest:\n  sources: /nowhere.yaml\n"))
                        .problems())
                .singleElement()
                .asString()
                .contains("tocsin.yaml:2")
                .contains("no such file");
    }
}
