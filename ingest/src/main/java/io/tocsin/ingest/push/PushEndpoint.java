package io.tocsin.ingest.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.ArticleJson.Reading;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.RawDocument;
import io.tocsin.ingest.publish.DocumentArticle;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.PublishOutcome.Accepted;
import io.tocsin.ingest.publish.PublishOutcome.End;
import io.tocsin.ingest.publish.PublishOutcome.Full;
import io.tocsin.ingest.publish.Rejection;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code POST /articles}. Safe for use by any thread. */
public final class PushEndpoint {
    private static final String PATH = "/articles";

    /** Seconds after which a client that was turned away should try again. */
    private static final int RETRY_AFTER = 5;

    /** Articles in one array. */
    private static final int MOST_AT_ONCE = 1000;

    private static final ObjectReader JSON = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final PushConfig config;
    private final ArticleJson articles;
    private final ArticleParser parser;
    private final Owners owners;
    private final EventPublisher publisher;
    private final InstantSource clock;

    public PushEndpoint(
            PushConfig config,
            ArticleJson articles,
            ArticleParser parser,
            Owners owners,
            EventPublisher publisher,
            InstantSource clock) {
        this.config = config;
        this.articles = articles;
        this.parser = parser;
        this.owners = owners;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** For the process's web server. */
    public Endpoint endpoint() {
        return Endpoint.post(PATH, config.maxBytes(), this::answer);
    }

    private Answer answer(Ask ask) throws InterruptedException {
        if (!mayPush(ask.header("authorization"))) {
            return error(401, "the token is missing or wrong", null).with("WWW-Authenticate", "Bearer");
        }
        if (ask.body().length == 0) {
            return error(400, "the body is empty", null);
        }
        String type = mediaType(ask.header("content-type"));
        return type.equals("application/json") || type.endsWith("+json") ? json(ask) : document(ask);
    }

    private boolean mayPush(@Nullable String authorization) {
        if (config.token() == null) {
            return true;
        }
        String given = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : "";
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), config.token().reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private Answer json(Ask ask) throws InterruptedException {
        JsonNode json;
        try {
            json = JSON.readTree(ask.body());
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? null
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            return error(400, "not JSON: " + e.getOriginalMessage(), where);
        } catch (IOException e) {
            return error(400, "not UTF-8: " + e.getMessage(), null);
        }
        boolean several = json.isArray();
        if (several && (json.isEmpty() || json.size() > MOST_AT_ONCE)) {
            return error(400, "an array of 1 to " + MOST_AT_ONCE + " articles is expected", null);
        }
        List<RawArticle> read = new ArrayList<>();
        Instant now = clock.instant();
        for (int i = 0; i < (several ? json.size() : 1); i++) {
            String item = several ? "article " + i : "";
            Reading reading = articles.read(several ? json.get(i) : json, now);
            if (reading instanceof Reading.Wrong wrong) {
                String field =
                        wrong.field().isEmpty() ? "" : (item.isEmpty() ? "" : ", ") + "field '" + wrong.field() + "'";
                return error(400, wrong.reason() + ": " + wrong.remedy(), item + field);
            }
            RawArticle article = ((Reading.Read) reading).article();
            if (article.title().isBlank() && article.text().isBlank()) {
                return error(400, "neither title nor text: add one", item);
            }
            read.add(article);
        }
        return publish(read, several);
    }

    private Answer document(Ask ask) throws InterruptedException {
        String name = ask.header("x-file-name") == null ? "document" : String.valueOf(ask.header("x-file-name"));
        ParseOutcome outcome = parser.parse(
                new RawDocument(name, ask.header("content-type"), ask.header("content-location"), ask.body()));
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            RawArticle article =
                    DocumentArticle.draft(parsed.document(), owners, "push", "").seenAt(clock.instant());
            return publish(List.of(article), false);
        }
        if (outcome instanceof ParseOutcome.Rejected rejected) {
            PublishOutcome kept = publisher.reject(
                    new Rejection(name, "POST " + PATH, rejected.reason(), rejected.detail(), ask.body()));
            if (kept instanceof Full full) {
                return busy(full);
            }
            int status =
                    switch (rejected.reason()) {
                        case UNSUPPORTED -> 415;
                        case TOO_LARGE -> 413;
                        default -> 400;
                    };
            return error(status, rejected.reason() + ": " + rejected.detail(), null);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    /** All or, when there is no room, those before the first for which there was none; the client sends all again. */
    private Answer publish(List<RawArticle> read, boolean several) throws InterruptedException {
        List<Accepted> accepted = new ArrayList<>();
        for (RawArticle article : read) {
            PublishOutcome outcome = publisher.publish(article);
            if (outcome instanceof Full full) {
                return busy(full);
            }
            accepted.add((Accepted) outcome);
        }
        Instant until = clock.instant().plus(config.acknowledgedWithin());
        for (Accepted one : accepted) {
            End end =
                    end(one, java.time.Duration.between(clock.instant(), until).toMillis());
            if (end == End.REFUSED) {
                return error(400, "the broker does not take it", null);
            }
            if (end != End.ACKNOWLEDGED) {
                return error(503, "the broker did not acknowledge in time: send it again", null)
                        .with("Retry-After", Integer.toString(RETRY_AFTER));
            }
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        if (several) {
            ArrayNode ids = json.putArray("ids");
            read.forEach(article -> ids.add(article.id()));
        } else {
            json.put("id", read.get(0).id());
        }
        return Answer.json(202, json.toString());
    }

    private static End end(Accepted accepted, long millis) throws InterruptedException {
        try {
            return accepted.end().get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return End.BROKER_AWAY;
        }
    }

    private static Answer busy(Full full) {
        return error(429, full.detail(), null).with("Retry-After", Integer.toString(RETRY_AFTER));
    }

    private static Answer error(int status, String reason, @Nullable String position) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("error", reason);
        if (position != null && !position.isEmpty()) {
            json.put("position", position);
        }
        return Answer.json(status, json.toString());
    }
}
