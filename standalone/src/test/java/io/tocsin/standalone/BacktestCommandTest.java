package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tocsin backtest} on files. */
class BacktestCommandTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @TempDir
    private Path folder;

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void write() throws Exception {
        String archive = PastNews.reports(NOON).stream()
                .map(BacktestCommandTest::line)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(folder.resolve("news.jsonl"), archive, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("three.yaml"), PastNews.THREE_REPORTS, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("four.yaml"), PastNews.rule("four-reports", 4), StandardCharsets.UTF_8);
    }

    private static String line(RawArticle article) {
        return Json.MAPPER.valueToTree(article).toString();
    }

    private Answer backtest(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[arguments.length + 1];
        all[0] = "backtest";
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].contains(".yaml") || arguments[i].contains(".jsonl")
                    ? folder.resolve(arguments[i]).toString()
                    : arguments[i];
        }
        int code = TocsinCommand.execute(
                new Surroundings(
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        InstantSource.fixed(NOON),
                        new Random(1),
                        new CountDownLatch(1)),
                all);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> lines(Answer answer) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.out().lines().toList()) {
            lines.add(Json.MAPPER.readTree(line));
        }
        return lines;
    }

    @Test
    void rulesAreComparedWithOthers() throws Exception {
        Answer told = backtest("--rules", "three.yaml", "--against", "four.yaml", "news.jsonl");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.err()).as("no progress bar where nobody looks").isEmpty();
        assertThat(told.out())
                .contains("high, opened")
                .contains("1 alerts in 1.0 days (1.00 a day), 1 alert changes (1 pages), ")
                .contains("0 alerts of both, 1 new, 0 gone")
                .contains("new   2026-03-05 12:00 UTC  high  Iran: conflict, war and peace  (three-reports)");

        Answer written = backtest("--rules", "four.yaml", "--against", "three.yaml", "--jsonl", "news.jsonl");
        assertThat(written.code()).as(written.err()).isZero();
        List<JsonNode> lines = lines(written);
        JsonNode comparison = lines.get(lines.size() - 1);
        assertThat(comparison.path("kind").asText()).isEqualTo("comparison");
        assertThat(comparison.path("new")).isEmpty();
        assertThat(comparison.path("gone")).hasSize(1);
        assertThat(comparison.path("against").path("alerts").asInt()).isEqualTo(1);
        assertThat(lines.subList(0, lines.size() - 1))
                .as("the other rules' alerts are not among them")
                .noneMatch(line -> line.path("kind").asText().equals("alert"));
    }

    @Test
    void theSameInputGivesTheSameOutputAndNoComparisonUnasked() throws Exception {
        Answer once = backtest("--rules", "three.yaml", "--jsonl", "news.jsonl");
        assertThat(lines(once))
                .extracting(line -> line.path("kind").asText())
                .contains("alert", "decision")
                .doesNotContain("comparison");
        assertThat(backtest("--rules", "three.yaml", "--jsonl", "news.jsonl")).isEqualTo(once);
    }

    @Test
    void archivesOrTheBrokerAreNamedAndNotBoth() {
        assertThat(backtest("--rules", "three.yaml").code()).isEqualTo(2);
        Answer both = backtest("--since", "30d", "news.jsonl");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--since 30d");
    }
}
