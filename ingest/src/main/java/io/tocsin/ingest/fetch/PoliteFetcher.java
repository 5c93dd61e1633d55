package io.tocsin.ingest.fetch;

import io.tocsin.ingest.fetch.FetchOutcome.Later;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import io.tocsin.ingest.fetch.Robots.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Fetches as servers want it: what robots.txt allows, one request per host and port at a time with a gap, and none to a
 * host that asked to be left alone. Nobody waits here: whose turn has not come is told when to come again. Safe for use by
 * any thread.
 */
public final class PoliteFetcher implements Fetcher {
    private final Fetcher fetcher;
    private final Manners manners;
    private final Robots robots;
    private final HostGate gate;
    private final InstantSource clock;

    public PoliteFetcher(Fetcher fetcher, Manners manners, InstantSource clock) {
        this.fetcher = fetcher;
        this.manners = manners;
        this.robots = new Robots(fetcher, clock);
        this.gate = new HostGate(manners.gap());
        this.clock = clock;
    }

    @Override
    public FetchOutcome fetch(String address, Validators validators) {
        URI uri = HttpFetcher.webAddress(address);
        if (uri == null) {
            return fetcher.fetch(address, validators);
        }
        String host = String.valueOf(uri.getRawAuthority());
        Duration wait = gate.enter(host, clock.instant());
        if (!wait.isZero()) {
            return new Later(wait);
        }
        Duration rest = manners.gap();
        try {
            Verdict verdict = manners.robots() ? robots.of(uri) : new Verdict.Allowed(Duration.ZERO);
            if (verdict instanceof Verdict.Forbidden forbidden) {
                return forbidden.outcome();
            }
            if (verdict instanceof Verdict.Allowed allowed) {
                rest = longer(rest, allowed.delay());
            }
            FetchOutcome outcome = fetcher.fetch(uri.toString(), validators);
            rest = longer(rest, asked(outcome));
            return outcome;
        } finally {
            gate.leave(host, clock.instant().plus(rest));
        }
    }

    private static @Nullable Duration asked(FetchOutcome outcome) {
        return outcome instanceof Refused refused && refused.reason() == FetchOutcome.Refusal.TOO_MANY_REQUESTS
                ? refused.retryAfter()
                : null;
    }

    private static Duration longer(Duration rest, @Nullable Duration other) {
        return other != null && other.compareTo(rest) > 0 ? other : rest;
    }
}
