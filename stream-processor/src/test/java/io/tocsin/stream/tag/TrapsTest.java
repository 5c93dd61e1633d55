package io.tocsin.stream.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the trap set, through the dictionaries that ship. Prints how many there are of each kind. */
class TrapsTest {
    private static final TrapSet TRAPS = TrapSet.bundled();
    private static final Tagger.Session SESSION = ShippedTagger.TAGGER.session();

    static List<TrapRow> rows() {
        return TRAPS.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isTaggedAsAnEditorWould(TrapRow row) {
        List<String> mistakes = row.mistakes(TrapSet.tagged(SESSION, row));

        if (row.knownMistake() == null) {
            assertThat(mistakes).as("%s: %s", row, row.text()).isEmpty();
        } else {
            assertThat(mistakes)
                    .as("%s is tagged well now: remove its knownMistake '%s'", row, row.knownMistake())
                    .isNotEmpty();
        }
    }

    @Test
    void theSetIsWideAndHalfOfItIsHarmless() {
        System.out.println(TRAPS.summary(TrapRow::trap));
        System.out.println(TRAPS.summary(TrapRow::language));

        assertThat(rows()).hasSizeGreaterThanOrEqualTo(420);
        assertThat(rows()).extracting(TrapRow::id).doesNotHaveDuplicates();
        assertThat(rows()).extracting(row -> row.title() + row.text()).doesNotHaveDuplicates();
        assertThat(rows().stream().filter(TrapRow::lookAlike).count() * 2)
                .isGreaterThanOrEqualTo(TRAPS.rows().size());
        Set<String> languages = rows().stream().map(TrapRow::language).collect(Collectors.toSet());
        assertThat(languages)
                .contains(
                        "en", "es", "fr", "de", "pt", "ru", "uk", "ar", "fa", "he", "tr", "zh", "ja", "hi", "sw", "ha",
                        "am", "it");
        Set<String> traps = rows().stream().map(TrapRow::trap).collect(Collectors.toSet());
        assertThat(traps)
                .contains(
                        "place-or-country",
                        "person-or-country",
                        "word-or-country",
                        "nested-name",
                        "seat-of-power",
                        "team-or-state",
                        "historic-name",
                        "disputed-place",
                        "no-country",
                        "idiom",
                        "sport-language",
                        "fiction",
                        "commerce",
                        "drill",
                        "negation",
                        "hypothetical",
                        "historical",
                        "de-escalation",
                        "topic-look-alike");
    }
}
