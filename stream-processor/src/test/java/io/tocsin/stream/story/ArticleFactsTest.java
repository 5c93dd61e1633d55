package io.tocsin.stream.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.stream.story.ArticleFacts.Part;
import io.tocsin.stream.tag.ShippedTagger;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFactsTest {
    private static final Tagger.Session SESSION = ShippedTagger.TAGGER.session();
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static StoryCandidate read(@Nullable String language, String title, String text) {
        RawArticle article = new RawArticle(
                "a",
                null,
                title,
                text,
                false,
                language,
                new Source("example.org", "example.org", null),
                List.of(),
                NOON,
                null,
                NOON);
        return ((Tagging.Tagged) SESSION.tag(article)).candidate();
    }

    private static List<Quantity> numbers(String language, String text) {
        return Arrays.stream(read(language, "", text).facts().of(Part.NUMBERS))
                .mapToObj(Quantity::unpacked)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The blast killed fourteen people near the market",
                "en|At least 14 people were killed near the market",
                "es|Al menos catorce muertos junto al mercado",
                "fr|Quatorze morts près du marché",
                "de|Mindestens 14 Menschen wurden bei dem Brand getötet",
                "ru|Погибли 14 человек, сообщили власти",
                "ar|مقتل ١٤ شخصا في السوق",
                "tr|Patlamada 14 kişi hayatını kaybetti",
                "pt|Ao menos 14 mortos perto do mercado",
                "zh|爆炸造成14人死亡",
                "zh|爆炸造成十四人死亡"
            })
    void theDeadAreCountedInEachLanguage(String language, String text) {
        assertThat(numbers(language, text)).contains(new Quantity(Quantity.Unit.DEAD, 14));
    }

    @Test
    void numbersKeepWhatTheyCount() {
        assertThat(numbers(
                        "en", "The quake of magnitude 6.1 killed 14 people and injured 1,200; aid of $3 million came."))
                .extracting(Quantity::unit)
                .containsExactlyInAnyOrder(
                        Quantity.Unit.MAGNITUDE, Quantity.Unit.DEAD, Quantity.Unit.INJURED, Quantity.Unit.MONEY);
        assertThat(numbers("en", "They met at 06:30 on March 5, 2026.")).isEmpty();
    }

    @Test
    void aTownIsTheSameInAnyLanguage() {
        int[] english =
                read("en", "", "Shells fell on Kharkiv on Monday.").facts().of(Part.TOWNS);

        assertThat(read("ru", "", "Снаряды упали в понедельник на Харьков.")
                        .facts()
                        .of(Part.TOWNS))
                .isEqualTo(english)
                .isNotEmpty();
        assertThat(read("en", "", "Shells fell on Kherson on Monday.").facts().of(Part.TOWNS))
                .doesNotContain(english[0]);
    }

    @Test
    void factsSurviveTheirText() {
        ArticleFacts facts = read("en", "Quake kills 14", "Rosa Quispe said 14 died in Arequipa.")
                .facts();

        assertThat(ArticleFacts.decoded(facts.encoded())).isEqualTo(facts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|PARIS (Reuters) - The minister left on Monday, his office said.|thomson-reuters",
                "en|NAIROBI, Kenya (AP) — The minister left on Monday.|associated-press",
                "fr|(Agence France-Presse) Le ministre est parti lundi de la capitale.|afp",
                "es|Lima, (EFE).- El ministro dejó el lunes su cargo en la capital.|efe",
                "ru|МОСКВА, 10 марта. /ТАСС/. Министр ушел в отставку в понедельник.|tass",
                "zh|新华社太原电 部长周一辞职。|xinhua",
                "en|The minister left on Monday, his office said in a short note to the press. — AFP|afp"
            })
    void aCreditedAgencyIsTheVoice(String language, String text, String owner) {
        assertThat(read(language, "", text).voice()).isEqualTo(owner);
    }

    @Test
    void anAgencyThatIsOnlyQuotedIsNot() {
        assertThat(read("en", "", "The minister told Reuters that he would leave on Monday after the vote.")
                        .voice())
                .isEqualTo("example.org");
    }
}
