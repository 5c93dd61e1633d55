package io.tocsin.stream.story;

import static io.tocsin.stream.story.Candidates.revision;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Story;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What later versions of articles do to their stories. */
class StoryTellerTest {
    private static final Lexicon LEXICON = new Lexicon.Builder().add("port", 0).build();
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static final String FIRE =
            "ESBJERG, March 5 (Atlas Wire) - A fire that broke out in a grain silo at the port"
                    + " of Esbjerg before dawn was put out after six hours, the harbour authority said. Nobody was hurt, and"
                    + " ships were unloaded at the northern quay while the smoke drifted out over the Wadden Sea.";
    private static final String FLOOD =
            "Heavy rain swept away two footbridges and the market hall of a mountain village"
                    + " in the night. The mayor said that the river had not stood so high since her grandmother was a child, and"
                    + " that the school would stay closed until engineers have looked at its foundations.";

    private final StoryTeller teller = new StoryTeller();
    private final List<StoryIndex.Member> kept = new ArrayList<>();

    private static Fingerprint print(String text) {
        Tokens tokens = new Tokens();
        LEXICON.read("", text, tokens, new Hits());
        return Fingerprint.of(tokens);
    }

    private static StoryCandidate article(String id, String text, @Nullable Revision revision) {
        return Candidates.article(id, "house of " + id, NOON, print(text), ArticleFacts.NONE, revision);
    }

    private StoryTeller.Telling tell(StoryCandidate article) {
        StoryTeller.Telling telling = teller.tell(article, article.seenAt());
        telling.member().ifPresent(member -> {
            kept.removeIf(other -> other.articleId().equals(member.articleId()));
            kept.add(member);
        });
        return telling;
    }

