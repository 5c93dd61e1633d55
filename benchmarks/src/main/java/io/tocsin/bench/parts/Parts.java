package io.tocsin.bench.parts;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package, and sets the searches for phrases side by side. */
public final class Parts {
    private static final String PACKAGE = "io\\.tocsin\\.bench\\.parts\\..*";
    private static final String OURS = "PhraseSearch.lexicon";
    private static final String SEARCH = "PhraseSearch.";

    private Parts() {}

    /**
     * Runs them and prints JMH's report, then the ratios.
     *
     * @param pattern a regular expression within the names of those that are wanted
     */
    public static void run(String pattern, PrintStream out) throws RunnerException {
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().include(PACKAGE + pattern).build()).run();
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            times.put(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    result.getPrimaryResult().getScore());
        }
        out.print(ratios(times));
    }

    /** A line for each search: its time over that of the lexicon in the same run; nothing when the lexicon did not run. */
    static String ratios(Map<String, Double> microseconds) {
        Double ours = microseconds.get(OURS);
        StringBuilder lines = new StringBuilder();
        if (ours != null) {
            microseconds.forEach((name, time) -> {
                if (name.startsWith(SEARCH)) {
                    lines.append(String.format(
                            Locale.ROOT,
                            "%-32s %8.1f us an article, %.2f of the lexicon's%n",
                            name,
                            time,
                            time / ours));
                }
            });
        }
        return lines.toString();
    }
}
