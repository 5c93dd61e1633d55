package io.tocsin.standalone.why;

import static io.tocsin.standalone.why.WhySamples.ARRIVED;
import static io.tocsin.standalone.why.WhySamples.ID;
import static io.tocsin.standalone.why.WhySamples.story;
import static io.tocsin.standalone.why.WhySamples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Exclusion.Reason;
import io.tocsin.events.Exclusion.Stage;
import io.tocsin.events.Revision;
import io.tocsin.events.Story;
import io.tocsin.standalone.why.ArticleTrace.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleWordingTest {
    private final ArticleWording wording = new ArticleWording(TopicTree.bundled());

    private static ArticleTrace trace(@Nullable Story story, Exclusion... excluded) {
        return new ArticleTrace(ID, null, List.of(), tagged(), List.of(excluded), null, story);
    }

    @Test
    void tellsItsWayFromArrivalToItsCells() {
        assertThat(wording.lines(trace(story(false))))
                .containsExactly(
                        "\"Artillery exchange near border temple wounds eleven\" of mekong-dispatch.example came in at"
                                + " 2026-03-02 10:00 UTC and counts at 2026-03-02 09:50 UTC, when it was published.",
                        "It is about Thailand (\"Thai\"); it mentions France too.",
                        "Its topics are 'conflict, war and peace' (\"Artillery\"), 'economy, business and finance'.",
                        "Its escalation is +6.4; it chiefly reports 'fight' (material conflict).",
                        "These words did not count: \"ceasefire\" (negated).",
                        "The dictionaries were of version 2026.11.3.",
                        "It began the story st-" + ID + ". It has 2 articles, 1 copy among them, from 1 owner (Mekong"
                                + " Dispatch Group).",
                        "It counted in 2 cells: Thailand: conflict, war and peace; Thailand: economy, business and"
                                + " finance.");
    }

    @Test
    void aCopySaysThatItIsNoStory() {
        ArticleTrace copy = trace(story(true));

        assertThat(copy.role()).isEqualTo(Role.COPY);
        assertThat(wording.lines(copy))
                .anyMatch(line -> line.startsWith("It repeats the text of another article of the story"
                        + " st-b7rw4xj2ypn6ua3dkt5q, \"Guns duel at the border\": it counts as an article and as a"
                        + " copy, not as a story."));
    }

    @Test
    void whatWasLeftOutCountsInNoCellAndARepetitionChangesNothing() {
        ArticleTrace late =
                trace(null, new Exclusion(ID, Stage.SIGNAL, Reason.TOO_LATE, "counted at the dawn of time", ARRIVED));
        ArticleTrace again = trace(null, new Exclusion(ID, Stage.STORY, Reason.REPEATED, "again", ARRIVED));

        assertThat(late.cells()).isEmpty();
        assertThat(wording.lines(late))
                .contains("It came too late to count: counted at the dawn of time.", "It counted in no cell.");
        assertThat(again.cells()).hasSize(2);
        assertThat(wording.lines(again))
                .contains(
                        "It came once more under the same id at 2026-03-02 10:00 UTC; the repetition did not count.",
                        "No story that is kept names it.");
    }

    @Test
    void whatWasTakenBackSaysSo() {
        Story left = story(true).revised(List.of(new Story.Revised(ID, 2, Revision.Kind.RETRACTED, ARRIVED)));
        Revision retraction = new Revision(2, Revision.Kind.RETRACTED, ARRIVED, List.of());
        ArticleTrace trace = new ArticleTrace(ID, null, List.of(), tagged(), List.of(), retraction, left);

        assertThat(trace.role()).isEqualTo(Role.TAKEN_BACK);
        assertThat(wording.lines(trace))
                .contains("Version 2 of it came in at 2026-03-02 10:00 UTC: its source has taken it back.")
                .anyMatch(line -> line.startsWith("It was taken out of the story st-b7rw4xj2ypn6ua3dkt5q"))
                .anyMatch(line -> line.startsWith("It counted in 2 cells until it was taken back: Thailand"));
    }

    @Test
    void whatIsUnknownAndWhatWasRejectedAreSaid() {
        ArticleTrace unknown = new ArticleTrace(ID, null, List.of(), null, List.of(), null, null);
        ArticleTrace rejected = new ArticleTrace(ID, null, List.of("not\u001b[31m JSON"), null, List.of(), null, null);

        assertThat(unknown.isKnown()).isFalse();
        assertThat(wording.lines(unknown)).singleElement().asString().startsWith("Nothing is known of article " + ID);
        assertThat(wording.lines(rejected)).containsExactly("It was rejected: not [31m JSON", "It is not tagged.");
    }
}
