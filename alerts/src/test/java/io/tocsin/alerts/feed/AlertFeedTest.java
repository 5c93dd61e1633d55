package io.tocsin.alerts.feed;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.TREE;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Change;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertFeedTest {
    private final AlertFeed feed = new AlertFeed(
            new KafkaConnection("nowhere:1", 1, Map.of()),
            new Topics("t."),
            "Desk & alerts",
            3,
            new AlertWording(TREE));

    private Answer get(String path, Map<String, String> headers) throws Exception {
        Endpoint endpoint = feed.endpoints().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
        return endpoint.handling().answer(new Ask("GET", path, headers, new byte[0]));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void isAnAtomFeedThatReadersRead() throws Exception {
        feed.take(alert("a", 1, Change.OPENED, START));
        feed.take(alert("b", 1, Change.OPENED, START.plusSeconds(5)));
        feed.take(alert("a", 2, Change.RAISED, START.plusSeconds(9)));
        feed.take(alert("a", 1, Change.OPENED, START));

        SyndFeed read = new SyndFeedInput().build(new StringReader(text(get("/alerts.atom", Map.of()))));
        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getTitle()).isEqualTo("Desk & alerts");
        assertThat(read.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("urn:tocsin:alert:a", "urn:tocsin:alert:b");
        SyndEntry entry = read.getEntries().get(0);
        assertThat(entry.getTitle())
                .isEqualTo("[high, raised] Iran: Air strikes reported near the border – desert-post.example");
        assertThat(entry.getLink()).isEqualTo("https://desert-post.example/2026/03/strikes");
        assertThat(entry.getUpdatedDate()).isEqualTo(START.plusSeconds(9));
        assertThat(entry.getContents().get(0).getValue())
                .contains("p = 2.1e-09")
                .contains("<a href=\"https://desert-post.example/2026/03/strikes\">")
                .contains("&lt;b&gt;&quot;Strikes&quot; &amp; shells&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        SyndFeed read = new SyndFeedInput().build(new StringReader(text(get("/alerts.atom", Map.of()))));
        assertThat(read.getEntries()).isEmpty();
        assertThat(text(get("/alerts.json", Map.of()))).isEqualTo("[]");
    }

    @Test
    void whoeverHasSeenItIsToldSo() throws Exception {
        int sequence = 1;
        feed.take(alert("a", sequence, Change.OPENED, START));
        for (String path : new String[] {"/alerts.atom", "/alerts.json"}) {
            Answer first = get(path, Map.of());
            String tag = first.headers().get("ETag");
            assertThat(first.status()).isEqualTo(200);
            Answer second = get(path, Map.of("if-none-match", "\"x\", W/" + tag));
            assertThat(second.status()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            sequence++;
            feed.take(alert("a", sequence, Change.UPDATED, START.plusSeconds(sequence)));
            assertThat(get(path, Map.of("if-none-match", tag == null ? "" : tag))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsTheLatest() throws Exception {
        for (int i = 0; i < 9; i++) {
            feed.take(alert("a" + i, 1, Change.OPENED, START.plusSeconds(i)));
        }
        feed.take(alert("a6", 2, Change.RAISED, START.plusSeconds(100)));
        JsonNode json = Json.MAPPER.readTree(get("/alerts.json", Map.of()).body());
        assertThat(json).extracting(node -> node.get("id").textValue()).containsExactly("a6", "a8", "a7");
        assertThat(json.get(0).get("kind").textValue()).isEqualTo("alert");
    }
}
