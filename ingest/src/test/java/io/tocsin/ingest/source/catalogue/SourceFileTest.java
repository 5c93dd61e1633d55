package io.tocsin.ingest.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.ingest.fetch.Credentials;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("WIRE_PASSWORD", "p4ss\n", "EMPTY", " ");

    @TempDir
    Path folder = Path.of("replaced");

    private Path file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    private static List<SourceConfig> load(Object... places) {
        return SourceFile.load(
                java.util.Arrays.stream(places).map(Object::toString).toList(), Duration.ofMinutes(5), ENVIRONMENT);
    }

    private static List<String> problems(Object... places) {
        return catchThrowableOfType(InvalidSettings.class, () -> load(places)).problems();
    }

    @Test
    void aSourceSaysWhatItIs() throws IOException {
        Path secret = file("key", "k3y\n");
        List<SourceConfig> sources = load(file("one.yaml", """
                - url: https://www.larkhaven.example/feed
                - id: wire
                  url: https://wire.example/latest
                  kind: wire
                  owner: wire-agency
                  country: XK
                  language: sr-Latn
                  tier: 3
                  credentials: {user: desk, secret-env: WIRE_PASSWORD}
                - url: https://keys.example/sitemap.xml
                  kind: sitemap
                  tier: 2
                  interval: 30s
                  credentials: {header: X-Api-Key, secret-file: %s}
                - url: https://tokens.example/
                  credentials: {secret-file: %s}
                """.formatted(secret, secret)));
        assertThat(sources)
                .containsExactly(
                        new SourceConfig(
                                "larkhaven.example",
                                "https://www.larkhaven.example/feed",
                                null,
                                null,
                                null,
                                null,
                                1,
                                Duration.ofMinutes(5),
                                null),
                        new SourceConfig(
                                "wire",
                                "https://wire.example/latest",
                                SourceKind.WIRE,
                                "wire-agency",
                                "XK",
                                "sr-Latn",
                                3,
                                Duration.ofMinutes(20),
                                Credentials.basic("desk", new Secret("p4ss"))),
                        new SourceConfig(
                                "keys.example",
                                "https://keys.example/sitemap.xml",
                                SourceKind.SITEMAP,
                                null,
                                null,
                                null,
                                2,
                                Duration.ofSeconds(30),
                                Credentials.header("X-Api-Key", new Secret("k3y"))),
                        new SourceConfig(
                                "tokens.example",
                                "https://tokens.example/",
                                null,
                                null,
                                null,
                                null,
                                1,
                                Duration.ofMinutes(5),
                                Credentials.bearer(new Secret("k3y"))));
        assertThat(sources.toString())
                .doesNotContain("p4ss")
                .doesNotContain("k3y")
                .doesNotContain("Basic");
    }

    @Test
    void everyMistakeOfEveryFileIsReportedAtOnceWithItsLine() throws IOException {
        Path first = file("first.yaml", """
                - {id: a, url: "https://a.example/feed"}
                - {id: b, url: "https://b.example/feed", country: UK, language: deutsch, tier: 4, kind: podcast}
                - id: c
                  url: https://c.example/feed
                  credentials: {secret: hunter2}
                """);
        Path second = file("second.yaml", """
                - {id: a, url: "https://d.example/feed"}
                - {id: e, url: "https://a.example/feed"}
                - {id: f, url: "http://f.example/feed", credentials: {secret-env: WIRE_PASSWORD}}
                - {id: g, url: "https://g.example/feed", credentials: {secret-env: NOWHERE}}
                - {id: h, url: "https://h.example/feed", credentials: {secret-env: EMPTY, header: "a b"}}
                - {id: i, url: "https://i.example/feed", credentials: {secret-file: /nowhere/key, user: x}}
                - {id: j, url: "https://j.example/1", credentials: {secret-env: WIRE_PASSWORD}}
                - {id: k, url: "https://j.example/2", credentials: {secret-env: WIRE_PASSWORD, user: other}}
                - {id: l, url: "https://l.example/2", credentials: {secret-env: WIRE_PASSWORD, secret-file: x}}
                """);
        List<String> problems = problems(first, second, folder.resolve("missing.yaml"));
        for (String expected : List.of(
                "first.yaml:2: 'country': 'UK' is not a country: write its ISO 3166-1 code",
                "first.yaml:2: 'language': 'deutsch' is not a language: write its BCP 47 code",
                "first.yaml:2: 'tier': '4' is not a whole number from 1 to 3",
                "first.yaml:2: 'kind': 'podcast' is none of feed, sitemap, wire",
                "first.yaml:5: 'credentials.secret' is not known here",
                "first.yaml:5: 'credentials.secret': the secret is missing",
                "second.yaml:1: 'id': 'a' stands here twice",
                "second.yaml:2: 'url': is that of " + first + ":1 too",
                "second.yaml:3: 'credentials': would be sent in the open",
                "second.yaml:4: 'credentials.secret-env': the environment has no NOWHERE: set it",
                "second.yaml:5: 'credentials.secret-env': the environment has no EMPTY",
                "second.yaml:5: 'credentials.header': 'a b' is not the name of a header",
                "second.yaml:6: 'credentials.secret-file': /nowhere/key cannot be read",
                "second.yaml:8: 'credentials': are not those of another source of the same host",
                "second.yaml:9: 'credentials.secret-file': stands beside 'secret-env'",
                "missing.yaml: no such file")) {
            assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(expected));
        }
        assertThat(problems).hasSize(16).noneMatch(problem -> problem.contains("hunter2"));
    }
}
