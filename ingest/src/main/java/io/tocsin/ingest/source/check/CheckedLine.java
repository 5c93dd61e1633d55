package io.tocsin.ingest.source.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.source.check.Checked.Failing;
import io.tocsin.ingest.source.check.Checked.Read;
import java.util.Locale;

/** What came of a check as one line of JSON: the output of {@code tocsin sources check --jsonl}. */
public final class CheckedLine {
    private CheckedLine() {}

    /** The line, without its end. */
    public static String of(Checked checked) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("id", checked.source().id())
                .put("url", checked.source().url());
        if (checked.finding() instanceof Read read) {
            json.put("status", read.freshness().toString())
                    .put("kind", read.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("entries", read.entries())
                    .put("undated", read.undated())
                    .put("newestAt", read.newestAt() == null ? null : Json.time(read.newestAt()));
        } else if (checked.finding() instanceof Failing failing) {
            json.put("status", "failing").put("reason", failing.reason()).put("detail", failing.detail());
        } else {
            throw new IllegalStateException("no such finding: " + checked.finding());
        }
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
