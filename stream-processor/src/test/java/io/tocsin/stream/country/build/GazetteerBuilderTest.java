package io.tocsin.stream.country.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerBuilderTest {
    private static final String[] NEWSMAP = {
        "arabic",
        "chinese_simplified",
        "chinese_traditional",
        "french",
        "german",
        "hebrew",
        "italian",
        "japanese",
        "portuguese",
        "russian",
        "spanish",
        "turkish"
    };

    @TempDir
    private Path source = Path.of("");

    @TempDir
    private Path target = Path.of("");

    @BeforeEach
    void writeSources() throws IOException {
        write("geonames/countryInfo.txt", "#\n" + country("PE", "BO,EC") + country("EC", "PE"));
        write(
                "geonames/cities500.txt",
                city("1", "Lima", "Lima", "Ciudad de los Reyes,LIM,li ma,Лима,リマ", "PPLC", "PE", "15", "7737002")
                        + city("2", "Lima", "Lima", "", "PPL", "EC", "02", "20000")
                        + city("3", "Aldea", "Aldea", "", "PPL", "PE", "15", "900"));
        write("geonames/admin1CodesASCII.txt", "PE.15\tLima Province\tLima Province\t9\nPE.99\tCentral\tCentral\t8\n");
        write("cldr/territory_names.jsonl", """
                {"locale": "en", "territories": {"PE": "Peru", "EC": "Ecuador", "EU": "European Union"}}
                {"locale": "ru", "territories": {"PE": "Перу", "EC": "Эквадор"}}
                {"locale": "de-AT", "territories": {"PE": "Peru"}}
                """);
        write("i18n_iso_countries/countries_by_lang.json", "{\"en\": {\"PE\": [\"Peru\", \"Peru, Republic of\"]}}");
        write("i18n_nationality/nationalities_by_lang.json", "{\"nl\": {\"PE\": \"Peruaans\"}, \"en\": {}}");
        write("factbook/factbook_summary.jsonl", """
                {"iso2": "PE", "short": "Peru", "long": "Republic of Peru", "nationality_noun": "Peruvian(s)",\
                 "nationality_adj": "Peruvian", "chief_of_state": "President Ana PUR&Eacute; (since 1 May 2024)",\
                 "head_of_government": "President Ana PUR&Eacute; (since 1 May 2024)"}
                """);
        for (String language : NEWSMAP) {
            write(
                    "newsmap/" + language + ".yml",
                    language.equals("german") ? "  'PE': [Peru, peruanisch*, Lima]\n" : "");
        }
        Files.writeString(target.resolve("drops.tsv"), "# none\nPE\tde\tPerus\n");
    }

    private void write(String name, String content) throws IOException {
        Path file = source.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }

    private static String country(String code, String neighbours) {
        return code + "\t".repeat(17) + neighbours + "\t\n";
    }

    private static String city(String... c) {
        return String.join("\t", c[0], c[1], c[2], c[3], "0", "0", "P", c[4], c[5], "", c[6], "", "", "", c[7], "\n");
    }

    private List<String> rows(String file) throws IOException {
        return Files.readAllLines(target.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void theFilesAreSortedAndComplete() throws IOException {
        new GazetteerBuilder(source, target).build();

        assertThat(rows("names.tsv"))
                .containsExactly(
                        "EC\tname\t*\tEcuador",
                        "EC\tname\tru\tЭквадор|Эквадор*",
                        "PE\tname\t*\tPeru|Republic of Peru",
                        "PE\tname\tru\tПеру");
        assertThat(rows("demonyms.tsv"))
                .containsExactly(
                        "PE\tcapital\tde\tLima",
                        "PE\tdemonym\t*\tPeruvian|Peruvians",
                        "PE\tdemonym\tde\tperuanisch*",
                        "PE\tdemonym\tnl\tperuaans|peruaanse",
                        "PE\tname\tde\tPeru");
        assertThat(rows("cities.tsv")).containsExactly("EC\t02\t20000\t\tLima\t", "PE\t15\t7737002\tC\tLima\tЛима|リマ");
        assertThat(rows("regions.tsv")).containsExactly("PE\t15\t7737902\tLima Province\tLima");
        assertThat(rows("leaders.tsv")).containsExactly("PE\tleader\t*\tAna Puré\tPresident, 1 May 2024");
        assertThat(rows("neighbours.tsv")).containsExactly("EC\tPE", "PE\tBO,EC");
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        new GazetteerBuilder(source, target).build();
        String once = Files.readString(target.resolve("names.tsv")) + Files.readString(target.resolve("cities.tsv"));
        new GazetteerBuilder(source, target).build();

        assertThat(Files.readString(target.resolve("names.tsv")) + Files.readString(target.resolve("cities.tsv")))
                .isEqualTo(once)
                .startsWith("# Names of countries");
    }
}
