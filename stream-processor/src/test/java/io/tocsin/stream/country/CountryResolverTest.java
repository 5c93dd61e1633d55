package io.tocsin.stream.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.TaggedArticle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CountryResolverTest {

    @Test
    void mentionsStandInTheOrderOfTheArticle() {
        CountryMentions mentions = Article.english("Russia attacked Ukraine. Later Poland warned Russia.")
                .mentions();

        assertThat(mentions.size()).isEqualTo(4);
        assertThat(mentions.country(0)).isEqualTo("RU");
        assertThat(mentions.from(1)).isEqualTo(2);
        assertThat(mentions.to(1)).isEqualTo(3);
        assertThat(mentions.kind(2)).isEqualTo(MentionKind.NAME);
        assertThat(mentions.between(0, 3)).containsExactly("RU", "UA");
        assertThat(mentions.between(3, 8)).containsExactly("PL", "RU");
        assertThat(mentions.between(1, 2)).isEmpty();
        assertThat(mentions.first(100)).isEqualTo(4);
    }

    @Test
    void theSameArticleGivesTheSameAnswerWhateverWasReadBefore() {
        Article first = Article.of("Jordan and Georgia", "Georgia, Jordan, Cordoba and Paris, Texas. Chad said so.");
        List<TaggedArticle.Country> once = first.countries();
        Article.english("Atlanta, Georgia. Michael Jordan. Chad Smith.").countries();

        assertThat(first.countries()).isEqualTo(once);
        assertThat(first.countries()).isEqualTo(once);
    }

    @Test
    void brokenTextIsRead() {
        assertThat(Article.english("\ud83d Iran \udc00\ud83d\ude00 Israel\u0000 \ud800")
                        .codes())
                .isEqualTo("IL IR");
        assertThat(Article.english("....").codes()).isEmpty();
        assertThat(Article.english(".Iran.").codes()).isEqualTo("IR");
        assertThat(Article.english(",,, — \n\n - Iran").codes()).isEqualTo("IR");
        assertThat(Article.of("Iran", "").codes()).isEqualTo("IR");
    }

    @Test
    void aHugeTextIsRead() {
        String text = "Iran met Israel in Oman, Georgia and Jordan. ".repeat(20_000);

        assertThat(Article.english(text).codes()).isEqualTo("GE IL IR JO OM");
    }

    @Test
    @Timeout(20)
    void aTextOfOneAmbiguousNameOnlyIsReadInTime() {
        assertThat(Article.english("Jordan fell. ".repeat(200_000) + "Chad Smith left. ".repeat(50_000))
                        .codes())
                .isEqualTo("JO");
    }

    @Test
    void aPhraseDoesNotReachFromTheTitleIntoTheText() {
        assertThat(Article.of("South", "Korea").codes()).isNotEqualTo("KR KP");
        assertThat(Article.of("The report of New", "Mexico is out").codes()).isEqualTo("MX");
    }

    @Test
    void contestedPlacesAreDecided() {
        assertThat(Article.english("Sukhumi lies in Abkhazia.").codes()).isEqualTo("GE");
        assertThat(Article.english("Troops left Nagorno-Karabakh.").codes()).isEqualTo("AZ");
        assertThat(Article.english("The Soviet Union fell.").codes()).isEqualTo("RU");
        assertThat(Article.english("The Golan Heights were quiet.").codes()).isEqualTo("SY");
        assertThat(Article.english("Western Sahara's Polisario protested.").codes())
                .isEqualTo("EH");
        assertThat(Article.english("Brussels fined the company.").codes()).isEmpty();
        assertThat(Article.english("The trains in Brussels stood still.").codes())
                .isEqualTo("BE");
    }
}
