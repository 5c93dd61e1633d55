package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.TaggedArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicLabelsTest {
    private final TopicLabels labels = new TopicLabels()
            .with("sea", "medtop:1", "medtop:2")
            .with("land", "medtop:3")
            .with("coast", "medtop:2");

    @Test
    void theBestLabelIsThatOfTheHighestTopicThatHasOne() {
        assertThat(labels.best(List.of(topic("medtop:9", 0.9), topic("medtop:3", 0.8), topic("medtop:1", 0.7))))
                .isEqualTo("land");
    }

    @Test
    void noTopicWithALabelIsNone() {
        assertThat(labels.best(List.of(topic("medtop:9", 0.9)))).isEqualTo(TopicLabels.NONE);
    }

    @Test
    void aTopicMayHaveSeveralLabels() {
        assertThat(labels.all(List.of(topic("medtop:2", 0.9), topic("medtop:3", 0.5))))
                .containsExactlyInAnyOrder("sea", "coast", "land");
    }

    private static TaggedArticle.Topic topic(String code, double score) {
        return new TaggedArticle.Topic(code, "", score, List.of());
    }
}
