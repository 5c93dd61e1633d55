package io.tocsin.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.tocsin.ingest.fetch.FetchOutcome.Fetched;
import io.tocsin.ingest.fetch.FetchOutcome.Refusal;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What servers let robots fetch (RFC 9309): their robots.txt, kept for a day. One that is missing or forbidden allows
 * everything; one that cannot be had now allows nothing for some minutes. Safe for use by any thread.
 */
final class Robots {
    private static final String NAME = "tocsin";

    /** A crawl delay that is longer keeps us out. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);
    private static final int MANY = 10_000;
    private static final int WARNINGS = 0;

    private final HopFetcher fetcher;
    private final InstantSource clock;
    private final Map<String, Known> origins = new ConcurrentHashMap<>();

    Robots(HopFetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** What is known of an origin, until when. */
    private record Known(Instant until, Rules rules) {}

    /** What an origin says. */
    private sealed interface Rules {
        /** By its robots.txt, or by its having none. */
        record Said(SimpleRobotRules rules) implements Rules {}

        /** It could not be asked. */
        record Unknown(FetchOutcome outcome) implements Rules {}
    }

    /** The answer. */
    sealed interface Verdict {
        /**
         * It may be fetched.
         *
         * @param delay that the server asks for between two requests, zero when it asks for none
         */
        record Allowed(Duration delay) implements Verdict {}

        /** It may not, for this reason. */
        record Forbidden(FetchOutcome outcome) implements Verdict {}
    }

    Verdict of(URI uri) {
        String origin = uri.getScheme() + "://" + uri.getRawAuthority();
        Instant now = clock.instant();
        Known known = origins.get(origin);
        if (known == null || !now.isBefore(known.until)) {
            if (origins.size() >= MANY) {
                origins.values().removeIf(old -> !now.isBefore(old.until));
            }
            known = asked(origin, now);
            origins.put(origin, known);
        }
        if (known.rules instanceof Rules.Said said) {
            if (!said.rules.isAllowed(uri.toString())) {
                String detail = "robots.txt of " + uri.getHost() + " keeps robots out of " + uri.getRawPath();
                return new Verdict.Forbidden(new Refused(Refusal.ROBOTS, detail, null));
            }
            return new Verdict.Allowed(Duration.ofMillis(Math.max(0, said.rules.getCrawlDelay())));
        }
        if (known.rules instanceof Rules.Unknown unknown) {
            return new Verdict.Forbidden(unknown.outcome);
        }
        throw new IllegalStateException("no such rules: " + known.rules);
    }

    private Known asked(String origin, Instant now) {
        String address = origin + "/robots.txt";
        FetchOutcome outcome = fetcher.fetch(address, Validators.NONE, Passage.open());
        if (outcome instanceof Fetched fetched) {
            String type = fetched.contentType() == null ? "text/plain" : fetched.contentType();
            return new Known(
                    now.plus(KEPT),
                    new Rules.Said(parser().parseContent(address, fetched.body(), type, List.of(NAME))));
        }
        if (outcome instanceof Refused refused && saysNothing(refused.reason())) {
            return new Known(
                    now.plus(KEPT), new Rules.Said(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL)));
        }
        return new Known(now.plus(ASKED_AGAIN), new Rules.Unknown(outcome));
    }

    /** RFC 9309, section 2.3.1.3: a robots.txt that is not there, whatever the reason, keeps nobody out. */
    private static boolean saysNothing(Refusal refusal) {
        return switch (refusal) {
            case FORBIDDEN, NOT_FOUND, GONE, CLIENT_ERROR, TOO_MANY_REDIRECTS, TOO_LARGE -> true;
            case BAD_ADDRESS, PRIVATE_ADDRESS, TOO_MANY_REQUESTS, ROBOTS -> false;
        };
    }

    /** Parsers count warnings and are not safe for threads. */
    private static SimpleRobotRulesParser parser() {
        return new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), WARNINGS);
    }
}
