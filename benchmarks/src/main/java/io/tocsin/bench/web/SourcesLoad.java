package io.tocsin.bench.web;

import com.sun.management.OperatingSystemMXBean;
import io.tocsin.events.SourceStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it costs to poll many sources, three in ten of which misbehave: processor time and resident memory of the polling
 * process. The web is served by the process that starts it.
 */
public final class SourcesLoad {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int BAD_IN_TEN = 3;
    private static final double NANOS = 1e9;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private SourcesLoad() {}

    /** The polling process: the web's port, how many sources, for how many seconds. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        List<Manner> manners = WebPoller.mixed(count, count * BAD_IN_TEN / 10);
        long begun = System.nanoTime();
        try (WebPoller poller = new WebPoller(Integer.parseInt(args[0]), manners, DEADLINE, INTERVAL)) {
            poller.start();
            TimeUnit.SECONDS.sleep(seconds);
            double wall = (System.nanoTime() - begun) / NANOS;
            double processor =
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOS;
            int read = 0;
            int asExpected = 0;
            List<SourceStatus> statuses = poller.statuses();
            for (int i = 0; i < statuses.size(); i++) {
                SourceStatus status = statuses.get(i);
                read += status.articles() > 0 ? 1 : 0;
                Manner manner = manners.get(i);
                asExpected += manner.reasons().isEmpty()
                        ? status.articles() > 0 ? 1 : 0
                        : manner.reasons().contains(String.valueOf(status.reason())) ? 1 : 0;
            }
            out.printf(
                    Locale.ROOT,
                    "%d sources, %d read, %d as expected; %.0f s, %.1f s of processor time: %.0f %% of one core; %s MB%n",
                    count,
                    read,
                    asExpected,
                    wall,
                    processor,
                    100 * processor / wall,
                    peakMegabytes());
        }
    }

    /**
     * Serves the web and starts the polling process.
     *
     * @param seconds for which is polled
     */
    public static void run(int sources, int seconds, PrintStream out) throws IOException, InterruptedException {
        try (HostileWeb web = new HostileWeb()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:ActiveProcessorCount=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SourcesLoad.class.getName(),
                            Integer.toString(web.port()),
                            Integer.toString(sources),
                            Integer.toString(seconds))
                    .inheritIO()
                    .start();
            int code = process.waitFor();
            out.println(web.requests() + " requests answered" + (code == 0 ? "" : ", exit code " + code));
        }
    }

    /** Largest resident size so far; Linux only. */
    private static String peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        Matcher peak = PEAK.matcher(Files.exists(status) ? Files.readString(status) : "");
        return peak.find() ? Long.toString(Long.parseLong(peak.group(1)) / 1024) : "?";
    }
}
