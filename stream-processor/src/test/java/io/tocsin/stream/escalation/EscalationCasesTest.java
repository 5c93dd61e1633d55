package io.tocsin.stream.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Family;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of {@code cases.tsv}, written for this test. */
class EscalationCasesTest {
    private static final EscalationReader READER = new EscalationReader();

    record Case(int line, String language, String family, String sense, String sentence) {
        @Override
        public String toString() {
            return "cases.tsv:" + line + " " + family + " " + sense + ": " + sentence;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(EscalationCasesTest.class.getResourceAsStream("cases.tsv"), "cases.tsv")) {
            int number = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                number++;
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    cases.add(new Case(number, cells[0], cells[1], cells[2], cells[3]));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheSentence(Case given) {
        TaggedArticle.Escalation read = READER.read("", given.sentence(), given.language());

        if (given.family().equals("none")) {
            assertThat(read.score()).as(read.toString()).isZero();
            assertThat(read.family()).isNull();
            return;
        }
        Family family = Family.valueOf(given.family().toUpperCase(Locale.ROOT));
        if (given.sense().equals("literal")) {
            assertThat(read.family()).as(read.toString()).isEqualTo(family);
            assertThat(read.quad()).isEqualTo(family.quad());
            assertThat(read.score() > 0).isEqualTo(family.quad().escalates());
        } else {
            Sense sense = Sense.valueOf(given.sense().toUpperCase(Locale.ROOT));
            assertThat(read.matches())
                    .as(read.toString())
                    .anyMatch(match -> match.family() == family && match.sense() == sense && !match.counted())
                    .noneMatch(match -> match.family() == family && match.counted());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void offsetsPointAtTheWords(Case given) {
        for (TaggedArticle.Match match :
                READER.read("", given.sentence(), given.language()).matches()) {
            assertThat(given.sentence().substring(match.start(), match.end())).isEqualTo(match.text());
        }
    }

    @Test
    void everyFamilyAndSenseIsThere() throws IOException {
        Set<String> families = new HashSet<>();
        Set<String> senses = new HashSet<>();
        Set<String> languages = new HashSet<>();
        for (Case one : cases()) {
            families.add(one.family().toUpperCase(Locale.ROOT));
            senses.add(one.sense().toUpperCase(Locale.ROOT));
            languages.add(one.language());
        }
        assertThat(cases()).hasSizeGreaterThan(500);
        assertThat(languages).hasSize(19);
        for (Family family : Family.values()) {
            assertThat(families).contains(family.name());
        }
        for (Sense sense : Sense.values()) {
            assertThat(senses).contains(sense.name());
        }
    }
}
