package io.tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that serves, from the moment at which it is ready until it is closed. */
final class RunningTocsin implements AutoCloseable {
    private static final Pattern METRICS = Pattern.compile("\\s+metrics\\s+(http://\\S+)/metrics");

    private final Process process;
    private final String address;

    /** Starts one and waits until it says that it is ready. */
    RunningTocsin(TocsinCommandLine tocsin, List<String> arguments, Map<String, String> environment)
            throws IOException {
        process = tocsin.start(arguments, ProcessBuilder.Redirect.PIPE, environment);
        try {
            address = awaitReady();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Of its web server, without a slash at the end. */
    String address() {
        return address;
    }

    /** What it prints later is read and left, so that it never waits for a reader. */
    private String awaitReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> printed = new ArrayList<>();
        String found = null;
        boolean ready = false;
        while (!ready || found == null) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("tocsin ended before it was ready:\n" + String.join("\n", printed));
            }
            printed.add(line);
            Matcher metrics = METRICS.matcher(line);
            found = metrics.matches() ? metrics.group(1) : found;
            ready |= line.startsWith("ready");
        }
        Thread reader = new Thread(() -> drain(lines), "output of tocsin");
        reader.setDaemon(true);
        reader.start();
        return found;
    }

    private static void drain(BufferedReader lines) {
        try {
            lines.lines().forEach(line -> {});
        } catch (UncheckedIOException e) {
            // The process is over.
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit().join();
    }
}
