package io.tocsin.stream.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.events.Revision;
import io.tocsin.events.Source;
import io.tocsin.events.codec.UnreadableEvent;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberCodecTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123Z");

    private final MemberCodec codec = new MemberCodec();

    private static StoryIndex.Member member(ArticleFacts facts) {
        String text =
                "The harbour master of Larkhaven closed the port on Friday after the storm had torn away two cranes.";
        return new StoryIndex.Member(
                Candidates.article(
                        "a-1",
                        "Häuser & Söhne",
                        AT,
                        fingerprint(text),
                        facts,
                        Candidates.revision(3, Revision.Kind.CORRECTED, AT.plusSeconds(60))),
                "st-ä",
                StoryIndex.Part.COPY);
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
    void whatIsUnknownStaysUnknown() {
        StoryIndex.Member member = new StoryIndex.Member(
                new StoryCandidate(
                        "a-2",
                        null,
                        "",
                        null,
                        new Source("s.example", "house", "IR"),
                        "Atlas Wire",
                        null,
                        AT,
                        AT,
                        List.of(),
                        List.of(),
                        -1.5,
                        true,
                        false,
                        null,
                        List.of(),
                        fingerprint(""),
                        ArticleFacts.NONE,
                        "v1",
                        null),
                "st-a-2",
                StoryIndex.Part.TAKEN_BACK);

        assertThat(codec.decode(codec.encode(member))).isEqualTo(member);
    }

    @Test
    void anotherVersionAndCutBytesAreRefused() {
        byte[] bytes = codec.encode(member(ArticleFacts.NONE));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(UnreadableEvent.class);
        }
        bytes[0] = 2;
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("version 2");
    }
}
