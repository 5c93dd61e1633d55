package io.tocsin.alerts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.EvidenceArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static String of(String title, String source) {
        return Headline.of(List.of(new EvidenceArticle("a", null, title, source, null)), "the rule");
    }

    @Test
    void namesItsSource() {
        assertThat(of("Troops  cross\nthe river", "post.example")).isEqualTo("Troops cross the river – post.example");
    }

    @Test
    void isCutAtAWord() {
        String headline = of("Border ".repeat(40), "a-source-with-quite-a-long-name.example");
        assertThat(headline).hasSizeLessThanOrEqualTo(Alert.MAX_HEADLINE).contains("Border… – a-source");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (int shift = 0; shift < 12; shift++) {
            String headline = of("x".repeat(shift) + family.repeat(30), "s.example");
            String cut = headline.substring(shift, headline.indexOf('…'));
            assertThat(headline).hasSizeLessThanOrEqualTo(Alert.MAX_HEADLINE);
            assertThat(cut.length() % family.length()).isZero();
        }
    }

    @Test
    void holdsNothingThatSteersATerminal() {
        assertThat(of("a\u001B[31mred\u202Eback", "s.example")).isEqualTo("a [31mred back – s.example");
    }

    @Test
    void withoutEvidenceItIsTheRulesTitle() {
        assertThat(Headline.of(List.of(), "Surge of conflict news")).isEqualTo("Surge of conflict news");
        assertThat(of("  ", "s.example")).isEqualTo("the rule");
    }
}
