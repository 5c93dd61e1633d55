package io.tocsin.alerts.rule;

import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.TREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.rule.RuleFile.Written;
import io.tocsin.events.Horizon;
import io.tocsin.events.Scope;
import io.tocsin.events.codec.Json;
import io.tocsin.runtime.InvalidSettings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RuleFileTest {
    private final RuleFile file = new RuleFile(TREE);

    @Test
    void readsWhatAnEditorWrites() {
        AlertRule rule = file.parse("rules.yaml", SURGE).get(0).rule();

        assertThat(rule.id()).isEqualTo("surge");
        assertThat(rule.horizon()).isEqualTo(Horizon.DAY);
        assertThat(rule.watch().scope().places()).containsExactly(Scope.EACH_COUNTRY);
        assertThat(rule.watch().scope().subjects()).containsExactly("medtop:16000000");
        assertThat(rule.watch().scope().followed()).isFalse();
        assertThat(rule.levels()).extracting(Level::name).containsExactly("elevated", "high", "critical");
        assertThat(rule.levels().get(2).threshold()).isEqualTo(new Threshold.Surge(Horizon.DAY, 1e-8, 1));
        assertThat(rule.need()).isEqualTo(new Need(3, 2));
        assertThat(rule.allClear()).isEqualTo(new AllClear(0.05, null, Duration.ofHours(12)));
        assertThat(rule.coolDown()).isEqualTo(Duration.ofHours(6));
        assertThat(rule.deliverTo()).isEmpty();
    }

    @Test
    void fillsInDefaults() {
        AlertRule surge = file.parse("x", "id: a\nwhen: {surge: }\n").get(0).rule();
        assertThat(surge.title()).isEqualTo("a");
        assertThat(surge.levels()).containsExactly(new Level("elevated", new Threshold.Surge(Horizon.DAY, 1e-3, 1)));
        assertThat(surge.need()).isEqualTo(new Need(3, 2));
        assertThat(surge.allClear()).isEqualTo(new AllClear(0.05, null, Duration.ofHours(6)));

        AlertRule count = file.parse("x", "id: a\nwhen: {count: {over: 7d, stories: 9}}\n")
                .get(0)
                .rule();
        assertThat(count.levels()).containsExactly(new Level("elevated", new Threshold.Count(Horizon.WEEK, 9)));
        assertThat(count.need()).isEqualTo(new Need(1, 2));
        assertThat(count.allClear()).isEqualTo(new AllClear(null, 5, Duration.ofHours(6)));
    }

    @Test
    void watchesNarrowerTopicsWhenAsked() {
        AlertRule rule = file.parse("x", "id: a\nwhen: {surge: }\nwatch: {topics: [medtop:20000065], narrower: true}\n")
                .get(0)
                .rule();
        assertThat(rule.watch().scope().subjects())
                .containsExactlyInAnyOrder(
                        "medtop:20000065", "medtop:20000066", "medtop:20000067", "medtop:20000068", "medtop:20000069");
    }

    @Test
    void tellsEveryProblemWithItsLine() {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> file.parse("rules/bad.yaml", """
                        - id: Bad Name
                          watch: {countries: [IR, QQ], topics: [medtop:99999999]}
                          when: {surge: {over: 2d}}
                          levels:
                            high: {p: 1e-5}
                            elevated: {p: 1e-3}
                          colour: red
                        - id: second
                          when: {surge: {}, count: {}}
                        - id: second
                          when: {count: {over: 24h}}
                          all-clear: {p-above: 0.5, for: soon}
                        """));

        assertThat(refused.problems())
                .allMatch(problem -> problem.startsWith("rules/bad.yaml:"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:1: 'id': 'Bad Name' must be lower-case"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:2: 'watch.countries': 'QQ' is no country"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:2: 'watch.topics': 'medtop:99999999' is no"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:3: 'when.surge.over': '2d' is none of"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:6: 'levels.elevated': is no harder to reach"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:7: 'colour' is not known here"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:9: 'when': more than one of"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:10: 'id': 'second' is the rule at line 8"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:11: 'when.count.stories': say how many"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:12: 'all-clear.p-above': a count rule"))
                .anyMatch(problem -> problem.startsWith("rules/bad.yaml:12: 'all-clear.for': 'soon' is no length"))
                .hasSize(11);
    }

    @Test
    void refusesAClosingLevelAboveTheOpeningOne() {
        assertThat(problems("id: a\nwhen: {surge: {p: 0.1}}\nall-clear: {p-above: 0.05}\n"))
                .containsExactly("x:3: 'all-clear.p-above': must not be below the opening level's p (0.1), "
                        + "or it closes while it rings");
        assertThat(problems("id: a\nwhen: {count: {stories: 5}}\nall-clear: {stories-below: 6}\n"))
                .containsExactly("x:3: 'all-clear.stories-below': must not be above the opening level's 5 stories, "
                        + "or it closes while it rings");
    }

    private List<String> problems(String yaml) {
        return catchThrowableOfType(InvalidSettings.class, () -> file.parse("x", yaml))
                .problems();
    }

    @Test
    void aVersionIsTheHashOfTheRulesOwnLines() {
        String two = SURGE + "\n# the next one\n- id: other\n  when: {count: {stories: 4}}\n";
        Written alone = file.parse("x", SURGE).get(0);
        Written beside = file.parse("x", two).get(0);

        assertThat(beside.rule().version()).isEqualTo(alone.rule().version()).hasSize(12);
        assertThat(file.parse("x", SURGE.replace("6h", "7h")).get(0).rule().version())
                .isNotEqualTo(alone.rule().version());
    }

    @Test
    void readsItsOwnTextAgain() {
        for (Written rule : file.parse("default.yaml", RuleSet.bundled())) {
            assertThat(file.read(rule.event(Instant.EPOCH))).isEqualTo(rule.rule());
        }
    }

    @Test
    void echoesTheRuleAsASentence() {
        assertThat(new RuleEcho(TREE).sentence(file.parse("x", SURGE).get(0).rule()))
                .isEqualTo("surge: rings for every country on 'conflict, war and peace' when the stories of 24h are as "
                        + "improbable as p < 0.001 (elevated), p < 1e-05 (high), p < 1e-08 (critical), backed by at "
                        + "least 3 stories of 2 owners; all clear after 12h with p > 0.05; then at the earliest again "
                        + "after 6h, unless the level is higher; updated at most every 2h; delivered to all channels.");
    }

    @Test
    void whatItEchoesIsARuleAgain() {
        for (Written rule : file.parse("default.yaml", RuleSet.bundled())) {
            Written again = file.parse("echo", rule.parsed().toString()).get(0);
            assertThat(again.parsed()).isEqualTo(rule.parsed());
        }
    }

    private static List<String> examples(String page) throws Exception {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/" + page), StandardCharsets.UTF_8));
        return example.results()
                .map(found -> found.group(1))
                .filter(yaml -> yaml.startsWith("- "))
                .toList();
    }

    private static JsonSchema schema() throws Exception {
        try (InputStream in = RuleSet.class.getResourceAsStream("rules/rules.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    @Test
    void theManualsExamplesAreRulesAndTheirEchoesToo() throws Exception {
        List<String> examples = examples("rules.md");
        assertThat(examples).hasSize(2);
        for (String yaml : examples) {
            assertThat(schema().validate(Json.MAPPER.valueToTree(new Yaml().<Object>load(yaml))))
                    .as(yaml)
                    .isEmpty();
            for (Written rule : file.parse("docs/rules.md", yaml)) {
                assertThat(schema().validate(rule.parsed()))
                        .as(rule.rule().id())
                        .isEmpty();
                Written again = file.parse("echo", rule.parsed().toString()).get(0);
                assertThat(again.parsed()).isEqualTo(rule.parsed());
                assertThat(again.rule().levels()).isEqualTo(rule.rule().levels());
                assertThat(again.rule().watch().scope())
                        .isEqualTo(rule.rule().watch().scope());
            }
        }
        for (String yaml : examples("queries.md")) {
            assertThat(schema().validate(Json.MAPPER.valueToTree(new Yaml().<Object>load(yaml))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaAcceptsTheBundledRulesAndTheirEchoes() throws Exception {
        JsonSchema schema = schema();
        JsonNode bundled = Json.MAPPER.valueToTree(new Yaml().<Object>load(RuleSet.bundled()));
        assertThat(schema.validate(bundled)).isEmpty();
        for (Written rule : file.parse("default.yaml", RuleSet.bundled())) {
            assertThat(schema.validate(rule.parsed())).isEmpty();
        }
        JsonNode wrong = Json.MAPPER.readTree("{\"id\":\"a\",\"when\":{\"surge\":{\"over\":\"2d\"}},\"colour\":1}");
        assertThat(schema.validate(wrong)).isNotEmpty();
    }
}
