package io.tocsin.stream.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final List<Entry> entries = new ArrayList<>();

    /** An entry in the next line. */
    private void entry(String language, Entry.Role role, String meaning, String... forms) {
        entries.add(new Entry(
                "topic/x.txt", entries.size() + 1, language, "topic", meaning, role, forms[0], List.of(forms)));
    }

    private void says(String meaning, String... forms) {
        entry("en", Entry.Role.SAYS, meaning, forms);
    }

    private List<String> found(Check check) {
        return check.problems(entries).stream().map(DictionaryProblem::toString).toList();
    }

    private static Ambiguities ambiguities(String lines) {
        return Ambiguities.of(new DictionaryFile("lint/ambiguous.txt", lines));
    }

    @Test
    void duplicatesAreThoseThatFoldingMakesEqual() {
        says("war", "Coup d'État");
        says("war", "coup d’etat");
        says("peace", "coup d'etat");

        assertThat(found(new Duplicates()))
                .containsExactly("topic/x.txt:2: 'coup d’etat' repeats 'Coup d'État' of topic/x.txt:1; remove one");
    }

    @Test
    void whatIsSaidInOneLineAndHiddenInAnotherContradictsItself() {
        says("economy = 2.0", "price war");
        says("war = 2.0", "strike", "striking");
        entry("en", Entry.Role.HIDES, "nothing", "price war");
        entry("en", Entry.Role.HIDES, "nothing", "striking");

        assertThat(found(new Contradictions()))
                .containsExactly(
                        "topic/x.txt:1: 'price war' says economy = 2.0 here and nothing in topic/x.txt:3; remove one");
    }

    @Test
    void twoMeaningsCollideUnlessTheyMay() {
        says("CD", "Congo");
        says("CG", "Congo");
        says("CD = 3.0", "congo");
        entry("fr", Entry.Role.SAYS, "CG", "Kongo");

        assertThat(found(new Collisions(ambiguities(""))))
                .containsExactly("topic/x.txt:2: 'Congo' says CG here and CD in topic/x.txt:1; keep one, or add"
                        + " 'CD / CG: Congo' to ambiguous.txt");
        assertThat(found(new Collisions(ambiguities("CG / CD # both")))).isEmpty();
        assertThat(found(new Collisions(ambiguities("CD / CG: congo|kongo")))).isEmpty();
        assertThat(found(new Collisions(ambiguities("CD / CG: kongo")))).hasSize(1);
    }

    @Test
    void aLineThatIsNoPairOfMeaningsIsRefused() {
        assertThatThrownBy(() -> ambiguities("CD / CG\n\nCD CG: Congo"))
                .isInstanceOf(BrokenDictionary.class)
                .hasMessage("lint/ambiguous.txt:3: expected two meanings, or two meanings, a colon and phrases");
    }

    @Test
    void aStemOfTheSameMeaningShadows() {
        says("war", "bombardment", "bombardments");
        says("war", "bombard*");
        says("peace", "bombardier");
        says("war", "air raid*");
        says("war", "air raider");
        says("war", "raid");

        assertThat(found(new Shadowed()))
                .containsExactly(
                        "topic/x.txt:1: 'bombardment' finds nothing that 'bombard*' of topic/x.txt:2 does not; remove it",
                        "topic/x.txt:5: 'air raider' finds nothing that 'air raid*' of topic/x.txt:4 does not; remove it");
    }

    @Test
    void whatTheTokenizerCutsOtherwiseIsNeverFound() {
        says("war", "war");
        says("war", "...");
        says("war", "x".repeat(60));
        says("war", "wa*");

        assertThat(found(new Unreachable()))
                .containsExactly(
                        "topic/x.txt:2: no word in phrase '...'",
                        "topic/x.txt:4: fewer than 3 characters before the * in 'wa*'",
                        "topic/x.txt:3: '" + "x".repeat(60) + "' is never found: an article is cut into other words");
    }

    @Test
    void lettersThatOnlyLookRightAreTold() {
        entry("ru", Entry.Role.SAYS, "war", "вoйна");
        entry("ru", Entry.Role.SAYS, "war", "війна");
        entry("uk", Entry.Role.SAYS, "war", "війна");
        entry("he", Entry.Role.SAYS, "war", "война");
        entry("zh", Entry.Role.SAYS, "war", "NATO");

        assertThat(found(new WrongScript()))
                .containsExactly(
                        "topic/x.txt:1: 'вoйна' mixes letters of two scripts in one word; write it anew",
                        "topic/x.txt:2: 'війна' has a letter that language ru lacks",
                        "topic/x.txt:4: 'война' is not written in the script of language he");
    }

    @Test
    void aFileOfBareWordsLacksForms() {
        for (int i = 0; i < 30; i++) {
            entry("ru", Entry.Role.SAYS, "war", "слово" + i);
        }
        assertThat(found(new MissingForms()))
                .containsExactly(
                        "topic/x.txt:0: only 0 of 30 phrases have more than one form; end stems in '*' or use a"
                                + " form mark");

        for (int i = 0; i < 10; i++) {
            entry("ru", Entry.Role.SAYS, "war", "войн" + i + "*");
        }
        assertThat(found(new MissingForms())).isEmpty();
    }
}
