package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.codec.Json;
import io.tocsin.stream.tag.Tagger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QualityCommandTest {
    private static final int ROWS = 40;
    private static final Tagger TAGGER = Tagger.load();

    @TempDir
    Path folder;

    private final List<String> frozen = new ArrayList<>();

    /** Rows of which every other is labelled with a country that it does not name. */
    @BeforeEach
    void invented() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String text = "Farmers in Norway harvested " + (100 + i) + " tons of apples.";
            String id = "row-" + (100 + i);
            lines.add(Json.MAPPER
                    .createObjectNode()
                    .put("id", id)
                    .put("category", "plain")
                    .put("text", text)
                    .set("countries", Json.MAPPER.createArrayNode().add(i % 2 == 0 ? "NO" : "SE"))
                    .toString());
            if (Part.of("\n" + text) == Part.FROZEN) {
                frozen.add(id);
            }
        }
        Files.createDirectories(folder.resolve("country-mention"));
        Files.write(folder.resolve("country-mention/country-adversarial.jsonl"), lines);
    }

    private record Ran(int code, String out, String err) {}

    private Ran run(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(
                List.of("--record-file", folder.resolve("record.json").toString(), folder.toString()));
        arguments.addAll(List.of(options));
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = new CommandLine(new QualityCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8), errors, false, () -> TAGGER))
                .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8))
                .execute(arguments.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void errorsOfFrozenRowsAreNeverShown() {
        Ran ran = run("adversarial", "--errors", "1000", "--json");
        assertThat(ran.code()).isZero();
        assertThat(frozen).hasSizeBetween(5, ROWS - 5);
        assertThat(ran.out()).contains("row-1").doesNotContain(frozen);
    }

    @Test
    void aRecordIsWhatLaterRunsAreComparedWith() throws IOException {
        assertThat(run("adversarial").out()).contains("exact set").contains("new / new");
        assertThat(run("adversarial", "--record").code()).isZero();
        assertThat(run("adversarial").out()).contains("= / =");
        Path record = folder.resolve("record.json");
        Files.writeString(
                record,
                Files.readString(record).replaceFirst("\"exact set\": \\[[^]]*]", "\"exact set\": [0.0, 100.0]"));
        assertThat(run("adversarial").out()).containsPattern("exact set .*\\+\\d+\\.\\d / -\\d+\\.\\d");
    }

    @Test
    void theSameRowsGiveTheSameReport() {
        assertThat(run("adversarial", "--details", "--errors", "9").out())
                .isEqualTo(run("adversarial", "--details", "--errors", "9").out());
    }

    @Test
    void aSetThatIsNotThereIsSkippedAndSaid() {
        Ran ran = run("adversarial", "plv", "--markdown");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("skipped plv");
        assertThat(ran.out()).contains("| adversarial | exact set | 40 |").doesNotContain("plv");
    }

    @Test
    void anUnknownSetIsWrongUsage() {
        Ran ran = run("nosuch");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no such set: nosuch").contains("adversarial");
    }
}
