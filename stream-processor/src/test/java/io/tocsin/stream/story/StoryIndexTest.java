package io.tocsin.stream.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryIndexTest {
    private static final Lexicon LEXICON = new Lexicon.Builder().add("ferry", 0).build();
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static final String FERRY = "PIRAEUS, March 5 (Atlas Wire) - A ferry with 214 people aboard ran aground"
            + " off the island of Kea in heavy seas early on Thursday, the coast guard said. All passengers were taken"
            + " off by patrol boats within three hours and four were treated for bruises. The captain told investigators"
            + " that the steering had failed minutes before the vessel struck rocks near the lighthouse.";
    private static final String OTHER_FERRY = "Divers began to search the hull of the ferry that sank near Samos last"
            + " year, after relatives of the eleven missing people asked a court in Athens to reopen the inquiry. The"
            + " shipping ministry said that the work would take until the summer and cost about two million euros.";

    private final StoryIndex index = new StoryIndex();

    private static Fingerprint print(String text) {
        Tokens tokens = new Tokens();
        LEXICON.read("", text, tokens, new Hits());
        return Fingerprint.of(tokens);
    }

    private Placement place(String id, String text) {
        return index.place(id, NOON, print(text), ArticleFacts.NONE);
    }

    private void add(String id, String text, Instant at) {
        index.add(new StoryIndex.Member(
                Candidates.article(id, at, print(text), ArticleFacts.NONE), "st-" + id, StoryIndex.Part.REPORT));
    }

    @Test
    void theFirstReportBeginsAStory() {
        assertThat(place("a", FERRY)).isInstanceOf(Placement.NewStory.class);
    }

    @Test
    void anExactCopyJoinsIt() {
        add("a", FERRY, NOON);
        assertThat(place("b", FERRY)).isEqualTo(new Placement.CopyOf("st-a", "a", 1.0));
    }

    @Test
    void aCopyThatWasCutShortOrLedInByAnotherLineJoinsIt() {
        add("a", FERRY, NOON);
        String cut = FERRY.substring(0, FERRY.indexOf("The captain"));
        String ledIn = "By our staff. " + FERRY;

        assertThat(place("b", cut)).isInstanceOf(Placement.CopyOf.class);
        assertThat(place("c", ledIn)).isInstanceOf(Placement.CopyOf.class);
    }

    @Test
    void anotherReportOfTheSameKindOfThingDoesNot() {
        add("a", FERRY, NOON);
        assertThat(place("b", OTHER_FERRY)).isInstanceOf(Placement.NewStory.class);
    }

    @Test
    void aTextTooShortToCompareBeginsItsOwn() {
        add("a", "Ferry runs aground", NOON);
        assertThat(place("b", "Ferry runs aground")).isInstanceOf(Placement.NewStory.class);
    }

    @Test
    void theSameIdTwiceIsARepeat() {
        add("a", FERRY, NOON);
        assertThat(place("a", OTHER_FERRY)).isEqualTo(new Placement.Repeated("st-a"));
    }

    @Test
    void whatIsOldIsForgotten() {
        add("a", FERRY, NOON);
        assertThat(index.expire(NOON.plus(StoryIndex.KEPT))).isEmpty();
        assertThat(index.expire(NOON.plus(StoryIndex.KEPT).plus(Duration.ofSeconds(1))))
                .extracting(StoryIndex.Member::articleId)
                .containsExactly("a");
        assertThat(index.size()).isZero();
        assertThat(place("b", FERRY)).isInstanceOf(Placement.NewStory.class);
    }

    @Test
    void amongEqualsTheEarliestIsTheOriginal() {
        add("b", FERRY, NOON.plusSeconds(60));
        add("c", FERRY, NOON);
        add("a", FERRY, NOON.plusSeconds(60));

        assertThat(place("d", FERRY)).isEqualTo(new Placement.CopyOf("st-c", "c", 1.0));
    }

    @Test
    void aFingerprintSurvivesItsText() {
        Fingerprint print = print(FERRY + OTHER_FERRY + FERRY.replace("ferry", "tanker"));
        assertThat(Fingerprint.decoded(print.encoded())).isEqualTo(print);
    }

    @Test
    void aLongTextAndItsFirstHalfStillOverlap() {
        StringBuilder longText = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            longText.append("word").append(i * 7919 % 1000).append(' ');
        }
        String half = longText.substring(0, longText.length() / 2);

        assertThat(print(longText.toString()).overlap(print(half)).ofShorter()).isGreaterThan(0.9);
    }
}
