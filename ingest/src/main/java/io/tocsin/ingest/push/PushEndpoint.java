package io.tocsin.ingest.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.article.ArticleJson;
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
import io.tocsin.ingest.push.Batch.NoBatch;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code POST /articles}. Safe for use by any thread. */
public final class PushEndpoint {
    private static final String PATH = "/articles";
    private static final String ORIGIN = "POST " + PATH;

    /** Seconds after which a client that was turned away should try again. */
    private static final String RETRY_AFTER = "5";

    private static final Set<String> LINES = Set.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonlines",
            "application/jsonlines");

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
        try {
            if (LINES.contains(type)) {
                return publish(Batch.ofLines(ask.body(), articles, clock.instant()));
            }
            if (type.equals("application/json") || type.endsWith("+json")) {
                return publish(Batch.ofJson(ask.body(), articles, clock.instant()));
            }
        } catch (NoBatch e) {
            return error(400, String.valueOf(e.getMessage()), e.position());
        }
        return document(ask);
    }

    private boolean mayPush(@Nullable String authorization) {
        if (config.tokens().isEmpty()) {
            return true;
        }
        String given = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : "";
        return PushToken.isAmong(config.tokens(), given);
    }

    private static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private Answer document(Ask ask) throws InterruptedException {
        String name = ask.header("x-file-name") == null ? "document" : String.valueOf(ask.header("x-file-name"));
        ParseOutcome outcome = parser.parse(
                new RawDocument(name, ask.header("content-type"), ask.header("content-location"), ask.body()));
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            RawArticle article =
                    DocumentArticle.draft(parsed.document(), owners, "push", "").seenAt(clock.instant());
            return parsed.document().kind() == Kind.RETRACTED && !publisher.remembers(article.id())
                    ? rejected(Rejection.unfounded(article, ORIGIN, ParseOutcome.Reason.NOT_FOR_USE, ask.body()), 404)
                    : publish(new Batch(false, List.of(new Batch.Item.Read(article))));
        }
        if (outcome instanceof ParseOutcome.Rejected rejected) {
            int status =
                    switch (rejected.reason()) {
                        case UNSUPPORTED -> 415;
                        case TOO_LARGE -> 413;
                        default -> 400;
                    };
            return rejected(new Rejection(name, ORIGIN, rejected.reason(), rejected.detail(), ask.body()), status);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    private Answer rejected(Rejection why, int status) {
        return publisher.reject(why) instanceof Full full
                ? error(429, full.detail(), null).with("Retry-After", RETRY_AFTER)
                : error(status, why.reasonName() + ": " + why.detail(), null);
    }

    /** Hands everything over first and waits then, so that a batch costs the broker's time once. */
    private Answer publish(Batch batch) throws InterruptedException {
        List<@Nullable PublishOutcome> handedOver = new ArrayList<>();
        Full full = null;
        for (Batch.Item item : batch.items()) {
            PublishOutcome outcome = null;
            if (item instanceof Batch.Item.Read read) {
                outcome = full == null ? publisher.publish(read.article()) : full;
                full = outcome instanceof Full none ? none : full;
            }
            handedOver.add(outcome);
        }
        Instant until = clock.instant().plus(config.acknowledgedWithin());
        List<ItemAnswer> answers = new ArrayList<>();
        for (int i = 0; i < handedOver.size(); i++) {
            Batch.Item item = batch.items().get(i);
            PublishOutcome outcome = handedOver.get(i);
            if (item instanceof Batch.Item.Wrong wrong) {
                answers.add(ItemAnswer.wrong(wrong));
            } else if (item instanceof Batch.Item.Read read) {
                answers.add(
                        outcome instanceof Accepted accepted
                                ? ItemAnswer.of(read.article(), end(accepted, until))
                                : ItemAnswer.busy(read.article(), String.valueOf(full == null ? "" : full.detail())));
            }
        }
        return batch.several() ? answer(answers) : answer(answers.get(0));
    }

    private End end(Accepted accepted, Instant until) throws InterruptedException {
        long millis = Duration.between(clock.instant(), until).toMillis();
        try {
            return accepted.end().get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return End.BROKER_AWAY;
        }
    }

    private static Answer answer(ItemAnswer one) {
        if (one.outcome() == ItemAnswer.Outcome.ACKNOWLEDGED) {
            return Answer.json(
                    202, Json.MAPPER.createObjectNode().put("id", one.id()).toString());
        }
        String position = one.field().isEmpty() ? null : "field '" + one.field() + "'";
        return withRetry(error(one.outcome().status(), one.error(), position), one.outcome());
    }

    /** The status is that of the gravest outcome; what became of each article stands in the body. */
    private static Answer answer(List<ItemAnswer> answers) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode items = json.putArray("items");
        ItemAnswer.Outcome gravest = ItemAnswer.Outcome.ACKNOWLEDGED;
        int acknowledged = 0;
        for (ItemAnswer answer : answers) {
            items.add(answer.json());
            acknowledged += answer.outcome() == ItemAnswer.Outcome.ACKNOWLEDGED ? 1 : 0;
            gravest = answer.outcome().compareTo(gravest) > 0 ? answer.outcome() : gravest;
        }
        json.put("acknowledged", acknowledged);
        boolean some = gravest == ItemAnswer.Outcome.REFUSED && acknowledged > 0;
        return withRetry(Answer.json(some ? 207 : gravest.status(), json.toString()), gravest);
    }

    private static Answer withRetry(Answer answer, ItemAnswer.Outcome outcome) {
        return outcome.isWorthRepeating() ? answer.with("Retry-After", RETRY_AFTER) : answer;
    }

    private static Answer error(int status, String reason, @Nullable String position) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("error", reason);
        if (position != null && !position.isEmpty()) {
            json.put("position", position);
        }
        return Answer.json(status, json.toString());
    }
}
