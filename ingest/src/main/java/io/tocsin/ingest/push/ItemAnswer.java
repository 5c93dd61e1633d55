package io.tocsin.ingest.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.publish.PublishOutcome.End;
import java.util.Locale;

/**
 * What became of one article of a request.
 *
 * @param id empty when it has none
 * @param error empty when there is none
 * @param field where the error is, or empty
 */
record ItemAnswer(String id, Outcome outcome, String error, String field) {

    /** How it ended, from well to grave. */
    enum Outcome {
        /** The broker has it. */
        ACKNOWLEDGED(202),
        /** It is no article, or one that the broker does not take: repeating does not help. */
        REFUSED(400),
        /** The broker did not say in time whether it has it: send it again. */
        UNACKNOWLEDGED(503),
        /** There was no room for it: send it again. */
        BUSY(429);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        boolean isWorthRepeating() {
            return this == UNACKNOWLEDGED || this == BUSY;
        }
    }

    static ItemAnswer wrong(Batch.Item.Wrong wrong) {
        return new ItemAnswer("", Outcome.REFUSED, wrong.reason(), wrong.field());
    }

    static ItemAnswer busy(RawArticle article, String detail) {
        return new ItemAnswer(article.id(), Outcome.BUSY, detail, "");
    }

    static ItemAnswer of(RawArticle article, End end) {
        return switch (end) {
            case ACKNOWLEDGED -> new ItemAnswer(article.id(), Outcome.ACKNOWLEDGED, "", "");
            case REFUSED -> new ItemAnswer(article.id(), Outcome.REFUSED, "the broker does not take it", "");
            case BROKER_AWAY, CLOSED ->
                new ItemAnswer(
                        article.id(),
                        Outcome.UNACKNOWLEDGED,
                        "the broker did not acknowledge in time: send it again",
                        "");
        };
    }

    ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        if (!id.isEmpty()) {
            json.put("id", id);
        }
        json.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (!error.isEmpty()) {
            json.put("error", error);
        }
        if (!field.isEmpty()) {
            json.put("field", field);
        }
        return json;
    }
}
