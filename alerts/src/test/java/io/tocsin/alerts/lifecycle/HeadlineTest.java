package io.tocsin.alerts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.EvidenceArticle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isShortSourcedAndNeverInvented(long seed) {
        List<String> words = List.of(
                "Troops",
                "border",
                "ceasefire",
                "Грузия",
                "外交部",
                "أخبار",
                "e\u0301te\u0301",
                "\uD83D\uDD14",
                "\u202E",
                "a-very-long-compound-word");
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder title = new StringBuilder("News");
            for (int count = random.nextInt(40); count > 0; count--) {
                title.append(' ').append(words.get(random.nextInt(words.size())));
            }
            String source = "desk.".repeat(random.nextInt(20)) + "example";

            String headline = of(title.toString(), source);

            assertThat(headline).hasSizeLessThanOrEqualTo(Alert.MAX_HEADLINE);
            int dash = headline.lastIndexOf(" – ");
            assertThat(dash).as(headline).isPositive();
            assertThat(title.toString().replace("\u202E", " ").replaceAll("\\s+", " "))
                    .as("the title's own words")
                    .startsWith(headline.substring(0, dash).replace("…", ""));
            assertThat(source).startsWith(headline.substring(dash + 3).replace("…", ""));
        }
    }
}
