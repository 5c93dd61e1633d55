package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said once, with file, line and remedy, and the exit code is 2. */
class BadInputIT {
    private static final Duration WITHIN = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private List<String> refused(String... arguments) throws Exception {
        try (TocsinProcess process = TocsinProcess.start(folder, Map.of(), arguments)) {
            assertThat(process.exitCode(WITHIN))
                    .as(String.join("\n", process.lines()))
                    .isEqualTo(2);
            assertThat(process.lines()).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
            return process.lines();
        }
    }

    private Path write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void settings() throws Exception {
        write("bad.yaml", "http:\n  port: eighty\nkafak:\n  x: 1\ningest:\n  sources: nowhere.yaml\n");

        assertThat(refused("run", "--config", "bad.yaml"))
                .anyMatch(line -> line.startsWith("bad.yaml:2:") && line.contains("http.port"))
                .anyMatch(line -> line.startsWith("bad.yaml:3:") && line.contains("kafak"))
                .anyMatch(line -> line.startsWith("bad.yaml:6:") && line.contains("nowhere.yaml"));
    }

    @Test
    void aMissingSettingsFile() throws Exception {
        assertThat(refused("run", "--config", "none.yaml")).anyMatch(line -> line.contains("none.yaml: no such file"));
    }

    @Test
    void aFeedList() throws Exception {
        write("sources.yaml", "- id: one\n  url: https://one.example/feed\n- id: two\n  url: not an address\n");
        write("tocsin.yaml", "ingest:\n  sources: sources.yaml\n");

        assertThat(refused("run")).anyMatch(line -> line.contains("sources.yaml:4:"));
    }

    @Test
    void rules() throws Exception {
        write(
                "rules.yaml",
                "- id: mine\n  watch: {countries: [XX]}\n  when: {surge: {over: 24h}}\n  levels:\n    high: {p: much}\n");

        assertThat(refused("rules", "check", "rules.yaml"))
                .anyMatch(line -> line.startsWith("rules.yaml:2:") && line.contains("XX"))
                .anyMatch(line -> line.startsWith("rules.yaml:5:") && line.contains("much"));
    }

    @Test
    void linesOfAnArchiveAndTheOthersAreTaggedAllTheSame() throws Exception {
        write(
                "articles.jsonl",
                "{\"id\":\"a\",\"title\":\"Talks in Oman\",\"text\":\"Envoys met in Muscat.\"}\n"
                        + "{\"id\":\"b\",\n"
                        + "{\"id\":\"c\",\"title\":\"Rain in Peru\",\"text\":\"It rained in Lima.\"}\n");

        assertThat(refused("tag", "--jsonl", "articles.jsonl"))
                .anyMatch(line -> line.startsWith("articles.jsonl:2:"))
                .anyMatch(line -> line.startsWith("{\"id\":\"a\""))
                .anyMatch(line -> line.startsWith("{\"id\":\"c\""));
    }

    @Test
    void wrongUsage() throws Exception {
        assertThat(refused("replay", "--speed", "fast", "x.jsonl")).anyMatch(line -> line.contains("--speed fast"));
        assertThat(refused("ingest")).anyMatch(line -> line.contains("--bootstrap-servers"));
        assertThat(refused("nonsense")).anyMatch(line -> line.contains("nonsense"));
    }
}
