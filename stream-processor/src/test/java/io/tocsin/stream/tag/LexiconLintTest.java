package io.tocsin.stream.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stream.lexicon.DictionaryFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconLintTest {
    /** Entries that do no harm and no good, when the lint was written; fewer are welcome. */
    private static final int MOST_ADVICE = 58;

    @Test
    void theShippedDictionariesAreWithoutErrors() {
        LexiconLint.Findings findings = LexiconLint.check();

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.advice()).hasSizeLessThanOrEqualTo(MOST_ADVICE);
    }

    @Test
    void aFileOfOnesOwnIsCheckedByItsFolderAndLanguage() {
        LexiconLint.Findings findings = LexiconLint.check(List.of(
                new DictionaryFile("topic/en.txt", "[medtop:16000000 2]\nTruce\ntrúce\nviolen*\nviolence\n"),
                new DictionaryFile("topic/fr.txt", "[medtop:99999999 2]\nguerre\n"),
                new DictionaryFile("escalation/en.txt", "[fight act 9]\nstar wars\n[fiction]\nStar Wars\n")));

        assertThat(findings.errors())
                .containsExactly(
                        "topic/fr.txt:1: topic 'medtop:99999999' is not in topics.tsv",
                        "topic/en.txt:3: 'trúce' repeats 'Truce' of topic/en.txt:2; remove one",
                        "escalation/en.txt:2: 'star wars' says fight act = 9.0 here and nothing in escalation/en.txt:4;"
                                + " remove one");
        assertThat(findings.advice())
                .containsExactly("topic/en.txt:5: 'violence' finds nothing that 'violen*' of topic/en.txt:4 does not;"
                        + " remove it");
    }
}
