package io.tocsin.ingest.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.article.Owners;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list that comes with Tocsin. That ids, addresses, countries and languages are sound is the reader's own doing. */
class BundledSourcesTest {
    /** Hosts that serve feeds of many owners. */
    private static final Set<String> SHARED_HOSTS = Set.of("feeds.feedburner.com");

    private final List<SourceConfig> sources =
            SourceFile.load(List.of(SourceFile.BUNDLED), Duration.ofMinutes(5), Map.of());
    private final Owners owners = Owners.bundled();

    @Test
    void spansTheWorld() {
        assertThat(sources).hasSizeGreaterThanOrEqualTo(300);
        assertThat(sources.stream()
                        .map(SourceConfig::country)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(100);
        assertThat(sources.stream().map(SourceConfig::language).distinct()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void eachSaysAllThatCanBeSaid() {
        assertThat(sources).allSatisfy(source -> {
            assertThat(source.kind()).isNotNull();
            assertThat(source.language()).isNotNull();
            assertThat(source.owner()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(source.url()).startsWith("https://");
            assertThat(source.credentials()).isNull();
        });
    }

    @Test
    void itsOwnersAreThoseThatArticlesGetByTheirDomain() throws IOException {
        Set<String> known = knownOwners();
        assertThat(sources).allSatisfy(source -> {
            assertThat(known).contains(source.owner());
            String host = URI.create(source.url()).getHost();
            if (!SHARED_HOSTS.contains(host)) {
                assertThat(owners.source(host, null).owner()).isEqualTo(source.owner());
                assertThat(owners.source(host, null).country()).isEqualTo(source.country());
            }
        });
    }

    private static Set<String> knownOwners() throws IOException {
        try (InputStream in = Objects.requireNonNull(Owners.class.getResourceAsStream("owners.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)[1])
                    .collect(Collectors.toSet());
        }
    }
}
