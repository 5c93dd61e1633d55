package io.tocsin.stream.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Story;
import io.tocsin.stream.story.LabelledStories.Labelled;
import io.tocsin.stream.tag.ShippedTagger;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stories on invented articles in thirteen languages. The weights were set on {@code tuned.jsonl}; {@code
 * held-back.jsonl} was written afterwards.
 */
class StoryQualityTest {
    private static final Tagger TAGGER = ShippedTagger.TAGGER;

    private static StoryScore score(List<Labelled> articles) {
        Tagger.Session session = TAGGER.session();
        StoryTeller teller = new StoryTeller();
        Map<String, String> storyOf = new HashMap<>();
        Set<String> copies = new HashSet<>();
        for (Labelled labelled : articles) {
            if (session.tag(labelled.article()) instanceof Tagging.Tagged tagged) {
                Story story = teller.tell(tagged.candidate(), labelled.article().firstSeenAt())
                        .story()
                        .orElseThrow();
                storyOf.put(labelled.id(), story.id());
                if (story.copies().contains(labelled.id())) {
                    copies.add(labelled.id());
                }
            }
        }
        return StoryScore.of(articles, storyOf, copies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuned.jsonl", "held-back.jsonl"})
    void storiesAreToldApartAndTogether(String set) throws IOException {
        List<Labelled> articles = LabelledStories.read(set).articles();
        StoryScore score = score(articles);
        System.out.printf(
                "%s, %d articles in %d stories: %s%n",
                set,
                articles.size(),
                articles.stream().map(Labelled::story).distinct().count(),
                score);

        assertThat(score.f1()).isGreaterThan(0.88);
        assertThat(score.merged()).isLessThanOrEqualTo(1);
        assertThat(score.copyPrecision()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.copyRecall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theSetIsLargeEnoughToSaySomething() throws IOException {
        List<Labelled> tuned = LabelledStories.read("tuned.jsonl").articles();
        List<Labelled> heldBack = LabelledStories.read("held-back.jsonl").articles();

        assertThat(tuned.size() + heldBack.size()).isGreaterThanOrEqualTo(150);
        assertThat(score(tuned).lookAlikes() + score(heldBack).lookAlikes()).isGreaterThanOrEqualTo(40);
        assertThat(tuned)
                .extracting(Labelled::story)
                .doesNotContainAnyElementsOf(
                        heldBack.stream().map(Labelled::story).toList());
    }
}
