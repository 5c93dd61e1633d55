package io.tocsin.stream.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconTest {

    /** Hits as "entry:words". */
    private static List<String> hits(Lexicon lexicon, String title, String text) {
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        lexicon.read(title, text, tokens, hits);
        List<String> found = new ArrayList<>();
        for (int hit = 0; hit < hits.size(); hit++) {
            found.add(hits.entry(hit) + ":" + tokens.words(hits.from(hit), hits.to(hit)));
        }
        return found;
    }

    @Test
    void phrasesAreFoundWhateverCaseAccentsAndMarks() {
        Lexicon lexicon = new Lexicon.Builder()
                .add("air strikes", 1)
                .add("Côte d'Ivoire", 2)
                .build();

        assertThat(hits(lexicon, "AIR-STRIKES", "Air  strikes hit Cote d’Ivoire"))
                .containsExactly("1:AIR-STRIKES", "1:Air  strikes", "2:Cote d’Ivoire");
    }

    @Test
    void theLongestComesFirstAndAllAreGiven() {
        Lexicon lexicon = new Lexicon.Builder()
                .add("new", 1)
                .add("new york", 2)
                .add("new york city", 3)
                .add("york", 4)
                .build();

        assertThat(hits(lexicon, "", "New York City"))
                .containsExactly("3:New York City", "2:New York", "1:New", "4:York");
    }

    @Test
    void aStarStandsForEveryWordThatBeginsSo() {
        Lexicon lexicon = new Lexicon.Builder()
                .add("iran*", 1)
                .add("iranian*", 2)
                .add("irani", 3)
                .add("saud* arab*", 4)
                .build();

        assertThat(hits(lexicon, "", "Iran Iranians Irani"))
                .containsExactly("1:Iran", "1:Iranians", "2:Iranians", "1:Irani", "3:Irani");
        assertThat(hits(lexicon, "", "Saudi Arabian oil, saudi oil")).containsExactly("4:Saudi Arabian");
    }

    @Test
    void severalEntriesShareAPhrase() {
        Lexicon lexicon = new Lexicon.Builder()
                .add("georgia", 7)
                .add("Georgia", 5)
                .add("georgia", 7)
                .build();

        assertThat(hits(lexicon, "", "Georgia")).containsExactly("5:Georgia", "7:Georgia");
    }

    @Test
    void aPhraseEndsWithTheTitle() {
        Lexicon lexicon = new Lexicon.Builder().add("north korea", 1).build();

        assertThat(hits(lexicon, "North", "Korea")).isEmpty();
    }

    @Test
    void readingForgetsWhatWasReadBefore() {
        Lexicon lexicon = new Lexicon.Builder().add("iran", 1).build();
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        lexicon.read("Iran", "Iran", tokens, hits);
        lexicon.read("", "Oman", tokens, hits);

        assertThat(hits.size()).isZero();
        assertThat(tokens.size()).isEqualTo(1);
        assertThat(tokens.symbol(0)).isEqualTo(Tokens.UNKNOWN);
    }

    @Test
    void aSymbolIsThatOfTheFoldedWord() {
        Lexicon lexicon = new Lexicon.Builder().add("Élan vital", 1).build();
        Tokens tokens = new Tokens();
        lexicon.read("", "elan", tokens, new Hits());

        assertThat(tokens.symbol(0)).isEqualTo(lexicon.symbolOf("ÉLAN")).isNotNegative();
        assertThat(lexicon.symbolOf("mortal")).isEqualTo(Tokens.UNKNOWN);
    }

    @Test
    void manyPhrasesAreAllFound() {
        Lexicon.Builder builder = new Lexicon.Builder();
        for (int i = 0; i < 30_000; i++) {
            builder.add("word" + i + " tail" + i % 7, i);
        }
        Lexicon lexicon = builder.build();

        for (int i = 0; i < 30_000; i += 997) {
            assertThat(hits(lexicon, "", "a word" + i + " tail" + i % 7 + " b"))
                    .containsExactly(i + ":word" + i + " tail" + i % 7);
        }
    }

    @Test
    void wrongPhrasesAreRefused() {
        Lexicon.Builder builder = new Lexicon.Builder();

        assertThatThrownBy(() -> builder.add("...", 1)).hasMessageContaining("no word in phrase");
        assertThatThrownBy(() -> builder.add("ab*", 1)).hasMessageContaining("fewer than 3 characters before the *");
    }

    @Test
    void eachDictionaryHasHitsOfItsOwn() {
        Lexicon lexicon = new Lexicon.Builder()
                .add("iran", 1)
                .add("iran*", 2)
                .beginDictionary()
                .add("iran deal", 1)
                .add("deal", 9)
                .build();
        Tokens tokens = new Tokens();
        Hits places = new Hits();
        Hits terms = new Hits();
        lexicon.cut("", "Iran deal", tokens);
        lexicon.find(tokens, Lexicon.ALL_LANGUAGES, places, terms);

        assertThat(entries(places)).containsExactly(1, 2);
        assertThat(entries(terms)).containsExactly(1, 9);
        assertThatThrownBy(() -> lexicon.find(tokens, Lexicon.ALL_LANGUAGES, places))
                .hasMessageContaining("1 hits for 2 dictionaries");
    }

    @Test
    void phrasesOfOtherLanguagesAreNotFound() {
        int english = 0;
        int german = 1;
        Lexicon lexicon = new Lexicon.Builder()
                .add("gift", 1, english)
                .add("gift", 2, german)
                .add("gift", 3)
                .build();
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        lexicon.cut("", "a gift", tokens);

        lexicon.find(tokens, 1L << german, hits);
        assertThat(entries(hits)).containsExactly(2, 3);
        lexicon.find(tokens, 0, hits);
        assertThat(entries(hits)).containsExactly(3);
        lexicon.find(tokens, Lexicon.ALL_LANGUAGES, hits);
        assertThat(entries(hits)).containsExactly(1, 2, 3);
    }

    @Test
    void manyWordsThatFollowOneAreAllFound() {
        Lexicon.Builder builder = new Lexicon.Builder();
        for (int i = 0; i < 5_000; i++) {
            builder.add("the word" + i, i);
        }
        Lexicon lexicon = builder.build();

        for (int i = 0; i < 5_000; i++) {
            assertThat(hits(lexicon, "", "the word" + i)).containsExactly(i + ":the word" + i);
        }
        assertThat(hits(lexicon, "", "the other word")).isEmpty();
    }

    @Test
    void wordsAreTheSameHoweverOftenTheyAreRead() {
        Lexicon lexicon = new Lexicon.Builder()
                .add("parliamentarians", 1)
                .add("constitutionalists", 2)
                .add("иран", 3)
                .add("иран*", 4)
                .build();
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        for (int round = 0; round < 3; round++) {
            lexicon.read("Parliamentarians", "constitutionalists, ИРАН ирана xyz", tokens, hits);

            assertThat(entries(hits)).containsExactly(1, 2, 3, 4, 4);
        }
    }

    private static List<Integer> entries(Hits hits) {
        return IntStream.range(0, hits.size()).mapToObj(hits::entry).toList();
    }
}
