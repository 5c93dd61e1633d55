package io.tocsin.stream.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stream.country.Gazetteer;
import io.tocsin.stream.escalation.EscalationLexicon;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.topic.TopicLexicon;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No dictionary can be edited without a new version. */
class VersionedFilesTest {

    private static final List<String> VERSIONED =
            Tagger.files(Gazetteer.load(), TopicLexicon.load(), EscalationLexicon.load()).stream()
                    .map(DictionaryFile::name)
                    .toList();

    @ParameterizedTest
    @CsvSource({"lexicon, version.txt", "topic, en.txt", "escalation, en.txt"})
    void everyFileOfTheFolderIsInTheVersion(String folder, String one) throws Exception {
        URL known = Objects.requireNonNull(Tagger.class.getResource("/io/tocsin/stream/" + folder + "/" + one));
        try (Stream<Path> files = Files.list(Path.of(known.toURI()).resolveSibling(""))) {
            List<String> data = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(txt|tsv)") && !name.equals("version.txt"))
                    .map(name -> folder + "/" + name)
                    .toList();
            assertThat(data).isNotEmpty();
            assertThat(VERSIONED).containsAll(data).doesNotHaveDuplicates();
        }
    }
}
