package io.tocsin.stream.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.events.codec.UnreadableEvent;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MemberCodecTest {
    private final MemberCodec codec = new MemberCodec();

    private static StoryIndex.Member member(ArticleFacts facts) {
        String text =
                "The harbour master of Larkhaven closed the port on Friday after the storm had torn away two cranes.";
        return new StoryIndex.Member(
                "a-1", "st-ä", Instant.parse("2026-03-01T10:00:00.123Z"), fingerprint(text), facts, true);
    }

    private static Fingerprint fingerprint(String text) {
        Tokens tokens = new Tokens();
        new Lexicon.Builder().build().read("", text, tokens, new Hits());
        return Fingerprint.of(tokens);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        int[][] parts = new int[ArticleFacts.Part.values().length][];
        Arrays.setAll(parts, i -> new int[] {i * 7919, -i, Integer.MIN_VALUE + i});
        for (ArticleFacts facts : new ArticleFacts[] {ArticleFacts.NONE, new ArticleFacts(42, parts)}) {
            StoryIndex.Member member = member(facts);
            assertThat(codec.decode(codec.encode(member))).isEqualTo(member);
        }
    }

    @Test
    void anotherVersionAndCutBytesAreRefused() {
        byte[] bytes = codec.encode(member(ArticleFacts.NONE));
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, 3))).isInstanceOf(UnreadableEvent.class);
        bytes[0] = 2;
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("version 2");
    }
}
