package io.tocsin.ingest.websub;

import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.fetch.FormPost;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps subscriptions alive and takes what hubs deliver. Safe for use by any thread. */
public final class WebSubSubscriber implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(WebSubSubscriber.class);

    private static final String PATH = "/websub";
    private static final int KEY_BYTES = 20;
    private static final int SECRET_BYTES = 32;

    /** Between two looks at what is due. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final WebSubConfig config;
    private final Fetcher fetcher;
    private final FormPost hubs;
    private final Delivery delivery;
    private final InstantSource clock;
    private final int maxBytes;
    private final Map<String, Subscription> byKey = new LinkedHashMap<>();
    private final Map<String, String> feeds;
    private @Nullable ScheduledThreadPoolExecutor scheduler;

    /** Takes a feed that a hub delivered. */
    @FunctionalInterface
    public interface Delivery {
        /** What became of its entries; the first for which there was no room ends it. */
        List<PublishOutcome> deliver(String sourceId, byte[] feed, @Nullable String contentType);
    }

    /**
     * Makes one; nobody is asked yet.
     *
     * @param feeds addresses by source id
     * @param fetcher for the feeds, which name their hubs
     * @param random for keys and secrets that nobody can guess
     * @param maxBytes largest delivery
     */
    public WebSubSubscriber(
            WebSubConfig config,
            Map<String, String> feeds,
            Fetcher fetcher,
            FormPost hubs,
            Delivery delivery,
            InstantSource clock,
            RandomGenerator random,
            int maxBytes) {
        this.config = config;
        this.feeds = Map.copyOf(feeds);
        this.fetcher = fetcher;
        this.hubs = hubs;
        this.delivery = delivery;
        this.clock = clock;
        this.maxBytes = maxBytes;
        for (String source : config.sources()) {
            if (feeds.containsKey(source)) {
                String key = hex(random, KEY_BYTES);
                byKey.put(key, new Subscription(source, key, new Secret(hex(random, SECRET_BYTES)), clock.instant()));
            } else {
                LOG.warn("ingest.websub.sources: there is no source '{}'", source);
            }
        }
    }

    private static String hex(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String name() {
        return "websub";
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "websub");
            thread.setDaemon(true);
            return thread;
        });
        scheduler = started;
        var unused = started.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks for what is due. */
    void look() {
        for (Subscription subscription : byKey.values()) {
            try {
                if (subscription.isDue(clock.instant())) {
                    ask(subscription);
                }
            } catch (RuntimeException e) {
                LOG.warn("{}: not subscribed", subscription.sourceId(), e);
                subscription.failed(String.valueOf(e), clock.instant());
            }
        }
    }

    private void ask(Subscription subscription) {
        String feed = String.valueOf(feeds.get(subscription.sourceId()));
        FetchOutcome fetched = fetcher.fetch(feed, Validators.NONE);
        if (!(fetched instanceof FetchOutcome.Fetched page)) {
            subscription.failed("the feed cannot be fetched", clock.instant());
            return;
        }
        HubLinks links = HubLinks.of(page.body(), feed);
        if (links == null) {
            subscription.failed("the feed names no hub", clock.instant());
            return;
        }
        subscription.asking(links, clock.instant()); // before the hub can answer
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", links.topic());
        form.put("hub.callback", config.callback() + PATH + "?s=" + subscription.key());
        form.put("hub.lease_seconds", Long.toString(config.lease().toSeconds()));
        form.put("hub.secret", subscription.secret().reveal());
        FormPost.Outcome outcome = hubs.post(links.hub(), form);
        if (outcome instanceof FormPost.Outcome.Refused refused) {
            subscription.failed("the hub: " + refused.detail(), clock.instant());
        }
    }

    /** For the process's web server: where hubs verify and deliver. */
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(PATH, this::verify), Endpoint.post(PATH, maxBytes, this::deliver));
    }

    private Answer verify(Ask ask) {
        Map<String, String> query = query(ask.query());
        Subscription subscription = byKey.get(query.getOrDefault("s", ""));
        String topic = query.getOrDefault("hub.topic", "");
        Instant now = clock.instant();
        if (subscription == null) {
            return Answer.text(404, "no such subscription");
        }
        switch (query.getOrDefault("hub.mode", "")) {
            case "subscribe" -> {
                if (subscription.verified(topic, lease(query.get("hub.lease_seconds")), now)) {
                    return Answer.of(200, "text/plain; charset=utf-8", query.getOrDefault("hub.challenge", ""));
                }
            }
            case "denied" -> {
                subscription.denied("denied: " + query.getOrDefault("hub.reason", "no reason given"), now);
                return Answer.text(200, "noted");
            }
            default -> {
                // We never unsubscribe: whoever asks for that is not our hub.
            }
        }
        return Answer.text(404, "not asked for");
    }

    private static @Nullable Duration lease(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    /** What is not signed as agreed is thrown away; the hub is not told, as the standard wants it. */
    private Answer deliver(Ask ask) {
        Subscription subscription = byKey.get(query(ask.query()).getOrDefault("s", ""));
        if (subscription == null) {
            return Answer.text(410, "no such subscription");
        }
        HubSignature.Check check = HubSignature.check(ask.header("x-hub-signature"), subscription.secret(), ask.body());
        if (check != HubSignature.Check.GOOD) {
            LOG.warn("{}: a delivery was thrown away, its signature is {}", subscription.sourceId(), check);
            return Answer.text(202, "taken");
        }
        for (PublishOutcome outcome :
                delivery.deliver(subscription.sourceId(), ask.body(), ask.header("content-type"))) {
            if (outcome instanceof PublishOutcome.Full full) {
                return Answer.text(429, full.detail()).with("Retry-After", "5");
            }
        }
        return Answer.text(202, "taken");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The subscriptions, in the order of the settings. */
    List<Subscription> subscriptions() {
        return List.copyOf(byKey.values());
    }

    /** A subscription that fails makes nothing worse than it was: the feed is polled. */
    @Override
    public CheckResult check() {
        List<String> others = new ArrayList<>();
        int active = 0;
        for (Subscription one : byKey.values()) {
            if (one.state() == Subscription.State.ACTIVE) {
                active++;
            } else {
                others.add(one.sourceId() + (one.detail().isEmpty() ? "" : ": " + one.detail()));
            }
        }
        return CheckResult.ok(active + " of " + byKey.size() + " subscriptions active"
                + (others.isEmpty() ? "" : "; " + String.join("; ", others)));
    }

    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
    }
}
