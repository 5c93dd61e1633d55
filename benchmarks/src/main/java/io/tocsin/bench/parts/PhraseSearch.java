package io.tocsin.bench.parts;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.tocsin.events.RawArticle;
import io.tocsin.stream.country.Gazetteer;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.ahocorasick.trie.Trie;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same names looked for in the same articles by the lexicon and by two libraries (Aho and Corasick 1975). The
 * libraries are given names and text in lower case and find them within words too; the lexicon cuts the text as it is
 * into words, folds them, and finds names at the bounds of words only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class PhraseSearch {
    private static final int NAMES = 10_000;
    private static final int SHORTEST = 4;
    /** Column of the phrases in the file of names. */
    private static final int PHRASES = 3;

    private final List<RawArticle> articles = new ReadArticles().all();
    private final List<String> lower = new ArrayList<>();
    private final Lexicon lexicon;
    private final Tokens tokens = new Tokens();
    private final Hits hits = new Hits();
    private final Trie ahoCorasick;
    private final AhoCorasickDoubleArrayTrie<Integer> doubleArray = new AhoCorasickDoubleArrayTrie<>();
    private int next;
    private int found;
    private final AhoCorasickDoubleArrayTrie.IHit<Integer> count = (begin, end, name) -> found++;

    /** Gives the names to all three. */
    public PhraseSearch() {
        List<String> names = names();
        Lexicon.Builder builder = new Lexicon.Builder();
        TreeMap<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            builder.add(names.get(i), i);
            numbers.put(names.get(i), i);
        }
        lexicon = builder.build();
        ahoCorasick = Trie.builder().addKeywords(names).build();
        doubleArray.build(numbers);
        articles.forEach(article -> lower.add(article.text().toLowerCase(Locale.ROOT)));
    }

    /** Every n-th of the gazetteer's names, so that there are {@link #NAMES} of them, in lower case. */
    private static List<String> names() {
        TreeSet<String> all = new TreeSet<>();
        try (InputStream in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("names.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (!line.startsWith("#") && columns.length > PHRASES) {
                    for (String phrase : columns[PHRASES].split("\\|", -1)) {
                        if (phrase.length() >= SHORTEST && phrase.indexOf('*') < 0) {
                            all.add(phrase.toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> sorted = List.copyOf(all);
        int step = Math.max(1, sorted.size() / NAMES);
        List<String> names = new ArrayList<>(NAMES);
        for (int i = 0; i < sorted.size() && names.size() < NAMES; i += step) {
            names.add(sorted.get(i));
        }
        return names;
    }

    /** How many articles there are; a search takes the next one each time, and begins again after the last. */
    int articles() {
        return articles.size();
    }

    private int advance() {
        next = next + 1 == articles.size() ? 0 : next + 1;
        found = 0;
        return next;
    }

    /** The lexicon, with cutting and folding. */
    @Benchmark
    public int lexicon() {
        lexicon.read("", articles.get(advance()).text(), tokens, hits);
        return hits.size();
    }

    /** {@code org.ahocorasick:ahocorasick}. */
    @Benchmark
    public int ahoCorasick() {
        String text = lower.get(advance());
        ahoCorasick.parseText(text, emit -> {
            found++;
            return true;
        });
        return found;
    }

    /** {@code com.hankcs:aho-corasick-double-array-trie}. */
    @Benchmark
    public int doubleArrayTrie() {
        String text = lower.get(advance());
        doubleArray.parseText(text, count);
        return found;
    }
}
