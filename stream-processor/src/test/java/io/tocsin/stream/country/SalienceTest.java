package io.tocsin.stream.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Evidence;
import io.tocsin.events.Field;
import io.tocsin.events.TaggedArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalienceTest {

    @Test
    void theCountryOfTheTitleComesFirst() {
        Article article = Article.of(
                "Flood kills dozens in Pakistan",
                "Rivers burst their banks on Sunday. India offered help, and so did China and the United States.");

        assertThat(article.focus()).containsExactly("PK");
        assertThat(article.codes()).isEqualTo("CN IN PK US");
    }

    @Test
    void twoCountriesAreInFocusWhenTheArticleIsAboutBoth() {
        Article article = Article.of(
                "Armenia and Azerbaijan exchange prisoners",
                "Armenia and Azerbaijan freed twenty soldiers each. A Swiss mediator welcomed it.");

        assertThat(article.focus()).containsExactly("AM", "AZ");
        assertThat(article.country("CH").salience())
                .isLessThan(article.country("AM").salience());
    }

    @Test
    void theDatelineIsNotTheSubject() {
        Article article = Article.english(
                "GENEVA, June 3 (Reuters) - Sudan agreed to a truce. Sudan's army said it would hold for a week.");

        assertThat(article.countries().get(0).code()).isEqualTo("SD");
        assertThat(article.focus()).containsExactly("SD");
        assertThat(article.codes()).isEqualTo("CH SD");
    }

    @Test
    void aPlaceLineAloneIsBetterThanNothing() {
        Article article = Article.english("NAIROBI - Rains flooded the market, and traders lost their goods.");

        assertThat(article.focus()).containsExactly("KE");
    }

    @Test
    void whoSpeaksWeighsLessThanWhomTheySpeakOf() {
        Article article =
                Article.english("It rained. It snowed. A French official said the Malian army had withdrawn.");

        assertThat(article.countries().get(0).code()).isEqualTo("ML");
    }

    @Test
    void whereItWasSaidWeighsLessThanWhatWasSaid() {
        Article article = Article.english(
                "It rained. It snowed. The minister told reporters in Ankara that roads were wet, then left for Baku.");

        assertThat(article.countries().get(0).code()).isEqualTo("AZ");
    }

    @Test
    void aCurrencyIsNoSubject() {
        Article article = Article.english("The mine in Zambia was sold for two million Canadian dollars.");

        assertThat(article.focus()).containsExactly("ZM");
    }

    @Test
    void noCountryIsAnEmptyAnswer() {
        assertThat(Article.english("The recipe needs two eggs and some flour.").countries())
                .isEmpty();
        assertThat(Article.of("", "").countries()).isEmpty();
    }

    @Test
    void evidenceGivesTheWordsAndWhatTheyAre() {
        String text =
                "Putin left. In Tehran, Iranian and Iranian-backed forces met; Texas and the Kremlin waited. The UK?";
        Article article = Article.of("Iran's vote", text);

        List<Evidence> iran = article.country("IR").evidence();
        assertThat(iran.get(0)).isEqualTo(new Evidence("Iran", Field.TITLE, 0, 4, "name"));
        assertThat(iran).extracting(Evidence::as).contains("capital", "demonym");
        for (TaggedArticle.Country country : article.countries()) {
            for (Evidence evidence : country.evidence()) {
                String field = evidence.field() == Field.TITLE ? "Iran's vote" : text;
                assertThat(field.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
            }
        }
        assertThat(article.country("RU").evidence()).extracting(Evidence::as).contains("leader", "institution");
        assertThat(article.country("US").evidence()).extracting(Evidence::as).containsExactly("region");
        assertThat(article.country("GB").evidence()).extracting(Evidence::as).containsExactly("code");
    }

    @Test
    void evidenceIsFiveSpansAtMost() {
        assertThat(Article.english("Peru. ".repeat(40)).country("PE").evidence())
                .hasSize(5);
    }

    @Test
    void salienceLiesBetweenNoneAndAll() {
        Article article = Article.of("Norway", "Norway and Chad. ".repeat(30) + "Fiji.");

        for (TaggedArticle.Country country : article.countries()) {
            assertThat(country.salience()).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
        assertThat(Article.english("Norway votes.").country("NO").salience()).isEqualTo(1.0);
    }

    @Test
    void tiesAreOrderedByCode() {
        assertThat(Article.english("It went on. So it did. Yemen, Fiji and Chad signed.")
                        .countries())
                .extracting(TaggedArticle.Country::code)
                .containsExactly("FJ", "TD", "YE");
    }
}
