package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A {@code tocsin} in a process of its own, with what it prints. */
final class TocsinProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready after .*");
    private static final Pattern METRICS = Pattern.compile("\\s+metrics\\s+(http://\\S+)/metrics");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private TocsinProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts one in a folder of its own. */
    static TocsinProcess start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.tocsin.standalone.TocsinMain"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // Whatever the machine's locale is, Tocsin reads and writes UTF-8.
        builder.environment().put("LC_ALL", "C");
        return new TocsinProcess(builder.start());
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The first line that matches, waited for; fails when the process ends without it. */
    Matcher await(Pattern pattern, Duration within) {
        return Awaitility.await(pattern.pattern())
                .atMost(within)
                .failFast("it ended without it", () -> assertThat(process.isAlive()
                                || lines.stream()
                                        .anyMatch(line -> pattern.matcher(line).matches()))
                        .as("printed:%n%s", String.join("\n", lines))
                        .isTrue())
                .until(
                        () -> lines.stream()
                                .map(pattern::matcher)
                                .filter(Matcher::matches)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    TocsinProcess awaitReady() {
        return awaitReady(Duration.ofMinutes(2));
    }

    TocsinProcess awaitReady(Duration within) {
        await(READY, within);
        return this;
    }

    /** Where its web server is. */
    String address() {
        return await(METRICS, Duration.ofMinutes(2)).group(1);
    }

    /** Waits for its end and answers the exit code. */
    int exitCode(Duration within) throws InterruptedException {
        assertThat(process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS))
                .as("ended within %s; printed:%n%s", within, String.join("\n", lines))
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    /** What Ctrl-C does, but for the signal's number. What it prints while it stops is read: Process.destroy would not. */
    void interrupt() {
        assertThat(process.toHandle().destroy()).as("was asked to stop").isTrue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
