package io.tocsin.bench.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartsTest {
    @Test
    void searchesAreSetBesideTheLexicon() {
        Map<String, Double> times = new TreeMap<>(
                Map.of("PhraseSearch.lexicon", 20.0, "PhraseSearch.ahoCorasick", 50.0, "TaggingParts.tag", 100.0));

        assertThat(Parts.ratios(times).lines())
                .hasSize(2)
                .anyMatch(line ->
                        line.contains("ahoCorasick") && line.endsWith("50.0 us an article, 2.50 of the lexicon's"))
                .anyMatch(line -> line.contains("PhraseSearch.lexicon") && line.endsWith("1.00 of the lexicon's"));
    }

    @Test
    void withoutTheLexiconThereIsNothingToCompareWith() {
        assertThat(Parts.ratios(new TreeMap<>(Map.of("PhraseSearch.ahoCorasick", 50.0))))
                .isEmpty();
    }

    @Test
    void theLibrariesFindTheSameNamesAndTheLexiconFindsSome() {
        PhraseSearch search = new PhraseSearch();
        int articles = search.articles();
        int words = 0;
        int anywhere = 0;
        int alsoAnywhere = 0;
        for (int i = 0; i < articles; i++) {
            words += search.lexicon();
        }
        for (int i = 0; i < articles; i++) {
            anywhere += search.ahoCorasick();
        }
        for (int i = 0; i < articles; i++) {
            alsoAnywhere += search.doubleArrayTrie();
        }

        assertThat(words).isPositive();
        assertThat(anywhere).isPositive().isEqualTo(alsoAnywhere);
    }
}
