package io.tocsin.stream.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource({
        "Élysée, elysee",
        "ÅLAND, aland",
        "Straße, strasse",
        "Łódź, lodz",
        "İran, iran",
        "IĞDIR, igdir",
        "Ελλάδα, ελλαδα",
        "Ёлка, елка",
        "Москва, москва",
        "إيران, ايران",
        "ایران, ايران",
        "غزّة, غزه",
        "ＡＢＣ, abc",
        "中国, 中国",
        "한국, 한국",
        "don’t, don't",
    })
    void oneSpellingForMany(String word, String folded) {
        assertThat(Fold.fold(word)).isEqualTo(folded);
    }

    @Test
    void foldingTwiceChangesNothing() {
        for (int c = 0; c < Character.MAX_VALUE; c++) {
            String once = Fold.fold(String.valueOf((char) c));
            assertThat(Fold.fold(once)).as("U+%04X", c).isEqualTo(once);
        }
    }

    @Test
    void whatDoesNotFitIsCut() {
        char[] buffer = new char[3];

        assertThat(Fold.fold("ßßß", 0, 3, buffer)).isEqualTo(3);
        assertThat(buffer).containsExactly('s', 's', 's');
    }
}
