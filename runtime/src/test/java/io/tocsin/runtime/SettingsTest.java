package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Settings yaml(String yaml) {
        return Settings.text("tocsin.yaml", yaml, Map.of(), "TOCSIN_");
    }

    private static List<String> problems(Settings settings) {
        InvalidSettings thrown = catchThrowableOfType(InvalidSettings.class, settings::finish);
        return thrown == null ? List.of() : thrown.problems();
    }

    @Test
    void readsEveryKindOfValue() {
        Settings settings = yaml("""
                name: Desk
                port: 8080
                share: 0.25
                small: 1e-6
                on: yes
                off: off
                wait: 90s
                mode: read-only
                tags: [a, b]
                words: a, b ,,c
                inner:
                  key: value
                list:
                  - id: one
                  - id: two
                """);

        assertThat(settings.text("name")).isEqualTo("Desk");
        assertThat(settings.number("port", 0, 1, 65535)).isEqualTo(8080);
        assertThat(settings.decimal("share", 0, 0, 1)).isEqualTo(0.25);
        assertThat(settings.decimal("small", 0, 0, 1)).isEqualTo(1e-6);
        assertThat(settings.flag("on", false)).isTrue();
        assertThat(settings.flag("off", true)).isFalse();
        assertThat(settings.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.choice("mode", Mode.class, Mode.READ_WRITE)).isEqualTo(Mode.READ_ONLY);
        assertThat(settings.texts("tags", List.of())).containsExactly("a", "b");
        assertThat(settings.texts("words", List.of())).containsExactly("a", "b", "c");
        assertThat(settings.section("inner").text("key")).isEqualTo("value");
        assertThat(settings.sections("list"))
                .extracting(one -> one.text("id") + "@" + one.line())
                .containsExactly("one@14", "two@15");
        assertThat(problems(settings)).isEmpty();
    }

    /** Two constants, one of them of two words. */
    private enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    @Test
    void whatIsNotSetIsItsFallback() {
        Settings settings = yaml("nothing:\n");

        assertThat(settings.textOrNull("nothing")).isNull();
        assertThat(settings.text("name", "Desk")).isEqualTo("Desk");
        assertThat(settings.number("port", 7, 1, 65535)).isEqualTo(7);
        assertThat(settings.decimal("share", 0.5, 0, 1)).isEqualTo(0.5);
        assertThat(settings.flag("on", true)).isTrue();
        assertThat(settings.duration("wait", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(settings.choice("mode", Mode.class, Mode.READ_WRITE)).isEqualTo(Mode.READ_WRITE);
        assertThat(settings.texts("tags", List.of("x"))).containsExactly("x");
        assertThat(settings.secret("token")).isNull();
        assertThat(settings.section("inner").keys()).isEmpty();
        assertThat(settings.sections("list")).isEmpty();
        assertThat(settings.has("name")).isFalse();
        assertThat(problems(settings)).isEmpty();
    }

    @Test
    void saysAllProblemsAtOnceEachWithFileLineAndRemedy() {
        Settings settings = yaml("""
                port: eighty
                share: 2
                flag: perhaps
                wait: soon
                mode: fast
                name: [a]
                inner: 5
                list:
                  - just text
                  - {id: ok}
                typo: 1
                """);

        settings.number("port", 1, 1, 65535);
        settings.decimal("share", 0, 0, 1);
        settings.flag("flag", false);
        settings.duration("wait", Duration.ZERO);
        settings.choice("mode", Mode.class, Mode.READ_ONLY);
        settings.text("name", "");
        settings.section("inner").text("key", "");
        settings.sections("list").forEach(one -> one.text("id"));
        settings.text("missing");

        assertThat(problems(settings))
                .containsExactly(
                        "tocsin.yaml:1: 'port': 'eighty' is not a whole number from 1 to 65535",
                        "tocsin.yaml:2: 'share': '2' is not a number from 0 to 1",
                        "tocsin.yaml:3: 'flag': 'perhaps' is neither true nor false",
                        "tocsin.yaml:4: 'wait': 'soon' is no length of time: write 30s, 5m, 2h or 7d",
                        "tocsin.yaml:5: 'mode': 'fast' is none of read-only, read-write",
                        "tocsin.yaml:6: 'name': expected one value, not a list or a mapping",
                        "tocsin.yaml:7: 'inner': expected 'key: value' lines below it",
                        "tocsin.yaml:9: 'list': expected a list of 'key: value' mappings",
                        "tocsin.yaml:1: 'missing' is missing: add it",
                        "tocsin.yaml:11: 'typo' is not known here: known are flag, inner, list, missing, mode, name, port,"
                                + " share, wait");
    }

    @Test
    void unknownKeysAreFoundAtEveryDepth() {
        Settings settings = yaml("a:\n  b:\n    known: 1\n    unknwon: 2\n");
        settings.section("a").section("b").number("known", 0, 0, 9);

        assertThat(problems(settings))
                .containsExactly("tocsin.yaml:4: 'a.b.unknwon' is not known here: known are known");
    }

    @Test
    void aSectionThatTwoReadIsOne() {
        Settings settings = yaml("http: {host: localhost, port: 80, prot: 81}\n");
        settings.section("http").text("host");
        settings.section("http").number("port", 0, 0, 65535);
        settings.section("http").number("port", 0, 1000, 65535);
        settings.section("http").number("port", 0, 1000, 65535);

        assertThat(problems(settings))
                .containsExactly(
                        "tocsin.yaml:1: 'http.port': '80' is not a whole number from 1000 to 65535",
                        "tocsin.yaml:1: 'http.prot' is not known here: known are host, port");
    }

    @Test
    void finishingTwiceSaysTheSame() {
        Settings settings = yaml("typo: 1\n");

        assertThat(problems(settings)).isEqualTo(problems(settings)).hasSize(1);
    }

    @Test
    void duplicateKeysAreRefused() {
        Settings settings = yaml("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");
        settings.number("a", 0, 0, 9);
        settings.section("b").number("c", 0, 0, 9);

        assertThat(problems(settings))
                .containsExactly(
                        "tocsin.yaml:5: 'a' stands here twice: keep one",
                        "tocsin.yaml:4: 'b.c' stands here twice: keep one");
    }

    @Test
    void theEnvironmentOverridesTheFile() {
        Settings settings = Settings.text(
                "tocsin.yaml",
                "kafka:\n  bootstrap-servers: file:9092\n  tags: [x]\n",
                Map.of(
                        "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "env:9092",
                        "TOCSIN_KAFKA_TAGS", "a,b",
                        "TOCSIN_PORT", "many",
                        "OTHER_NAME", "no"),
                "TOCSIN_");
        Settings kafka = settings.section("kafka");

        assertThat(kafka.text("bootstrap-servers")).isEqualTo("env:9092");
        assertThat(kafka.texts("tags", List.of())).containsExactly("a", "b");
        assertThat(settings.has("port")).isTrue();
        assertThat(settings.textOrNull("name")).isNull();
        settings.number("port", 1, 1, 9);
        assertThat(problems(settings)).containsExactly("TOCSIN_PORT: 'many' is not a whole number from 1 to 9");
    }

    @Test
    void theEnvironmentAloneIsEnough() {
        Settings settings = Settings.environment(Map.of("TOCSIN_HTTP_PORT", "81"), "TOCSIN_");

        assertThat(settings.section("http").number("port", 80, 1, 65535)).isEqualTo(81);
        assertThat(settings.name()).isEqualTo("environment");
        assertThat(problems(settings)).isEmpty();
    }

    @Test
    void secretsAreMasked() {
        Settings settings = yaml("token: hunter2\n");
        Secret secret = settings.secret("token");

        assertThat(secret).hasToString("***").isEqualTo(new Secret("hunter2"));
        settings.problem("token", "is refused by the server");
        assertThat(problems(settings)).containsExactly("tocsin.yaml:1: 'token': is refused by the server");
    }

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "30s, PT30S",
        "5m, PT5M",
        "2h, PT2H",
        "7d, PT168H",
        "2w, PT336H",
        "5 m, PT5M",
        "0s, PT0S"
    })
    void lengthsOfTime(String written, Duration length) {
        Settings settings = yaml("wait: " + written + "\n");

        assertThat(settings.duration("wait", Duration.ofDays(999))).isEqualTo(length);
        assertThat(problems(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "s", "-5m", "1.5h", "5 minutes", "9999999999d", "''", "5M"})
    void whatIsNoLengthOfTime(String written) {
        Settings settings = yaml("wait: " + written + "\n");

        assertThat(settings.duration("wait", Duration.ofDays(999))).isEqualTo(Duration.ofDays(999));
        assertThat(problems(settings)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d", "NaN", "Infinity", "0x1p3", "1.5", "1_000", "''", "--1", "1e9", "101"})
    void whatIsNoWholeNumberUpToAHundred(String written) {
        Settings settings = yaml("number: " + written + "\n");

        assertThat(settings.number("number", 3, -100, 100)).isEqualTo(3);
        assertThat(problems(settings)).singleElement().asString().endsWith("whole number from -100 to 100");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "+7, 7", "-7, -7", "7.0, 7", "1e1, 10", "' 8 ', 8"})
    void wholeNumbers(String written, int number) {
        assertThat(yaml("number: '" + written + "'\n").number("number", 3, -100, 100))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a: [1, 2                 | 2 | not YAML
                    a: b: c                  | 1 | not YAML
                    x: 1\\n\\tb: 2           | 2 | not YAML
                    a: 1\\nb: *nowhere       | 2 | not YAML
                    a: 1\\n---\\nb: 2        | 2 | not YAML
                    a: 1\\nb: BELL           | 2 | the character U+0007 is not allowed
                    a: "\\\\UFFFFFFFF"     | 1 | not YAML
                    just text                | 1 | expected 'key: value' lines here
                    - a list                 | 1 | expected 'key: value' lines here
                    """, quoteCharacter = '~')
    void whatIsNoYamlMappingIsRefusedWithItsLine(String yaml, int line, String message) {
        assertThatThrownBy(() -> yaml(yaml.translateEscapes().replace("BELL", "\u0007") + "\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("tocsin.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "~\n", "---\n", "\uFEFF", "{}"})
    void anEmptyDocumentIsAnEmptyMapping(String yaml) {
        assertThat(yaml(yaml).keys()).isEmpty();
    }

    @Test
    void aListOfMappingsSharesItsProblems() {
        List<Settings> all =
                Settings.list("rules.yaml", "- id: one\n  threshold: x\n- id: two\n  extra: 1\n-\n  other: 1\n");
        for (Settings one : all) {
            one.text("id");
            one.number("threshold", 1, 1, 9);
        }

        assertThat(all).extracting(Settings::line).containsExactly(1, 3, 6);
        assertThat(problems(all.get(0)))
                .containsExactly(
                        "rules.yaml:2: 'threshold': 'x' is not a whole number from 1 to 9",
                        "rules.yaml:6: 'id' is missing: add it",
                        "rules.yaml:4: 'extra' is not known here: known are id, threshold",
                        "rules.yaml:6: 'other' is not known here: known are id, threshold");
    }

    @Test
    void aListMayBeOneMappingOrNothing() {
        assertThat(Settings.list("r", "id: one\n")).singleElement().satisfies(one -> assertThat(one.text("id"))
                .isEqualTo("one"));
        assertThat(Settings.list("r", "")).isEmpty();
        assertThat(Settings.list("r", "[]")).isEmpty();
        assertThatThrownBy(() -> Settings.list("r", "- id: one\n- text\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("r:2: expected 'key: value' lines here");
        assertThatThrownBy(() -> Settings.list("r", "text"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("r:1: ");
    }

    @Test
    void aMappingKnowsItsOwnLines() {
        String yaml = "- id: \uD83D\uDD14\n  a: 1\n- id: two\n  b: 2\n";
        List<Settings> all = Settings.list("r", yaml);

        assertThat(all.get(0).source(yaml)).isEqualTo("id: \uD83D\uDD14\na: 1\n");
        assertThat(all.get(1).source(yaml)).isEqualTo("id: two\nb: 2\n");
        assertThat(Settings.environment(Map.of(), "X_").source("")).isEmpty();
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tocsin.yaml");
        Files.writeString(file, "\uFEFFname: Zürich\n", StandardCharsets.UTF_8);

        Settings settings = Settings.file(file, Map.of(), "TOCSIN_");
        assertThat(settings.text("name")).isEqualTo("Zürich");
        assertThat(settings.name()).isEqualTo(file.toString());
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "name: Zürich\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Settings.file(folder.resolve("none.yaml"), Map.of(), ""))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(folder.resolve("none.yaml") + ": no such file");
        assertThatThrownBy(() -> Settings.file(latin, Map.of(), ""))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(latin + ": not UTF-8: save it as UTF-8");
        assertThatThrownBy(() -> Settings.file(folder, Map.of(), ""))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith(folder + ": cannot be read");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void garbageIsReadOrRefusedAndNothingElse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            String garbage = garbage(random);
            try {
                readAll(yaml(garbage), random);
                Settings.list("list", garbage).forEach(one -> readAll(one, random));
            } catch (InvalidSettings e) {
                assertThat(e.problems()).as(garbage).isNotEmpty().allMatch(problem -> !problem.isBlank());
            }
        }
    }

    private static void readAll(Settings settings, SplittableRandom random) {
        for (String key : settings.keys()) {
            switch (random.nextInt(9)) {
                case 0 -> settings.text(key);
                case 1 -> settings.number(key, 1, -5, 5);
                case 2 -> settings.flag(key, true);
                case 3 -> settings.duration(key, Duration.ZERO);
                case 4 -> settings.choice(key, Mode.class, Mode.READ_ONLY);
                case 5 -> settings.texts(key, List.of());
                case 6 -> settings.section(key).keys();
                case 7 -> settings.sections(key).forEach(Settings::line);
                default -> settings.problem(key, "is wrong");
            }
        }
        settings.finish();
    }

    private static String garbage(SplittableRandom random) {
        String[] pieces = {
            "a",
            "key",
            ": ",
            ":",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "|",
            ">",
            "&a ",
            "*a",
            "<<: ",
            "? ",
            "!",
            "!!int ",
            "!!binary ",
            "%YAML 99999999999.1\n",
            "%TAG ! x\n",
            "---",
            "...",
            "#",
            "\t",
            "~",
            "null",
            "0x1F",
            "1e999",
            ".nan",
            "2025-01-01",
            "\\",
            "\\UFFFFFFFF",
            "\\x",
            "\u0000",
            "\u0085",
            "\u2028",
            "\uD83D",
            "\uDD14",
            "\uFFFE",
            "é",
            "@",
            "`",
            "key: value\n",
            "- a: 1\n",
            "true"
        };
        StringBuilder garbage = new StringBuilder();
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            garbage.append(pieces[random.nextInt(pieces.length)]);
        }
        if (random.nextInt(50) == 0) {
            garbage.append("[".repeat(5000));
        }
        return garbage.toString();
    }
}
