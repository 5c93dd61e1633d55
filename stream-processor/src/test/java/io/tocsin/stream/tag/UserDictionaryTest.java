package io.tocsin.stream.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.events.Evidence;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.UserDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a user's file does to the tags. */
class UserDictionaryTest {
    private static final Tagger SHIPPED = ShippedTagger.TAGGER;

    private static final String TEXT = "Troops glidebombed Sunny Foothills on Monday, the governor said. Residents"
            + " near Tbilisi spoke of a siege. A zoomgun was seen.";

    private static UserDictionary user(String text) {
        return UserDictionary.parse(List.of(new DictionaryFile("desk.txt", text)));
    }

    private static TaggedArticle tag(Tagger tagger, String text) {
        Instant seen = Instant.parse("2026-03-01T08:00:00Z");
        Source source = new Source("desk.example", "desk.example", null);
        RawArticle article = new RawArticle("a", null, "", text, false, "en", source, List.of(), seen, null, seen);
        return tagger.session().tag(article).fold(Tagging.Tagged::article, untaggable -> {
            throw new AssertionError(untaggable.toString());
        });
    }

    private static List<String> countryWords(TaggedArticle article) {
        return article.countries().stream()
                .flatMap(country -> country.evidence().stream().map(evidence -> country.code() + " " + evidence.text()))
                .toList();
    }

    private static List<String> topicWords(TaggedArticle article, String topic) {
        return article.topics().stream()
                .filter(found -> found.code().equals(topic))
                .flatMap(found -> found.evidence().stream().map(Evidence::text))
                .toList();
    }

    private static List<String> escalationWords(TaggedArticle article) {
        return article.escalation().matches().stream()
                .map(TaggedArticle.Match::text)
                .toList();
    }

    @Test
    void addsEntriesToEachDictionary() {
        Tagger tagger = Tagger.load(user("""
                # our desk
                [country]
                GE\tregion\ten\tSunny Foothills|Rainy Foothills
                [topic en]
                [medtop:20000056 4]
                zoomgun+n
                [escalation en]
                [fight act 9]
                glidebomb+v
                """));

        TaggedArticle before = tag(SHIPPED, TEXT);
        TaggedArticle after = tag(tagger, TEXT);

        assertThat(countryWords(before)).doesNotContain("GE Sunny Foothills");
        assertThat(countryWords(after)).contains("GE Sunny Foothills", "GE Tbilisi");
        assertThat(topicWords(before, "medtop:20000056")).doesNotContain("zoomgun");
        assertThat(topicWords(after, "medtop:20000056")).contains("zoomgun");
        assertThat(escalationWords(before)).doesNotContain("glidebombed");
        assertThat(escalationWords(after)).contains("glidebombed");
    }

    @Test
    void switchesEntriesOff() {
        String text = "Rebels shelled them. That was near Tbilisi. The militia and protesters ended the siege.";
        Tagger tagger = Tagger.load(user("""
                [country off]
                Tbilisi
                [topic en off]
                militia+n
                medtop:16000000: siege
                [escalation en off]
                shelled
                """));

        TaggedArticle before = tag(SHIPPED, text);
        TaggedArticle after = tag(tagger, text);

        assertThat(countryWords(before)).contains("GE Tbilisi");
        assertThat(countryWords(after)).doesNotContain("GE Tbilisi");
        assertThat(topicWords(before, "medtop:20000056")).contains("militia");
        assertThat(topicWords(after, "medtop:20000056")).doesNotContain("militia");
        assertThat(escalationWords(before)).anyMatch(words -> words.startsWith("shelled"));
        assertThat(escalationWords(after)).noneMatch(words -> words.startsWith("shelled"));
    }

    @Test
    void switchesOffOneMeaningOfAName() {
        Tagger tagger = Tagger.load(user("[country off]\nUS: Georgia\n"));
        String text = "Voters in Georgia go to the polls, the sheriff of Fulton County said in Atlanta.";

        assertThat(countryWords(tag(SHIPPED, text))).contains("US Georgia");
        assertThat(countryWords(tag(tagger, text))).contains("GE Georgia").doesNotContain("US Georgia");
    }

    @Test
    void anEntrySwitchedOffCanBeAddedAnew() {
        Tagger tagger = Tagger.load(user("""
                [topic en off]
                siege
                [topic en]
                [medtop:04000000 4]
                siege
                """));

        assertThat(topicWords(tag(tagger, TEXT), "medtop:04000000")).contains("siege");
    }

