package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.stream.query.SavedQueries;
import io.tocsin.stream.query.SavedQuery;
import io.tocsin.stream.tag.Tagger;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * What saved queries cost: processor time of one thread an article of 4 KB, and the seconds to compile them. The queries
 * are made up from the words of the bundled sample: conjunctions with phrases, choices, words near one another,
 * wildcards, titles, exclusions.
 *
 * <p>{@code java -cp 'benchmarks/target/lib/*:benchmarks/target/classes' io.tocsin.bench.SavedQueryCost [QUERIES]}
 */
public final class SavedQueryCost {
    private static final int ARTICLES = 500;
    private static final int ROUNDS = 8;
    private static final int DEFAULT_QUERIES = 10_000;
    private static final int SHORTEST_WORD = 5;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<String> words;
    private final List<List<String>> sentences;

    private SavedQueryCost(List<JsonNode> articles) {
        TreeSet<String> distinct = new TreeSet<>();
        sentences = new ArrayList<>();
        for (JsonNode article : articles) {
            for (String sentence : article.path("text").asText().split("[.\n]", -1)) {
                List<String> said =
                        List.of(sentence.strip().replaceAll("[^\\p{L} ]", "").split(" +", -1));
                if (said.size() > 6) {
                    sentences.add(said);
                    said.stream()
                            .filter(word -> word.length() >= SHORTEST_WORD)
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .forEach(distinct::add);
                }
            }
        }
        words = List.copyOf(distinct);
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_QUERIES;
        Path file = Files.createTempFile("tocsin-bench", ".jsonl");
        List<JsonNode> articles = new ArrayList<>();
        try {
            MadeUpArticles.write(file, ARTICLES);
            for (String line : Files.readAllLines(file)) {
                articles.add(Json.MAPPER.readTree(line));
            }
        } finally {
            Files.delete(file);
        }
        new SavedQueryCost(articles).run(articles, count, out);
    }

    private void run(List<JsonNode> articles, int count, PrintStream out) {
        List<SavedQuery> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(SavedQuery.of("q" + i, "", null, query(i % 10)));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (SavedQueries queries = new SavedQueries()) {
            long before = memory();
            long start = threads.getCurrentThreadCpuTime();
            queries.putAll(made);
            queries.match("", "", "en");
            out.printf(
                    Locale.ROOT,
                    "%d queries compiled in %.1f s, %d MB%n",
                    count,
                    (threads.getCurrentThreadCpuTime() - start) / 1e9,
                    (memory() - before) >> 20);
            for (int round = 1; round <= ROUNDS; round++) {
                int matches = 0;
                int places = 0;
                start = threads.getCurrentThreadCpuTime();
                for (JsonNode article : articles) {
                    for (var match : queries.match(
                            article.path("title").asText(), article.path("text").asText(), "en")) {
                        matches++;
                        places += match.evidence().size();
                    }
                }
                double milliseconds = (threads.getCurrentThreadCpuTime() - start) / 1e6 / articles.size();
                out.printf(
                        Locale.ROOT,
                        "round %d: %.2f ms of processor time an article; %.1f queries match, at %.1f places%n",
                        round,
                        milliseconds,
                        (double) matches / articles.size(),
                        (double) places / articles.size());
            }
        }
        tag(articles, threads, out);
    }

    /** What the dictionaries cost on the same articles: the measure of this machine, today. */
    private static void tag(List<JsonNode> articles, ThreadMXBean threads, PrintStream out) {
        Tagger.Session session = Tagger.load().session();
        List<RawArticle> read = articles.stream().map(MadeUpArticles::raw).toList();
        for (int round = 1; round <= ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            read.forEach(session::tag);
            if (round == ROUNDS) {
                out.printf(
                        Locale.ROOT,
                        "for comparison, the dictionaries: %.2f ms%n",
                        (threads.getCurrentThreadCpuTime() - start) / 1e6 / read.size());
            }
        }
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private String query(int kind) {
        return switch (kind) {
            case 0, 1, 2 -> word() + " AND \"" + phrase() + '"';
            case 3, 4 -> "(" + word() + " OR " + word() + " OR " + word() + ") AND " + word();
            case 5 -> '"' + phrase() + ' ' + word() + '"';
            case 6 -> '"' + word() + ' ' + word() + "\"~10";
            case 7 -> word().substring(0, SHORTEST_WORD) + "* AND " + word() + " AND NOT " + word();
            case 8 -> "title:" + word() + " AND " + word();
            default -> word() + " AND " + word() + " AND (" + word() + " OR \"" + phrase() + "\")";
        };
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private String phrase() {
        List<String> sentence = sentences.get(random.nextInt(sentences.size()));
        int at = random.nextInt(sentence.size() - 2);
        return sentence.get(at) + ' ' + sentence.get(at + 1);
    }
}
