package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.CountedBy;
import io.tocsin.events.Evidence;
import io.tocsin.events.Family;
import io.tocsin.events.Field;
import io.tocsin.events.MatchKind;
import io.tocsin.events.Quad;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Sense;
import io.tocsin.events.Source;
import io.tocsin.events.TaggedArticle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TagPageTest {
    private static final String TITLE = "<script>alert(1)</script> & Oslo";
    private static final String TEXT = "A price war in Oslo.\u001b[2J Troops bombed it.";

    private static final RawArticle RAW = new RawArticle(
            "a", null, TITLE, TEXT, false, "en", new Source("s", "s", null), List.of(), null, null, Instant.EPOCH);

    private static final TaggedArticle TAGGED = new TaggedArticle(
            "a",
            null,
            TITLE,
            "en",
            RAW.source(),
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            CountedBy.FIRST_SEEN_AT,
            List.of(new TaggedArticle.Country("NO", 1, true, List.of(at(Field.TITLE, "Oslo"), at(Field.TEXT, "Oslo")))),
            List.of(new TaggedArticle.Topic("medtop:04000000", "economy", 0.5, List.of(at(Field.TEXT, "price war")))),
            new TaggedArticle.Escalation(
                    5,
                    Family.ASSAULT,
                    Quad.MATERIAL_CONFLICT,
                    List.of(match("war", Sense.COMMERCE, false), match("bombed", Sense.LITERAL, true))),
            List.of(new TaggedArticle.QueryMatch("q", List.of(at(Field.TEXT, "Troops bombed")))),
            "v");

    private static Evidence at(Field field, String words) {
        int start = (field == Field.TITLE ? TITLE : TEXT).indexOf(words);
        return new Evidence(words, field, start, start + words.length(), "term");
    }

    private static TaggedArticle.Match match(String words, Sense sense, boolean counted) {
        Evidence at = at(Field.TEXT, words);
        return new TaggedArticle.Match(
                Family.ASSAULT,
                Quad.MATERIAL_CONFLICT,
                MatchKind.ACT,
                8,
                sense,
                counted,
                words,
                Field.TEXT,
                at.start(),
                at.end(),
                List.of());
    }

    private static String shown(Function<PrintStream, TagView> of) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            TagView view = of.apply(out);
            view.article(RAW, TAGGED);
            view.nothing("<x>", "no word");
            view.end();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void thePageIsEscapedAndMarked() {
        assertThat(shown(TagPage::new))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .doesNotContain("<script", "\u001b", "http:", "https:", "src=")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark class=\"country\">Oslo</mark>")
                .contains("A price <s>war</s><span class=\"note\">commerce</span> in ")
                .contains("Troops <mark class=\"escalation\">bombed</mark> it")
                .contains("<td dir=\"auto\">q</td>")
                .contains("&lt;x&gt;: nothing to tag");
    }

    @Test
    void aTerminalGetsColoursAndNothingThatItWouldObey() {
        assertThat(shown(out -> new TagText(out, true)))
                .contains("\u001b[34mOslo\u001b[0m")
                .contains("\u001b[9;90mwar\u001b[0m\u001b[90m[commerce]\u001b[0m")
                .contains("\u001b[1;31mbombed\u001b[0m")
                .contains("\ufffd[2J");
    }

    @Test
    void withoutATerminalItIsPlain() {
        assertThat(shown(out -> new TagText(out, false)))
                .doesNotContain("\u001b")
                .contains("query       q    \"Troops bombed\"")
                .contains("  not       assault act  8.0  \"war\" (commerce)")
                .contains("country     NO  1.00 focus  \"Oslo\" (term)");
    }
}
