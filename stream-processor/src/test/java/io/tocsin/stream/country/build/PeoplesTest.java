package io.tocsin.stream.country.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeoplesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | malien    | malienne maliennes maliens
            fr | russe     | russes
            fr | turc      | turcs turque turques
            fr | français  | française françaises
            es | chileno   | chilena chilenas chilenos
            es | japonés   | japonesa japonesas japoneses
            es | iraní     | iraníes
            pt | chinês    | chinesa chinesas chineses
            it | tedesco   | tedesca tedesche tedeschi tedesci
            it | francese  | francesi
            fi | saksalainen | saksalais*
            en | Malian    | ''
            """)
    void byGenderAndNumber(String language, String word, String forms) {
        assertThat(String.join(" ", Peoples.forms(word, language))).isEqualTo(forms);
    }
}
