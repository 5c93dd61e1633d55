package io.tocsin.stream.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theShippedFilesAreWithoutMistakes() {
        assertThat(GazetteerLint.check()).isEmpty();
    }

    @Test
    void everyCountryOfTheWorldIsThere() {
        assertThat(Gazetteer.load().countries())
                .contains("XK", "TW", "PS", "EH", "HK", "VA", "SS")
                .hasSizeBetween(245, 250);
    }

    @Test
    void aFileInTheFolderReplacesTheShippedOne() throws IOException {
        Files.writeString(folder.resolve("more.tsv"), "# mine\nPE\tname\t*\tPurulandia\n");
        Gazetteer gazetteer = Gazetteer.load(folder);
        Lexicon.Builder builder = new Lexicon.Builder();
        int next = gazetteer.register(builder, 5);
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        builder.build().read("", "They went to Purulandia.", tokens, hits);

        assertThat(next).isEqualTo(5 + gazetteer.size());
        assertThat(new CountryResolver(gazetteer, 5).resolve(tokens, hits, "en", null))
                .singleElement()
                .satisfies(country -> assertThat(country.code()).isEqualTo("PE"));
    }

    @Test
    void errorsNameTheFileAndTheLine() throws IOException {
        Files.writeString(folder.resolve("more.tsv"), "# mine\n\nPE\tnom\t*\tPurulandia\n");
        assertThatThrownBy(() -> Gazetteer.load(folder))
                .isInstanceOf(GazetteerException.class)
                .hasMessageStartingWith("more.tsv:3: no kind 'nom'; one of name, code,");

        Files.writeString(folder.resolve("more.tsv"), "");
        Files.writeString(folder.resolve("cities.tsv"), "PE\t01\tmany\t\tPurulandia\t\n");
        assertThatThrownBy(() -> Gazetteer.load(folder)).hasMessage("cities.tsv:1: column 3 is no number: 'many'");

        Files.writeString(folder.resolve("cities.tsv"), "ZZ\t01\t5\t\tPurulandia\t\n");
        assertThatThrownBy(() -> Gazetteer.load(folder)).hasMessage("cities.tsv:1: no country 'ZZ'");
    }

    @Test
    void theLintSaysWhatIsWrongAndWhere() throws IOException {
        for (String name :
                new String[] {"names", "demonyms", "peoples", "leaders", "codes", "institutions", "masks", "neighbours"
                }) {
            Files.writeString(folder.resolve(name + ".tsv"), "");
        }
        Files.writeString(folder.resolve("regions.tsv"), "PE\tx\t12\tPuru\t\n");
        Files.writeString(folder.resolve("cities.tsv"), "ZZ\tx\t12\t\t...\t\n");
        Files.writeString(folder.resolve("words.tsv"), "given\t*\tAnn|ann\nkin\t*\tBob\n");
        Files.writeString(folder.resolve("more.tsv"), """
                PE\tname\tru\tPurulandia
                PE\tname\t*\tPuru|Púru
                PE\tdemonym\t*\tpur*
                PE\tname\tPurulandia
                """);

        assertThat(GazetteerLint.check(folder))
                .containsExactly(
                        "cities.tsv:1: 'ZZ' is no country code of ISO 3166-1",
                        "cities.tsv:1: no word in phrase '...'",
                        "more.tsv:1: 'Purulandia' is not written in the script of language ru",
                        "more.tsv:2: repeats 'Púru' of line 2",
                        "more.tsv:3: fewer than 4 letters before the * in 'pur*'",
                        "more.tsv:4: has 3 columns, not code, kind, languages, phrases",
                        "words.tsv:1: repeats 'ann'",
                        "words.tsv:2: no word class 'kin'; one of given, surname, title, office, common, locative, saying,"
                                + " currency, street, firm, paper, tongue, speech, ware, county");
    }
}
