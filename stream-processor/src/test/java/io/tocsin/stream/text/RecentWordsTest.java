package io.tocsin.stream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentWordsTest {
    private static final String[] LETTERS = {"abcdefghij", "абвгдежзик", "ابتثجحخدذر", "aбéß", "0123456789"};

    private final Random random = new Random(11);

    @Test
    void saysOfAWordWhatTheLexiconSaysWhateverWasReadBefore() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            words.add(word());
        }
        Lexicon.Builder builder = new Lexicon.Builder();
        for (int i = 0; i < words.size(); i += 2) {
            builder.add(words.get(i), i);
        }
        Lexicon lexicon = builder.build();

        Tokens reused = new Tokens();
        lexicon.cut("", String.join(" ", words), reused);
        lexicon.cut("", String.join(" ", words), reused);

        assertThat(reused.size()).isEqualTo(words.size());
        for (int i = 0; i < words.size(); i++) {
            char[] folded = Fold.fold(words.get(i)).toCharArray();
            assertThat(reused.symbol(i)).as(words.get(i)).isEqualTo(lexicon.symbolOf(words.get(i)));
            assertThat(reused.hash(i)).as(words.get(i)).isEqualTo(SymbolTable.hash(folded, folded.length));
        }
    }

    /** Of 1 to 30 letters, many with a beginning in common. */
    private String word() {
        String letters = LETTERS[random.nextInt(LETTERS.length)];
        int length = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 14);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(i < 8 ? i % letters.length() : random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
