package io.tocsin.stream.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Evidence;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Field;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.JsonEventCodec;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no editor wrote: tagged, or excluded with a reason, in bounded time and memory. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddTextsTest {
    private static final int MILLION = 1_000_000;
    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;
    /** Bytes; most is the tags and what the resolvers know of each token. */
    private static final long MOST_ALLOCATED = 256L * 1024 * 1024;

    /** Bytes of the tags beside the title. */
    private static final int MOST_TAGS = 100_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Tagger TAGGER = ShippedTagger.TAGGER;
    private static final JsonEventCodec<TaggedArticle> CODEC = new JsonEventCodec<>(TaggedArticle.class);

    record Odd(String name, String title, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> odd() {
        String report = "Gunmen attacked a convoy near Tripoli, Libya's interior ministry said on Monday. ";
        return Stream.of(
                new Odd("5 MB of news", "Attack in Libya", fill(report, FIVE_MEGABYTES)),
                new Odd("5 MB without a space", "a", "a".repeat(FIVE_MEGABYTES)),
                new Odd("5 MB of Han", "战争", fill("美国轰炸伊朗并威胁战争", FIVE_MEGABYTES)),
                new Odd("5 MB of marks", "War", "-".repeat(FIVE_MEGABYTES)),
                new Odd("5 MB of dots between letters", "War", "a.".repeat(FIVE_MEGABYTES / 2)),
                new Odd("5 MB of apostrophes", "War", "d'".repeat(FIVE_MEGABYTES / 2)),
                new Odd("5 MB of accents", "War", "e" + "\u0301".repeat(FIVE_MEGABYTES)),
                new Odd("5 MB in the title", fill(report, FIVE_MEGABYTES), ""),
                new Odd("one sentence of a million words", "", "war ".repeat(MILLION)),
                new Odd("a million names of a country", "", "Georgia ".repeat(MILLION)),
                new Odd("a million names with commas", "", "Paris, Texas, ".repeat(MILLION / 2)),
                new Odd("a million given names", "", "Michael Jordan ".repeat(MILLION / 2)),
                new Odd("a million countries in one sentence", "", "Iran and Israel and Georgia ".repeat(MILLION / 5)),
                new Odd("a million attacks in one sentence", "", "Iran attacked Israel and ".repeat(MILLION / 4)),
                new Odd("a million capitals", "", "WAR ".repeat(MILLION)),
                new Odd("a million denials", "", "denied striking ".repeat(MILLION / 2)),
                new Odd("a million ifs before one war", "", "if ".repeat(MILLION) + "war broke out"),
                new Odd("a million years", "", "1973 ".repeat(MILLION)),
                new Odd("a phrase begun again and again", "", "Democratic Republic of the ".repeat(MILLION / 4)),
                new Odd("first words of phrases", "", "New South North United West ".repeat(MILLION / 5)),
                new Odd("half of a gapped phrase", "", "deploy ".repeat(MILLION)),
                new Odd("half of a gapped phrase, then its end", "", "launched ".repeat(MILLION / 2) + "missiles"),
                new Odd("Arabic prefixes", "", "وبالحرب ".repeat(MILLION)),
                new Odd("mixed scripts", "Война war 战争 حرب", mixedScripts(200_000)),
                new Odd("characters at random, seed 11", "", random(500_000)),
                new Odd(
                        "halves of surrogate pairs",
                        "\ud83d",
                        "\udc00\ud800 war \ud83d\ud83d in \udfff Iran \ud800".repeat(1000)),
                new Odd(
                        "zero-width characters",
                        "",
                        "I\u200br\u200can \u200b\u2060at\u00adtacked \ufeffIsr\u200dael".repeat(1000)),
                new Odd("control characters", "\u0000\u0001", "war\u0000in\u0007Iran\u001b[31m\u0085now".repeat(1000)),
                new Odd("no known language", "Qwrtz plmk", "xkcd vrbl nnng zzyx ".repeat(1000)),
                new Odd("right to left marks", "\u202e", "\u202eIran\u202c \u2067war\u2069".repeat(1000)),
                new Odd("one letter", "", "a"),
                new Odd("one half of a surrogate pair", "", "\ud83d"),
                new Odd("a title only", "Iran attacks Israel", ""),
                new Odd("new lines only between words", "", "war\n\n".repeat(MILLION / 4)));
    }

    private static String fill(String part, int length) {
        return part.repeat(length / part.length());
    }

    private static String mixedScripts(int words) {
        String[] word = {"war", "война", "战争", "حرب", "מלחמה", "ጦርነት", "युद्ध", "İran'ın", "l'Iran", "イラン", "อิหร่าน"};
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < words; i++) {
            text.append(word[random.nextInt(word.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static String random(int length) {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    private static RawArticle article(String title, String text, @Nullable String language) {
        Instant seen = Instant.parse("2026-03-01T08:00:00Z");
        Source source = new Source("desk.example", "desk.example", null);
        return new RawArticle("odd", null, title, text, false, language, source, List.of(), seen, null, seen);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void isTaggedOrExcludedInBoundedTimeAndMemory(Odd odd) {
        Tagger.Session session = TAGGER.session();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Tagging tagging = session.tag(article(odd.title(), odd.text(), null));
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(MOST_ALLOCATED);
        tagging.fold(
                tagged -> {
                    offsetsAreSound(odd, tagged.article());
                    assertThat(CODEC.encode(tagged.article())).hasSizeLessThan(FIVE_MEGABYTES + MOST_TAGS);
                    return tagged;
                },
                untaggable -> {
                    assertThat(untaggable.details()).isNotBlank();
                    return untaggable;
                });
    }

    private static void offsetsAreSound(Odd odd, TaggedArticle article) {
        for (TaggedArticle.Match match : article.escalation().matches()) {
            String field = match.field() == Field.TITLE ? odd.title() : odd.text();
            assertThat(field.substring(match.start(), match.end())).isEqualTo(match.text());
        }
        for (TaggedArticle.Country country : article.countries()) {
            for (Evidence evidence : country.evidence()) {
                String field = evidence.field() == Field.TITLE ? odd.title() : odd.text();
                assertThat(field.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
            }
        }
    }

    @Test
    void whatLiesBeyondTheLongestTextIsNotRead() {
        String padding = "word ".repeat(RawArticle.MAX_TEXT / 5);
        assertThat(countries("Libya " + padding)).containsExactly("LY");
        assertThat(countries(padding + "in Libya")).isEmpty();
    }

    private static List<String> countries(String text) {
        return TAGGER.session()
                .tag(article("", text, "en"))
                .fold(
                        tagged -> tagged.article().countries().stream()
                                .map(TaggedArticle.Country::code)
                                .toList(),
                        untaggable -> List.of(untaggable.details()));
    }

    @Test
    void zeroWidthCharactersHideNothing() {
        assertThat(countries("I\u200br\u200can and \ufeffIsr\u200dael")).containsExactlyInAnyOrder("IR", "IL");
    }

    @Test
    void whatHoldsNoWordIsExcluded() {
        for (String empty : List.of("", " \n\t", "...", "\u200b\ufeff", "—!?")) {
            String reason = TAGGER.session()
                    .tag(article(empty, empty, "en"))
                    .fold(tagged -> "tagged", untaggable -> untaggable.reason().name());
            assertThat(reason).isEqualTo(Exclusion.Reason.EMPTY.name());
        }
    }
}