    @Test
    void theSetsOfTheDictionaryCanBeUsed() {
        Tagger tagger = Tagger.load(user("[escalation en]\n[fight act 9]\nzoomgunned .. $troops\n"));

        assertThat(escalationWords(tag(tagger, "They zoomgunned several soldiers.")))
                .anyMatch(words -> words.startsWith("zoomgunned"));
    }

    @Test
    void theVersionTellsOfTheFileWhateverItsName() {
        DictionaryFile file = new DictionaryFile("desk.txt", "[country off]\nTbilisi\n");
        DictionaryFile renamed = new DictionaryFile("other.txt", file.text());
        DictionaryFile edited = new DictionaryFile("desk.txt", "[country off]\nBatumi\n");

        String version = Tagger.load(UserDictionary.parse(List.of(file))).version();

        assertThat(version).matches("\\Q" + SHIPPED.version() + "\\E\\.[0-9a-f]{8}");
        assertThat(Tagger.load(UserDictionary.parse(List.of(renamed))).version())
                .isEqualTo(version);
        assertThat(Tagger.load(UserDictionary.parse(List.of(edited))).version()).isNotEqualTo(version);
        assertThat(tag(Tagger.load(user(file.text())), TEXT).lexicon()).isEqualTo(version);
    }

    /** Lines that are wrong are followed by what is to be said of them. */
    @Test
    void everyMistakeIsReportedAtOnceWithLineAndRemedy() {
        List<String> marked = """
                siege                          ! no heading above it: write [country], [topic en] or [escalation en]
                [topic]                        ! write [topic en] or [topic en off]
                [topic en on]                  ! write [topic en] or [topic en off]
                [country en]                   ! write [country] or [country off]
                [escalation xx]                ! no dictionary in language 'xx'; there are en, fr
                [country]
                UA Foo                         ! write code, kind, languages and phrases
                QQ  name  en  Foo              ! no country 'QQ'
                UA  town  en  Foo              ! no kind 'town'; one of name
                UA  name  qqq  Foo             ! no language 'qqq'; write its two-letter code
                UA  name  en  Foo|a*           ! fewer than 3 characters
                UA  name  en  Foo|             ! no word in phrase
                [country off]
                Tbilisiland                    ! there is no entry 'Tbilisiland' to switch off: did you mean 'Tbilisi
                AM: Tbilisi                    ! there is no entry 'AM: Tbilisi' to switch off: did you mean 'GE: Tbilisi'
                [topic en]
                foo                            ! a term before the first [section]
                [medtop:1 2]                   ! is not in topics.tsv
                [medtop:20000066 2]
                protest+n                      ! already: keep one of them
                [topic en off]
                protests                       ! did you mean 'protest+n'
                [escalation en]
                [fight act 11]                 ! strength 11 is not from 0 to 10
                foo .. $nothing                ! $nothing is not defined above
                [escalation en off]
                zoomgun                        ! write it as the dictionary does, or take the line out
                """.lines().toList();
        String text = marked.stream().map(line -> line.split("\\s+! ", 2)[0]).collect(Collectors.joining("\n"));

        List<String> problems = broken(text).problems().stream()
                .map(DictionaryProblem::toString)
                .toList();

        List<Integer> wrong = IntStream.range(0, marked.size())
                .filter(line -> marked.get(line).contains("! "))
                .boxed()
                .toList();
        assertThat(problems).hasSameSizeAs(wrong);
        for (int i = 0; i < problems.size(); i++) {
            int line = wrong.get(i);
            assertThat(problems.get(i))
                    .startsWith("desk.txt:" + (line + 1) + ": ")
                    .contains(marked.get(line).split("\\s+! ", 2)[1]);
        }
    }

    @Test
    void theExampleOfTheDocumentCanBeUsed() throws IOException {
        String example = Files.readAllLines(Path.of("..", "docs", "lexicon.md")).stream()
                .dropWhile(line -> !line.equals("    # desk.txt"))
                .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        String text = "Soldiers glide-bombed the village of Sunny Foothills.";

        TaggedArticle article = tag(Tagger.load(user(example)), text);

        assertThat(countryWords(article)).contains("UA Sunny Foothills");
        assertThat(escalationWords(article)).anyMatch(words -> words.startsWith("glide-bombed"));
    }

    private static BrokenDictionary broken(String text) {
        return catchThrowableOfType(BrokenDictionary.class, () -> Tagger.load(user(text)));
    }
}
