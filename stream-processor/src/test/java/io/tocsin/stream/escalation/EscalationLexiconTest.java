package io.tocsin.stream.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.Languages;
import io.tocsin.stream.lexicon.UserDictionary;
import io.tocsin.stream.text.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationLexiconTest {
    @Test
    void theShippedDictionariesAreSound() {
        assertThat(EscalationLexicon.lint()).isEmpty();
        assertThat(EscalationLexicon.load().files())
                .extracting(DictionaryFile::name)
                .contains(
                        "escalation/en.txt",
                        "escalation/es.txt",
                        "escalation/fr.txt",
                        "escalation/ru.txt",
                        "escalation/ar.txt",
                        "escalation/de.txt",
                        "escalation/pt.txt",
                        "escalation/tr.txt",
                        "escalation/fa.txt",
                        "escalation/he.txt",
                        "escalation/uk.txt",
                        "escalation/zh.txt");
    }

    @Test
    void numbersFollowEachOther() {
        EscalationLexicon lexicon = EscalationLexicon.load();

        assertThat(lexicon.register(new Lexicon.Builder(), 1000)).isEqualTo(1000 + lexicon.entries());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            bomb+v                      | before the first [section]
            [fight act 11]              | not from 0 to 10
            [fite act 9]                | 'fite' is no family
            [fight act 9 -> nowhere]    | 'nowhere' is no governs
            [cue sometimes]             | 'sometimes' is no cue
            [fight act 9                | no ']'
            [fight act 9];bomb+x        | unknown mark
            [fight act 9];a .. b .. c .. d .. e | more than 4 parts
            [fight act 9];$army         | is not defined above
            [fight act 9];hit ..30.. port | more than 20 words
            [fight act 9];bomb;bomb     | stands in escalation/en.txt:2 already
            [fight act 9];bo*           | fewer than 3 characters
            [fight act 9];bomb = high   | 'high' is no strength
            [fight act 9];bomb ..       | a gap without a part
            """)
    void aMistakeIsReportedWithItsLine(String text, String complaint) {
        DictionaryFile file = new DictionaryFile("escalation/en.txt", text.replace(';', '\n'));

        List<DictionaryProblem> problems = EscalationLexicon.lint(Languages.load(), List.of(file));

        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).toString()).startsWith("escalation/en.txt:").contains(complaint);
    }

    @Test
    void aDictionaryWithAMistakeIsRefused() {
        DictionaryFile file = new DictionaryFile("escalation/en.txt", "[fight act 9]\nbomb\nbomb\n");

        assertThatThrownBy(() -> EscalationLexicon.compile(Languages.load(), List.of(file), UserDictionary.NONE))
                .isInstanceOf(BrokenDictionary.class)
                .hasMessage("escalation/en.txt:3: 'bomb' stands in escalation/en.txt:2 already: keep one of them");
    }

    @Test
    void anUnknownLanguageIsRefused() {
        DictionaryFile file = new DictionaryFile("escalation/tlh.txt", "[fight act 9]\nbomb\n");

        assertThat(EscalationLexicon.lint(Languages.load(), List.of(file)))
                .extracting(DictionaryProblem::message)
                .containsExactly("language 'tlh' is not in languages.txt");
    }
}
