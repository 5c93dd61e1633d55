package io.tocsin.bench;

import io.tocsin.bench.parts.Parts;
import io.tocsin.bench.quality.ExtractorsCommand;
import io.tocsin.bench.quality.FeedTimes;
import io.tocsin.bench.quality.QualityCommand;
import io.tocsin.bench.simulate.Report;
import io.tocsin.bench.web.SourcesLoad;
import io.tocsin.stream.tag.Tagger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** The benchmarks' command line. */
public final class BenchMain {
    private static final int WRONG_USAGE = 2;
    private static final int QUIET_DAYS = 90;
    private static final int SEED = 1;

    /** The share of copies that is not found where the project's bar (recall .95) is just met. */
    private static final double MISSED_COPIES = 0.05;

    /** The launcher says whether somebody is looking. */
    private static final String TERMINAL = "TOCSIN_TERMINAL";

    private BenchMain() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        String command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "throughput" -> inFolder(folder -> new Throughput(folder, tocsin(), out).run(number(args, 1, 20_000)));
            case "latency" -> inFolder(folder -> new Latency(folder, tocsin(), out).run(number(args, 1, 60)));
            case "quality" -> {
                boolean terminal = "true".equals(System.getenv(TERMINAL));
                System.exit(new CommandLine(new QualityCommand(out, err, terminal, Tagger::load))
                        .execute(Arrays.copyOfRange(args, 1, args.length)));
            }
            case "tagging" ->
                TaggingCost.run(Arrays.stream(args).skip(1).map(Path::of).toList(), out);
            case "jmh" -> Parts.run(args.length > 1 ? args[1] : ".*", out);
            case "sources" -> SourcesLoad.run(number(args, 1, 2000), number(args, 2, 180), out);
            case "simulate" -> new Report(number(args, 2, SEED), MISSED_COPIES, out).print(number(args, 1, QUIET_DAYS));
            case "feeds" -> {
                if (args.length < 2) {
                    usage(err);
                }
                System.exit(FeedTimes.of(Path.of(args[1])).print(out) ? 0 : 1);
            }
            case "verdicts" -> {
                if (args.length < 2) {
                    usage(err);
                }
                Path older = args.length > 2 ? Path.of(args[2]) : null;
                inFolder(folder -> new VerdictTable(folder, tocsin()).print(Path.of(args[1]), older, out));
            }
            case "pages" -> new PagesThroughput(out).run(Arrays.asList(args).subList(1, args.length));
            case "push" -> inFolder(folder -> new PushThroughput(folder, tocsin(), out).run(number(args, 1, 40_000)));
            case "extractors" -> {
                if (args.length < 2) {
                    usage(err);
                }
                new ExtractorsCommand(Path.of(args[1]), out).run();
            }
            default -> usage(err);
        }
    }

    private static int number(String[] args, int at, int fallback) {
        return args.length > at ? Integer.parseInt(args[at]) : fallback;
    }

    private static void usage(PrintStream err) {
        err.println("usage: tocsin-bench throughput [ARTICLES]");
        err.println("         prints articles a second of 'tag' and 'replay', seconds to ready, and resident");
        err.println("         memory; ARTICLES of 4 KB are made up from the bundled sample (default 20000)");
        err.println("       tocsin-bench latency [SECONDS]");
        err.println(
                "         pushes 100 articles a second to 'run' and prints how long planted ones take to ring, after");
        err.println("         so many seconds of warm-up (default 60)");
        err.println("       tocsin-bench quality [OPTIONS] FOLDER [SET...]");
        err.println("         scores tags, pages and feeds on labelled sets; more with --help");
        err.println("       tocsin-bench tagging [FILE.jsonl...]");
        err.println("         prints articles of 4 KB a second that one core tags, made up and from archives");
        err.println("       tocsin-bench jmh [PATTERN]");
        err.println("         times the parts of tagging, and the search for phrases beside other libraries");
        err.println("       tocsin-bench sources [SOURCES [SECONDS]]");
        err.println("         polls a local web of which three in ten servers misbehave (default 2000 for 180 s) and");
        err.println("         prints processor time and resident memory of the polling process");
        err.println("       tocsin-bench simulate [DAYS [SEED]]");
        err.println(
                "         makes up news with a known truth and prints false alarms, found events and delays of every");
        err.println("         kind of rule, beside methods of others; DAYS quiet ones are judged (default 90)");
        err.println("       tocsin-bench feeds FOLDER");
        err.println("         reads every file below a folder as a feed and prints what crashed, hung or took long");
        err.println("       tocsin-bench verdicts ARCHIVE [OLDER.md]");
        err.println(
                "         prints the alerts of a backtest as a table with a column for a reader's verdict, and keeps");
        err.println("         the verdicts of an older table");
        err.println("       tocsin-bench pages [FOLDER]");
        err.println("         pages a second that are extracted on two threads: .html and .html.gz below a folder, or");
        err.println("         pages of our own making");
        err.println("       tocsin-bench push [ARTICLES]");
        err.println("         articles a second that ingest takes over HTTP and the embedded broker acknowledges");
        err.println("         (default 40000 of 4 KB)");
        err.println("       tocsin-bench extractors FOLDER");
        err.println("         scores other readers of main text beside ours on the labelled pages");
        System.exit(WRONG_USAGE);
    }

    private static TocsinCommandLine tocsin() {
        return new TocsinCommandLine(Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"));
    }

    /** What needs a place of its own on the disk. */
    private interface Work {
        void in(Path folder) throws Exception;
    }

    private static void inFolder(Work work) throws Exception {
        Path folder = Files.createTempDirectory("tocsin-bench");
        try {
            work.in(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
