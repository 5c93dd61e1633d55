package io.tocsin.stream.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Family;
import io.tocsin.events.Field;
import io.tocsin.events.MatchKind;
import io.tocsin.events.Quad;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationResolverTest {
    private static final EscalationReader READER = new EscalationReader();

    @Test
    void anEmptyArticleReportsNothing() {
        assertThat(READER.read("", "", "en")).isEqualTo(TaggedArticle.Escalation.NONE);
    }

    @Test
    void theTitleOutweighsTheText() {
        TaggedArticle.Escalation read = READER.read(
                "Rebels and army sign ceasefire",
                "The accord ends nine years in which villages were shelled and hundreds of people were killed.",
                "en");

        assertThat(read.score()).isNegative();
        assertThat(read.quad()).isIn(Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION);
        assertThat(read.matches().get(0).field()).isEqualTo(Field.TITLE);
    }

    @Test
    void moreAndGraverMeansAHigherScore() {
        double one = READER.read("", "Protesters gathered at the gate.", "en").score();
        double two = READER.read("", "Jets bombed the gate.", "en").score();
        double three = READER.read("Jets bomb city", "Jets bombed the gate. Soldiers shelled the port.", "en")
                .score();

        assertThat(one).isPositive().isLessThan(two);
        assertThat(two).isLessThan(three);
        assertThat(three).isLessThanOrEqualTo(10);
    }

    @Test
    void theSameFamilyCountsOncePerSentence() {
        TaggedArticle.Escalation read =
                READER.read("", "The army bombed the port, shelled the bridge and invaded the island.", "en");

        assertThat(read.matches()).hasSizeGreaterThan(1).allMatch(match -> match.family() == Family.FIGHT);
        assertThat(read.matches()).filteredOn(TaggedArticle.Match::counted).hasSize(1);
    }

    @Test
    void anAnnouncedActIsAThreat() {
        TaggedArticle.Match match =
                READER.read("", "The army will bomb the port.", "en").matches().get(0);

        assertThat(match.kind()).isEqualTo(MatchKind.THREAT);
        assertThat(match.family()).isEqualTo(Family.THREATEN);
        assertThat(match.counted()).isTrue();
    }

    @Test
    void aSentenceGivesItsCountriesInOrder() {
        TaggedArticle.Escalation read = READER.read(
                "", "It rained. Jets bombed the port.", "en", (from, to) -> List.of("X" + from, "Y" + to), 0);

        assertThat(read.matches().get(0).countries()).containsExactly("X2", "Y6");
    }

    @Test
    void aYearIsHistoryOnlyWhenItIsLongBeforeTheArticle() {
        String text = "The two states fought; the army bombed the port in 1987.";

        assertThat(sense(text, 1987)).isEqualTo(Sense.LITERAL);
        assertThat(sense(text, 2024)).isEqualTo(Sense.HISTORICAL);
        assertThat(sense(text, 0)).isEqualTo(Sense.HISTORICAL);
    }

    private static Sense sense(String text, int year) {
        return READER.read("", text, "en", SentenceCountries.NONE, year).matches().stream()
                .filter(match -> match.text().equals("bombed"))
                .findFirst()
                .orElseThrow()
                .sense();
    }

    @Test
    void aWeakWordAloneSaysNothing() {
        assertThat(READER.read("", "The war of the roses is a play.", "en").score())
                .isZero();
        assertThat(READER.read("", "Peace came to the garden.", "en").matches()).isEmpty();
    }

    @Test
    void aGermanWordIsNotReadInEnglish() {
        assertThat(READER.read("", "Das Wetter war gut, die Ernte auch.", "de").matches())
                .isEmpty();
    }

    @Test
    void keepsFortyMatchesAtMostAndInOrder() {
        String text = "Jets bombed the port. Police arrested the mayor. ".repeat(60);
        TaggedArticle.Escalation read = READER.read("", text, "en");

        assertThat(read.matches()).hasSize(40).isSortedAccordingTo((a, b) -> a.start() - b.start());
    }

    @Test
    void theSameArticleGivesTheSameAnswer() {
        String text = "Jets bombed the port. The minister condemned the attack and offered to mediate. "
                + "Thousands protested. If war breaks out, the border closes.";
        TaggedArticle.Escalation first = READER.read("Port bombed", text, "en");

        READER.read("Other", "The rebels released forty hostages.", "en");

        assertThat(READER.read("Port bombed", text, "en")).isEqualTo(first);
        assertThat(new EscalationReader().read("Port bombed", text, "en")).isEqualTo(first);
    }
}
