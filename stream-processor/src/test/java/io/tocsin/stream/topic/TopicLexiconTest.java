package io.tocsin.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.Languages;
import io.tocsin.stream.text.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLexiconTest {
    @Test
    void theShippedDictionariesAreSound() {
        assertThat(TopicLexicon.lint()).isEmpty();
        assertThat(TopicLexicon.load().files()).hasSizeGreaterThanOrEqualTo(19);
    }

    @Test
    void allSeventeenTopLevelTopicsAreThere() {
        TopicIndex index = TopicIndex.load();
        int top = 0;
        for (int topic = 0; topic < index.size(); topic++) {
            top += index.broader(topic) < 0 ? 1 : 0;
        }

        assertThat(top).isEqualTo(17);
        assertThat(index.name(index.number("medtop:16000000"))).isEqualTo("conflict, war and peace");
        assertThat(index.broader(index.number("medtop:20000062"))).isEqualTo(index.number("medtop:20000056"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "fr", "es", "de", "pt", "ru", "ar", "fa", "tr", "he", "uk", "zh", "ja", "hi", "sw", "ha", "am",
                "pcm", "it"
            })
    void everyLanguageHasTermsForAllTopLevelTopics(String code) {
        TopicLexicon lexicon = TopicLexicon.load();
        TopicIndex index = lexicon.index();
        int language = lexicon.languages().number(code);
        Set<String> known = new HashSet<>();
        for (int entry = 0; entry < lexicon.size(); entry++) {
            if (lexicon.language[entry] == language) {
                for (int topic = lexicon.topic[entry]; topic >= 0; topic = index.broader(topic)) {
                    if (index.broader(topic) < 0) {
                        known.add(index.code(topic));
                    }
                }
            }
        }

        assertThat(known).hasSize(17);
    }

    @Test
    void theDocumentListsTheTopicsInUse() throws IOException {
        TopicIndex index = TopicIndex.load();
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "topics-iptc.md"));
        List<String> listed = lines.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.replaceAll(".*`(medtop:\\d+)`.*", "$1"))
                .filter(code -> code.startsWith("medtop:"))
                .toList();
        List<String> inUse =
                IntStream.range(0, index.size()).mapToObj(index::code).toList();

        assertThat(listed).isEqualTo(inUse);
    }

    @Test
    void numbersFollowEachOther() {
        TopicLexicon lexicon = TopicLexicon.load();

        assertThat(lexicon.register(new Lexicon.Builder(), 7)).isEqualTo(7 + lexicon.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            war                               | before the first [section]
            [medtop:99999999 2]               | is not in topics.tsv
            [medtop:16000000 many]            | 'many' is no weight
            [medtop:16000000 2];war = 9       | '9' is no weight
            [medtop:16000000 2];war;war       | stands in topic/en.txt:2 already
            [medtop:16000000 2];w*            | fewer than 3 characters
            [medtop:16000000 2                | no ']'
            """)
    void aMistakeIsReportedWithItsLine(String text, String complaint) {
        DictionaryFile file = new DictionaryFile("topic/en.txt", text.replace(';', '\n'));

        List<DictionaryProblem> problems = TopicLexicon.lint(TopicIndex.load(), Languages.load(), List.of(file));

        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).toString()).startsWith("topic/en.txt:").contains(complaint);
    }
}
