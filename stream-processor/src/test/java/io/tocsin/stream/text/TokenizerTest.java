package io.tocsin.stream.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    private static final Lexicon EMPTY = new Lexicon.Builder().build();

    private static Tokens read(String title, String text) {
        Tokens tokens = new Tokens();
        EMPTY.read(title, text, tokens, new Hits());
        return tokens;
    }

    private static List<String> words(String text) {
        Tokens tokens = read("", text);
        List<String> words = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            words.add(tokens.word(token));
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Iran's navy                  | Iran navy
            the leaders' talks           | the leaders talks
            they don't know              | they don't know
            U.S. forces                  | U.S forces
            in the U.S.                  | in the U.S
            a co-op, for 3.5 or 3,500    | a co op for 3.5 or 3,500
            L'Iran n'a pas               | L Iran n a pas
            dell'accordo d’Israël        | dell accordo d Israël
            aujourd'hui                  | aujourd'hui
            İran'ın ABD'ye               | İran ın ABD ye
            O'Brien and Xi'an            | O'Brien and Xi'an
            中国 said                     | 中 国 said
            ไทย                           | ไ ท ย
            soft­hyphen                  | soft­hyphen
            ...                          | ''
            """)
    void aTextIsCutIntoWords(String text, String words) {
        assertThat(String.join(" ", words(text))).isEqualTo(words);
    }

    @Test
    void offsetsCountCodeUnitsInTheirField() {
        Tokens tokens = read("Ein Titel", "\ud83d\ude00 Text, hier.");

        assertThat(tokens.titleSize()).isEqualTo(2);
        assertThat(tokens.field(1)).isEqualTo(Field.TITLE);
        assertThat(tokens.field(3)).isEqualTo(Field.TEXT);
        assertThat(tokens.word(3)).isEqualTo("Text");
        assertThat(tokens.start(3)).isEqualTo(3);
        assertThat(tokens.end(3)).isEqualTo(7);
        assertThat(tokens.before(3)).isEqualTo(' ');
        assertThat(tokens.before(4)).isEqualTo(',');
        assertThat(tokens.words(3, 5)).isEqualTo("Text, hier");
        assertThat(tokens.firstChar(4)).isEqualTo('h');
        assertThat(tokens.folded(3)).isEqualTo("text");
    }

    @Test
    void sentencesEndAtFullStopsButNotAtAbbreviations() {
        Tokens tokens = read("A title", "Mr. Smith left the U.S. on Monday. He came back! \n\nA line\nbroken");

        assertThat(tokens.sentence(0)).isZero();
        assertThat(tokens.sentence(2)).isEqualTo(1);
        int he = 9;
        assertThat(tokens.word(he)).isEqualTo("He");
        assertThat(tokens.sentence(he - 1)).isEqualTo(1);
        assertThat(tokens.sentence(he)).isEqualTo(2);
        assertThat(tokens.sentence(tokens.size() - 1)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "iran, LOWER",
        "Iran, CAPITALISED",
        "IRAN, UPPER",
        "U.S, UPPER",
        "J, INITIAL",
        "2024, OTHER",
        "إيران, OTHER",
        "iPhone, LOWER",
        "McDonald, CAPITALISED",
        "Élan, CAPITALISED"
    })
    void shapes(String word, Shape shape) {
        assertThat(read("", word).shape(0)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource({"'.a'", "'\u0000\u0001'", "'\ud83d'", "'\udc00\ud800x'", "\"'s\"", "\"''''\"", "'. . .'", "'U.'"})
    void oddTextsAreCutWithoutError(String text) {
        Tokens tokens = read(text, text);

        for (int token = 0; token < tokens.size(); token++) {
            assertThat(tokens.word(token)).isNotNull();
            assertThat(tokens.end(token)).isGreaterThan(tokens.start(token));
        }
    }

    @Test
    void aLongTextGrowsTheArrays() {
        assertThat(read("", "word ".repeat(50_000)).size()).isEqualTo(50_000);
    }
}
