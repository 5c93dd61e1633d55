package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A question with one label for an answer.
 *
 * @param name begins the names of its figures
 * @param expected the row's label, or empty when the row does not count
 * @param got what Tocsin answers
 * @param evidence the spans that said so, for people
 * @param shown which figures stand for the set
 */
record Question(
        String name,
        Function<JsonNode, Optional<String>> expected,
        Function<Tags, String> got,
        Function<Tags, List<String>> evidence,
        Set<Shown> shown) {

    /** A figure over all labels. */
    enum Shown {
        ACCURACY("accuracy"),
        MACRO_F1("macro-F1"),
        WEIGHTED_F1("weighted F1");

        private final String words;

        Shown(String words) {
            this.words = words;
        }

        Figure of(String name, LabelScore score) {
            double share =
                    switch (this) {
                        case ACCURACY -> score.accuracy();
                        case MACRO_F1 -> score.macroF1();
                        case WEIGHTED_F1 -> score.weightedF1();
                    };
            return Figure.chief(name + ", " + words, share, score.rows());
        }
    }

    Question {
        shown = Set.copyOf(shown);
    }
}
