package io.tocsin.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The benchmarks' command line. */
public final class BenchMain {
    private static final int WRONG_USAGE = 2;

    private BenchMain() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 0 || !args[0].equals("throughput")) {
            out.println("usage: tocsin-bench throughput [ARTICLES]");
            out.println("  prints articles a second of 'tag' and 'replay', seconds to ready, and resident memory;");
            out.println("  ARTICLES of 4 KB are made up from the bundled sample (default 20000)");
            System.exit(WRONG_USAGE);
        }
        int articles = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        Path folder = Files.createTempDirectory("tocsin-bench");
        try {
            new Throughput(folder, Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"), out)
                    .run(articles);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
