package io.tocsin.alerts.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.alerts.notify.DeliveryOutcome;
import io.tocsin.alerts.notify.WebhookNotifier;
import io.tocsin.events.codec.Json;
import java.io.Flushable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The ways to operators. */
public final class Operators {
    private Operators() {}

    /** One line of text. */
    public static Operator console(Appendable out) {
        return (signs, deliveryId) -> {
            try {
                out.append("\n" + signs.text() + "\n");
                if (out instanceof Flushable flushable) {
                    flushable.flush();
                }
                return new DeliveryOutcome.Delivered();
            } catch (IOException e) {
                return new DeliveryOutcome.RetryAfter("cannot write: " + e.getMessage(), null);
            }
        };
    }

    /** JSON with {@code "kind":"proof-of-life"}, signed as alerts are. */
    public static Operator webhook(WebhookNotifier webhook) {
        return (signs, deliveryId) -> webhook.post(json(signs).getBytes(StandardCharsets.UTF_8), deliveryId);
    }

    static String json(LifeSigns signs) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("kind", "proof-of-life")
                .put("text", signs.text())
                .put("from", Json.time(signs.from()))
                .put("to", Json.time(signs.to()));
        LifeSigns.Sources sources = signs.sources();
        json.putObject("sources")
                .put("watched", sources.watched())
                .put("published", sources.published())
                .put("silent", sources.silent())
                .put("failing", sources.failing())
                .put("undated", sources.undated());
        json.put("articles", signs.articles());
        ObjectNode rejected = json.putObject("rejected");
        signs.rejected().forEach(rejected::put);
        json.put("alerts", signs.alerts()).put("undelivered", signs.undelivered());
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
