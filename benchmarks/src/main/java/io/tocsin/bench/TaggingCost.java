package io.tocsin.bench;

import io.tocsin.events.RawArticle;
import io.tocsin.ingest.archive.ArchiveLine;
import io.tocsin.ingest.archive.ArchiveReader;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.stream.tag.Tagger;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many articles of 4 KB one core tags in a second: one thread, all dictionaries, without reading and writing JSON.
 * Counted is the processor time of the whole process, the garbage collector's and the compiler's with it.
 */
public final class TaggingCost {
    private static final int LENGTH = 4096;
    private static final int MADE_UP = 2000;
    private static final int PIECES = 2000;
    private static final int ROUNDS = 15;
    /** Articles of a round: long enough for the clock of processor time, which ticks every 10 ms. */
    private static final int A_ROUND = 8000;

    private TaggingCost() {}

    /**
     * Times made-up articles and those of archives, and prints a line for each.
     *
     * @param archives JSONL; their texts are joined to pieces of 4 KB
     */
    public static void run(List<Path> archives, PrintStream out) throws IOException {
        Tagger tagger = Tagger.load();
        out.printf(
                Locale.ROOT,
                "tagging on one core, %d rounds of %d articles, Java %s%n",
                ROUNDS,
                A_ROUND,
                Runtime.version());
        print("made up from the sample", MadeUpArticles.read(MADE_UP), tagger, out);
        for (Path archive : archives) {
            print(String.valueOf(archive.getFileName()), pieces(archive), tagger, out);
        }
    }

    private static void print(String name, List<RawArticle> articles, Tagger tagger, PrintStream out) {
        if (articles.isEmpty()) {
            out.printf(Locale.ROOT, "%-28s holds less than %d characters of text%n", name, LENGTH);
            return;
        }
        double[] seconds = rounds(articles, tagger.session());
        Arrays.sort(seconds);
        double median = seconds[ROUNDS / 2];
        out.printf(
                Locale.ROOT,
                "%-28s %6.0f articles/s in the median round, %6.0f in the best; %.0f us an article%n",
                name,
                A_ROUND / median,
                A_ROUND / seconds[0],
                median / A_ROUND * 1e6);
    }

    /** Processor time of each round, in seconds, after as many rounds that warm up. */
    private static double[] rounds(List<RawArticle> articles, Tagger.Session session) {
        double[] seconds = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            ProcessorTime time = new ProcessorTime();
            for (int i = 0; i < A_ROUND; i++) {
                session.tag(articles.get(i % articles.size()));
            }
            if (round >= 0) {
                seconds[round] = time.seconds();
            }
        }
        return seconds;
    }

    private static List<RawArticle> pieces(Path archive) throws IOException {
        List<RawArticle> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(archive);
                ArchiveReader lines = new ArchiveReader(
                        archive.toString(), in, new ArticleJson(Owners.bundled(), null), Instant.EPOCH)) {
            for (ArchiveLine line = lines.next(); line != null && pieces.size() < PIECES; line = lines.next()) {
                if (line instanceof ArchiveLine.Article read) {
                    text.append(read.article().text()).append("\n\n");
                    if (text.length() >= LENGTH) {
                        pieces.add(piece(read.article(), text.substring(0, LENGTH)));
                        text.setLength(0);
                    }
                }
            }
        }
        return pieces;
    }

    private static RawArticle piece(RawArticle of, String text) {
        return new RawArticle(
                of.id(),
                of.url(),
                of.title(),
                text,
                false,
                of.language(),
                of.source(),
                of.authors(),
                of.publishedAt(),
                null,
                of.firstSeenAt());
    }
}
