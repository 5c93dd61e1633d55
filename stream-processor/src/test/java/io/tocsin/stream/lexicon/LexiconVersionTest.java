package io.tocsin.stream.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconVersionTest {
    private static final DictionaryFile FILE = new DictionaryFile("topic/en.txt", "[medtop:16000000 2]\nwar\n");

    @Test
    void isADateAndADigest() {
        assertThat(LexiconVersion.of(List.of(FILE))).matches("20\\d\\d\\.\\d+\\.\\d+\\+[0-9a-f]{8}");
    }

    @Test
    void anEditShows() {
        DictionaryFile edited = new DictionaryFile("topic/en.txt", "[medtop:16000000 2]\nwars\n");

        assertThat(LexiconVersion.of(List.of(edited))).isNotEqualTo(LexiconVersion.of(List.of(FILE)));
    }

    @Test
    void lineEndsDoNot() {
        DictionaryFile windows = new DictionaryFile("topic/en.txt", "[medtop:16000000 2]\r\nwar\r\n");

        assertThat(LexiconVersion.of(List.of(windows))).isEqualTo(LexiconVersion.of(List.of(FILE)));
    }
}
