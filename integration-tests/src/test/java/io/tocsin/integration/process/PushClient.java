package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Hands articles to an ingest over HTTP. */
final class PushClient {
    private static final int BATCH = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI door;

    /** One that pushes to the process at that address. */
    PushClient(String address) {
        this.door = URI.create(address + "/articles");
    }

    /**
     * Pushes articles, {@value #BATCH} at a time, and answers the ids that were acknowledged.
     *
     * @param articles one JSON object each
     * @throws IOException when the process ends meanwhile
     */
    List<String> push(List<String> articles) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < articles.size(); i += BATCH) {
            String body = articles.subList(i, Math.min(i + BATCH, articles.size())).stream()
                    .collect(Collectors.joining(",", "[", "]"));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(door)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            for (JsonNode item : Json.MAPPER.readTree(answer.body()).path("items")) {
                ids.add(item.path("id").asText());
            }
        }
        return ids;
    }
}
