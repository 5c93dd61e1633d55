package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does first. */
class DemoIT {
    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final Pattern CHANGE = Pattern.compile("(\\w+), (opened|raised|eased|closed)  (.*)  \\d{4}-.*");

    @TempDir
    private Path folder;

    private TocsinProcess demo(String... more) throws Exception {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {
                    "demo", "--port", "0", "--data", folder.resolve("data").toString()
                },
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return TocsinProcess.start(folder, Map.of(), arguments);
    }

    private static List<String> changes(TocsinProcess demo) {
        return demo.lines().stream()
                .map(CHANGE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(2) + " " + matcher.group(3))
                .toList();
    }

    @Test
    void theCrisisAndTheCoupRingAndAreOverAndTheRestIsSilent() throws Exception {
        try (TocsinProcess demo = demo("--exit-when-done", "--speed", "max")) {
            assertThat(demo.exitCode(WITHIN))
                    .as(String.join("\n", demo.lines()))
                    .isZero();

            List<String> changes = changes(demo);
            assertThat(changes)
                    .contains(
                            "opened Algeria: armed conflict",
                            "raised Algeria: armed conflict",
                            "closed Algeria: armed conflict",
                            "opened Morocco: armed conflict",
                            "closed Morocco: armed conflict",
                            "opened Madagascar: coup d'etat",
                            "closed Madagascar: coup d'etat");
            assertThat(changes.stream()
                            .map(change -> change.substring(change.indexOf(' ') + 1, change.indexOf(':')))
                            .collect(Collectors.toSet()))
                    .as("the parties, their mediator, and nobody else")
                    .isSubsetOf("Algeria", "Morocco", "Madagascar", "Qatar");
            assertThat(changes.stream().filter(change -> change.startsWith("opened")))
                    .hasSameSizeAs(changes.stream()
                            .filter(change -> change.startsWith("closed"))
                            .toList());
            assertThat(demo.lines()).anyMatch(line -> line.matches("ingest +429 = +429 \\+ 0"));
            assertThat(demo.lines()).noneMatch(line -> line.contains("LOST"));
            askWhy(demo);
        }
    }

    /** What the demo left in its folder answers for the coup: why it did not ring at first, and its numbers anew. */
    private void askWhy(TocsinProcess demo) throws Exception {
        String alert = demo.await(Pattern.compile("  rule coup \\(\\w+\\), alert (\\w+) change 1"), WITHIN)
                .group(1);
        try (TestBroker left = TestBroker.embedded(folder.resolve("data").resolve("broker"), 0)) {
            assertThat(why(left, "--country", "MG", "--topic", "coup d'etat", "--at", "2026-03-19T12:00Z"))
                    .contains("Madagascar: coup d'etat", "  Rule coup")
                    .anyMatch(line -> line.startsWith("    last decision before: 2026-03-19 ")
                            && line.contains("blocked by the gate 'threshold': it needs 3 stories and there were 2."))
                    .anyMatch(line -> line.startsWith("    the alert after: " + alert + ": opened "));
            assertThat(why(left, "--recompute", alert))
                    .filteredOn(line -> line.startsWith("Change "))
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> line.endsWith(": agrees"));
        }
    }

    private List<String> why(TestBroker broker, String... question) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("why", "-b", broker.bootstrapServers()));
        arguments.addAll(List.of(question));
        try (TocsinProcess why = TocsinProcess.start(folder, Map.of(), arguments.toArray(new String[0]))) {
            assertThat(why.exitCode(WITHIN)).as(String.join("\n", why.lines())).isZero();
            return why.lines();
        }
    }

    @Test
    void aStoppedDemoGoesOnWhereItWas() throws Exception {
        List<String> whole;
        try (TocsinProcess demo = demo("--exit-when-done", "--speed", "max")) {
            assertThat(demo.exitCode(WITHIN)).isZero();
            whole = changes(demo);
        }
        Files.move(folder.resolve("data"), folder.resolve("whole"));

        List<String> inTwo;
        try (TocsinProcess first = demo("--speed", "150000x")) {
            first.await(Pattern.compile(".*, raised  Madagascar.*"), WITHIN);
            first.interrupt();
            first.exitCode(Duration.ofSeconds(20));
            inTwo = new ArrayList<>(changes(first));
        }
        try (TocsinProcess second = demo("--exit-when-done", "--speed", "max")) {
            assertThat(second.exitCode(WITHIN)).isZero();
            assertThat(second.lines()).anyMatch(line -> line.contains("articles were replayed by an earlier demo"));
            inTwo.addAll(changes(second));
        }

        assertThat(inTwo).containsExactlyInAnyOrderElementsOf(whole);
        try (TocsinProcess third = demo("--exit-when-done", "--speed", "max")) {
            assertThat(third.exitCode(WITHIN)).isZero();
            assertThat(changes(third)).as("a restart floods nobody").isEmpty();
        }
    }
}
