package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconFilesTest {
    private static final String NOTE = "They zoomgunned the town, officials said.";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path desk = Path.of("desk.txt");

    @BeforeEach
    void write() throws IOException {
        desk = folder.resolve("desk.txt");
        Files.writeString(desk, "\uFEFF[escalation en]\r\n[fight act 9]\r\nzoomgun+v\r\nzoomgunned\r\n");
    }

    private int tag(Map<String, String> environment, String... arguments) {
        Surroundings surroundings = new Surroundings(
                environment,
                new ByteArrayInputStream(NOTE.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z")),
                new Random(1),
                new CountDownLatch(1));
        return TocsinCommand.execute(surroundings, arguments);
    }

    @Test
    void tagTakesAFile() {
        assertThat(tag(Map.of(), "tag", "--lexicon", desk.toString())).isEqualTo(ExitCode.DONE.code());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"zoomgunned\"");
    }

    @Test
    void tagTakesWhatTheEnvironmentNames() {
        assertThat(tag(Map.of("TOCSIN_LEXICON", folder.toString()), "tag")).isEqualTo(ExitCode.DONE.code());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"zoomgunned\"");
    }

    @Test
    void aMistakeIsInvalidInput() throws IOException {
        Files.writeString(desk, "[country off]\nZoomland\n");

        assertThat(tag(Map.of(), "tag", "--lexicon", desk.toString())).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(desk + ":2: there is no entry 'Zoomland' to switch off");
    }

    @Test
    void whatCannotBeReadIsReportedAtOnce() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path missing = folder.resolve("missing.txt");
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {(byte) 0xE9});

        assertThatThrownBy(() -> LexiconFiles.tagger(List.of(empty.toString(), missing.toString(), latin.toString())))
                .isInstanceOfSatisfying(InvalidSettings.class, e -> assertThat(e.problems())
                        .containsExactly(
                                empty + ": holds no .txt file: put one there or leave the folder out",
                                missing + ": no such file or folder",
                                latin + ": not UTF-8: save it as UTF-8"));
    }

    @Test
    void theSettingsNameSeveral() {
        Settings settings = Settings.text("tocsin.yaml", "lexicon: [a.txt, words]\n", Map.of(), "TOCSIN_");

        assertThat(TocsinConfig.from(settings, folder).lexicon()).containsExactly("a.txt", "words");
    }
}
