package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.Quad;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TagScorersTest {

    @Test
    void aScoreOfZeroIsAMissWhereThereAreNoNeutralRows() throws JsonProcessingException {
        LabelScorer scorer = new LabelScorer(Questions.DIRECTION_OF_SENTENCE, Questions.QUAD_OF_SENTENCE);
        JsonNode threat = row("{'escalation': 'escalation', 'penta': 3}");
        JsonNode aid = row("{'escalation': 'deescalation', 'penta': 2}");
        scorer.mark(threat, escalation(4, Quad.VERBAL_CONFLICT));
        scorer.mark(aid, escalation(-5, Quad.MATERIAL_COOPERATION));
        assertThat(scorer.mark(aid, escalation(0, null))).isPresent();
        assertThat(percent(scorer, "conflict or cooperation, F1 of escalation")).isEqualTo(100);
        assertThat(percent(scorer, "conflict or cooperation, F1 of deescalation"))
                .isCloseTo(200.0 / 3, within(1e-9));
        assertThat(percent(scorer, "four quads, macro-F1")).isCloseTo(250.0 / 3, within(1e-9));
    }

    @Test
    void aScoreOfZeroIsTheNeutralClassWhereThereIsOne() throws JsonProcessingException {
        LabelScorer scorer = new LabelScorer(Questions.THREE_WAYS, Questions.FIVE_CLASSES);
        JsonNode neutral = row("{'escalation': 'neutral', 'penta': 'neutral_statement'}");
        assertThat(scorer.mark(neutral, escalation(0, null))).isEmpty();
        assertThat(scorer.mark(neutral, escalation(2, Quad.VERBAL_CONFLICT))).isPresent();
    }

    @Test
    void rowsWithEventsOfBothSidesDoNotCount() throws JsonProcessingException {
        LabelScorer scorer = new LabelScorer(Questions.DIRECTION_OF_EVENTS, Questions.QUAD_OF_EVENTS);
        JsonNode both = row("{'events': [{'escalation': 'escalation', 'plover': 'PROTEST'},"
                + " {'escalation': 'deescalation', 'plover': 'AGREE'}]}");
        assertThat(scorer.mark(both, escalation(3, Quad.MATERIAL_CONFLICT))).isEmpty();
        assertThat(scorer.figures()).allMatch(figure -> figure.rows() == 0);
    }

    @Test
    void theFirstCountryCountsAndThoseFiledUnderTheUnitedStatesStandApart() throws JsonProcessingException {
        FocusScorer scorer = new FocusScorer();
        scorer.mark(row("{'countries': ['US']}"), countries("CA"));
        scorer.mark(row("{'countries': ['NO', 'SE']}"), countries("SE", "FI"));
        assertThat(percent(scorer, "first country, without US")).isEqualTo(100);
        assertThat(percent(scorer, "focus countries, F1, without US")).isEqualTo(50);
        assertThat(percent(scorer, "first country, all rows")).isEqualTo(50);
    }

    @Test
    void theMeanIsOverTheChiefLanguagesAlone() throws JsonProcessingException {
        LanguageScorer scorer = new LanguageScorer(new TopicLabels().with("sea", "medtop:1"), Set.of("aa", "bb"));
        Tags sea = new Tags(
                List.of(),
                List.of(new TaggedArticle.Topic("medtop:1", "", 0.5, List.of())),
                TaggedArticle.Escalation.NONE);
        Tags none = countries();
        scorer.mark(row("{'lang': 'aa', 'label': 'sea'}"), sea);
        scorer.mark(row("{'lang': 'bb', 'label': 'sea'}"), none);
        scorer.mark(row("{'lang': 'cc', 'label': 'sea'}"), none);
        assertThat(scorer.figures().get(0).percent()).isEqualTo(50);
        assertThat(percent(scorer, "topic, weighted F1, cc")).isZero();
    }

    @Test
    void headlinesThatTheLabellerWasNotSureOfDoNotCountForEscalation() throws JsonProcessingException {
        HeadlineScorer scorer = new HeadlineScorer();
        scorer.mark(
                row("{'countries': ['NO'], 'countries_optional': ['SE'], 'topics': [], 'escalation': 1,"
                        + " 'confidence': 'low'}"),
                countries("NO", "SE"));
        assertThat(percent(scorer, "countries, F1")).isEqualTo(100);
        assertThat(scorer.figures())
                .filteredOn(figure -> figure.measure().startsWith("escalation"))
                .allMatch(figure -> figure.rows() == 0);
    }

    private static double percent(Scorer<Tags> scorer, String measure) {
        return scorer.figures().stream()
                .filter(figure -> figure.measure().equals(measure))
                .mapToDouble(Figure::percent)
                .findFirst()
                .orElseThrow();
    }

    private static Tags countries(String... codes) {
        return new Tags(
                Stream.of(codes)
                        .map(code -> new TaggedArticle.Country(code, 0.5, true, List.of()))
                        .toList(),
                List.of(),
                TaggedArticle.Escalation.NONE);
    }

    private static Tags escalation(double score, @Nullable Quad quad) {
        return new Tags(List.of(), List.of(), new TaggedArticle.Escalation(score, null, quad, List.of()));
    }

    private static JsonNode row(String json) throws JsonProcessingException {
        return Json.MAPPER.readTree(json.replace('\'', '"'));
    }
}
