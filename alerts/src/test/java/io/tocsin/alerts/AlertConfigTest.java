package io.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alerts.AlertConfig.Console;
import io.tocsin.alerts.life.DailyHour;
import io.tocsin.alerts.notify.RetrySchedule;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.ProcessingClock.Mode;
import io.tocsin.runtime.Settings;
import io.tocsin.runtime.WebServer.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertConfigTest {
    private static final String SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path folder;

    private static AlertConfig config(String yaml) {
        Settings settings = Settings.text("tocsin.yaml", yaml, Map.of(), "TOCSIN_");
        AlertConfig config = AlertConfig.from(settings.section("alerts"));
        settings.finish();
        return config;
    }

    @Test
    void hasDefaults() {
        AlertConfig config = config("");
        assertThat(config.rules()).containsExactly("bundled");
        assertThat(config.console()).isEqualTo(Console.PLAIN);
        assertThat(config.webhooks()).isEmpty();
        assertThat(config.retries()).isEqualTo(RetrySchedule.standard());
        assertThat(config.feedTitle()).isEqualTo("Tocsin alerts");
        assertThat(config.feedEntries()).isEqualTo(200);
        assertThat(config.threads()).isEqualTo(1);
        assertThat(config.channelNames()).containsExactly("console");
    }

    @Test
    void readsEverything() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, SECRET + "\n", StandardCharsets.UTF_8);
        AlertConfig config = config("""
                alerts:
                  rules: [bundled, rules/]
                  threads: 2
                  channels:
                    console: {on: true, colours: true}
                    webhooks:
                      - {name: desk, url: "https://desk.example/hook", secret: %s}
                      - name: night
                        url: http://10.0.0.7/hook
                        secret-file: %s
                        old-secret: %s
                        allow-private: true
                        timeout: 3s
                  retries: {first: 1s, most: 10m, expiry: 12h}
                  feed: {title: Desk, entries: 50}
                  proof-of-life: {at: "07:30", zone: Europe/Berlin, deliver-to: [night]}
                """.formatted(SECRET, file, SECRET));
        assertThat(config.rules()).containsExactly("bundled", "rules/");
        assertThat(config.console()).isEqualTo(Console.COLOURS);
        assertThat(config.channelNames()).containsExactly("console", "desk", "night");
        assertThat(config.webhooks().get(1).target().allowPrivate()).isTrue();
        assertThat(config.webhooks().get(1).target().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.retries().expiry()).isEqualTo(Duration.ofHours(12));
        assertThat(config.feedEntries()).isEqualTo(50);
        assertThat(config.life().hour()).isEqualTo(new DailyHour(LocalTime.of(7, 30), ZoneId.of("Europe/Berlin")));
        assertThat(config.life().deliverTo()).containsExactly("night");
        assertThat(config.toString()).doesNotContain("whsec_");
    }

    @Test
    void tellsAllProblemsAtOnceWithoutSecrets() {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> config("""
                        alerts:
                          channels:
                            webhooks:
                              - {name: console, url: "ftp://x.example/", secret: hunter2}
                              - {name: b, url: "https://x.example/"}
                              - {name: B B, url: "not a url", secret-file: /no/such/file}
                          retries: {first: 10m, most: 1m}
                          feed: {entries: 0}
                          sound: loud
                          proof-of-life: {at: early, zone: Atlantis, deliver-to: [pager]}
                        """));
        assertThat(refused.problems())
                .allMatch(problem -> problem.startsWith("tocsin.yaml:"))
                .noneMatch(problem -> problem.contains("hunter2"))
                .anyMatch(problem -> problem.contains("'console' is another channel's name"))
                .anyMatch(problem -> problem.contains("must begin with https://"))
                .anyMatch(problem -> problem.contains("whsec_ and the base64"))
                .anyMatch(problem -> problem.contains("webhooks[1].secret': is missing"))
                .anyMatch(problem -> problem.contains("must be lower-case"))
                .anyMatch(problem -> problem.contains("is no URL"))
                .anyMatch(problem -> problem.contains("cannot be read: /no/such/file"))
                .anyMatch(problem -> problem.contains("must not be shorter than first"))
                .anyMatch(problem -> problem.contains("alerts.feed.entries"))
                .anyMatch(problem -> problem.contains("'alerts.sound' is not known here"))
                .anyMatch(problem -> problem.contains("'early' is no time of day"))
                .anyMatch(problem -> problem.contains("'Atlantis' is no time zone"))
                .anyMatch(problem -> problem.contains("'pager' is no channel"))
                .hasSize(13);
    }

    @Test
    void rulesComeFromFilesAndFolders() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "id: b\nwhen: {surge: }\n", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("a.yml"), "id: a\nwhen: {surge: }\n", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("notes.txt"), "not read", StandardCharsets.UTF_8);
        RuleSet rules = new RuleSet(new RuleFile(TopicTree.bundled()));
        assertThat(rules.load(List.of(folder.toString())))
                .extracting(rule -> rule.rule().id())
                .containsExactly("a", "b");
        assertThat(rules.load(List.of("bundled")))
                .extracting(rule -> rule.rule().id())
                .containsExactly("conflict-surge", "coup", "unrest-surge", "disaster-surge", "peace-surge");

        Files.writeString(folder.resolve("c.yaml"), "id: b\nwhen: {surge: }\n", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("d.yaml"), "id: d\nwhen: {sudden: }\n", StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(
                                InvalidSettings.class, () -> rules.load(List.of(folder.toString(), "no/such.yaml")))
                        .problems())
                .hasSize(4)
                .anyMatch(problem -> problem.contains("c.yaml: rule 'b' is in"))
                .anyMatch(problem -> problem.contains("d.yaml:2: 'when': say when it rings"))
                .anyMatch(problem -> problem.contains("'when.sudden' is not known here"))
                .anyMatch(problem -> problem.equals("no/such.yaml: no such file or folder"));
    }

    private AlertService service(String yaml) {
        return new AlertService(
                config(yaml),
                List.of(),
                new AlertService.Surroundings(
                        new KafkaConnection("nowhere:1", 1, Map.of()),
                        new Topics("t."),
                        Mode.WALL,
                        folder,
                        Map.of(),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        new Random(1),
                        new StringBuilder()));
    }

    @Test
    void theServiceStartsNothingUntilItIsTold() {
        AlertService service = service("");
        assertThat(service.components())
                .extracting(Component::name)
                .containsExactly("rules", "deliver", "feed", "alert", "proof of life");
        assertThat(service("alerts: {proof-of-life: {deliver-to: []}}").components())
                .extracting(Component::name)
                .doesNotContain("proof of life");
        assertThat(service.endpoints()).extracting(Endpoint::path).containsExactly("/alerts.atom", "/alerts.json");
    }

    @Test
    void aRuleMustNameChannelsThatAreThere() throws IOException {
        Path file = folder.resolve("r.yaml");
        Files.writeString(file, "id: a\nwhen: {surge: }\ndeliver-to: [desk]\n", StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(InvalidSettings.class, () -> service("alerts: {rules: [" + file + "]}"))
                        .problems())
                .containsExactly("rule 'a' delivers to 'desk', which is no channel: configured are console");
    }
}