    private static Instant later(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private Story taken(String id, int version) {
        return tell(article(id, FIRE, revision(version, Kind.RETRACTED, later(version))))
                .story()
                .orElseThrow();
    }

    @Test
    void aCorrectedArticleTakesThePlaceOfItsFormerVersion() {
        tell(article("a", FIRE, null));
        tell(article("b", FIRE, null));
        String corrected = FIRE.replace("six hours", "nine hours");
        StoryTeller.Telling telling = tell(article("a", corrected, revision(2, Kind.CORRECTED, later(5))));

        assertThat(telling.placement()).isEqualTo(new Placement.Revised("st-a"));
        assertThat(telling.former()).hasValueSatisfying(former -> {
            assertThat(former.part()).isEqualTo(StoryIndex.Part.REPORT);
            assertThat(former.article().version()).isEqualTo(1);
        });
        assertThat(telling.story()).hasValueSatisfying(story -> {
            assertThat(story.members()).containsExactly("a", "b");
            assertThat(story.articles()).isEqualTo(2);
            assertThat(story.copies()).containsExactly("b");
            assertThat(story.owners()).containsExactly("house of a");
            assertThat(story.revisions()).containsExactly(new Story.Revised("a", 2, Kind.CORRECTED, later(5)));
        });
    }

    @Test
    void aRetractedArticleIsTakenOut() {
        tell(article("a", FIRE, null));
        tell(article("b", FIRE, null));
        Story story = taken("b", 2);

        assertThat(story.members()).containsExactly("a");
        assertThat(story.copies()).isEmpty();
        assertThat(story.copyCount()).isZero();
        assertThat(story.revisions()).extracting(Story.Revised::kind).containsExactly(Kind.RETRACTED);
    }

    @Test
    void copiesOfARetractedArticleStayAndNobodyReportsIt() {
        tell(article("a", FIRE, null));
        tell(article("b", FIRE, null));
        Story story = taken("a", 2);

        assertThat(story.id()).isEqualTo("st-a");
        assertThat(story.members()).containsExactly("b");
        assertThat(story.copies()).containsExactly("b");
        assertThat(story.owners()).isEmpty();
        assertThat(tell(article("c", FIRE, null)).placement())
                .as("its copies are still there to be copied")
                .isInstanceOf(Placement.CopyOf.class);
    }

    @Test
    void aStoryWithoutArticlesIsGone() {
        tell(article("a", FIRE, null));
        Story story = taken("a", 2);

        assertThat(story.members()).isEmpty();
        assertThat(story.articles()).isZero();
        assertThat(tell(article("c", FIRE, null)).placement())
                .as("what was taken back is no original")
                .isInstanceOf(Placement.NewStory.class);
        assertThat(tell(article("d", FIRE, null)).story())
                .hasValueSatisfying(next -> assertThat(next.id()).isEqualTo("st-c"));
    }

    @Test
    void theSameVersionOrAnEarlierOneIsARepeat() {
        tell(article("a", FIRE, revision(2, Kind.CORRECTED, later(2))));
        assertThat(tell(article("a", FIRE, revision(2, Kind.CORRECTED, later(3))))
                        .placement())
                .isEqualTo(new Placement.Repeated("st-a"));
        assertThat(tell(article("a", FLOOD, null)).placement()).isEqualTo(new Placement.Repeated("st-a"));
        taken("a", 3);
        assertThat(tell(article("a", FIRE, revision(3, Kind.RETRACTED, later(4))))
                        .story())
                .isEmpty();
    }

    @Test
    void whatWasTakenBackMayComeAgain() {
        tell(article("a", FIRE, null));
        tell(article("b", FIRE, null));
        taken("a", 2);
        StoryTeller.Telling again = tell(article("a", FLOOD, revision(3, Kind.UPDATED, later(9))));

        assertThat(again.story()).hasValueSatisfying(story -> {
            assertThat(story.members()).containsExactly("b", "a");
            assertThat(story.owners()).containsExactly("house of a");
        });
        assertThat(again.former())
                .hasValueSatisfying(former -> assertThat(former.part()).isEqualTo(StoryIndex.Part.TAKEN_BACK));
    }

    @Test
    void aRetractionOfWhatIsNotRememberedIsLeftOut() {
        assertThat(tell(article("a", FIRE, revision(2, Kind.RETRACTED, NOON))).placement())
                .isEqualTo(new Placement.TakenBack(Optional.empty()));
        StoryCandidate late = article(
                "b", FIRE, revision(4, Kind.UPDATED, NOON.plus(StoryIndex.KEPT).plusSeconds(1)));
        assertThat(tell(late).placement()).isEqualTo(new Placement.Forgotten());
        assertThat(kept).isEmpty();
    }

    @Test
    void theVoicesOtherReportsAreNamed() {
        tell(Candidates.article("a", "one house", NOON, print(FIRE), ArticleFacts.NONE, null));
        tell(Candidates.article("b", "one house", NOON, print(FLOOD), ArticleFacts.NONE, null));
        tell(Candidates.article("c", "another house", NOON, print(FLOOD + FIRE), ArticleFacts.NONE, null));
        StoryTeller.Telling telling = tell(Candidates.article(
                "a", "one house", NOON, print(FIRE), ArticleFacts.NONE, revision(2, Kind.RETRACTED, later(1))));

        assertThat(telling.former()).hasValueSatisfying(former -> assertThat(former.sameVoice())
                .extracting(StoryCandidate::id)
                .containsExactly("b"));
    }

    @Test
    void aTellerThatWasMadeAnewGoesOnAlike() {
        tell(article("a", FIRE, null));
        tell(article("b", FIRE, null));
        Story story = taken("a", 2);

        StoryTeller anew = new StoryTeller();
        kept.forEach(anew::remember);
        anew.remember(story);
        StoryCandidate next = article("c", FIRE, null);
        assertThat(anew.tell(next, later(5)).story())
                .isEqualTo(teller.tell(next, later(5)).story());
        assertThat(anew.tell(article("a", FLOOD, revision(2, Kind.RETRACTED, later(6))), later(6))
                        .story())
                .isEmpty();
    }

    @Test
    void revisedArticlesAreForgottenInTheirTurn() {
        tell(article("a", FIRE, null));
        tell(article("b", FLOOD, null));
        tell(article("a", FLOOD, revision(2, Kind.UPDATED, later(1))));
        taken("b", 2);
        Instant end = NOON.plus(StoryIndex.KEPT).plusSeconds(1);
        StoryTeller.Telling telling = teller.tell(Candidates.article("c", end, print(FLOOD), ArticleFacts.NONE), end);

        assertThat(telling.forgotten()).containsExactly("a", "b");
        assertThat(telling.ended()).containsExactly("st-a");
        assertThat(telling.placement()).isInstanceOf(Placement.NewStory.class);
    }
}
