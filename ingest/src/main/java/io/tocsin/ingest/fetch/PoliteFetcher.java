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
 * host that asked to be left alone. All that goes for the hosts that a server redirects to, too. Nobody waits here: whose
 * turn has not come is told when to come again. Safe for use by any thread.
 */
public final class PoliteFetcher implements Fetcher {
    private final HopFetcher fetcher;
    private final Manners manners;
    private final Robots robots;
    private final HostGate gate;
    private final InstantSource clock;

    /** Over a fetcher that follows redirects. */
    public PoliteFetcher(HttpFetcher fetcher, Manners manners, InstantSource clock) {
        this((HopFetcher) fetcher, manners, clock);
    }

    PoliteFetcher(HopFetcher fetcher, Manners manners, InstantSource clock) {
        this.fetcher = fetcher;
        this.manners = manners;
        this.robots = new Robots(fetcher, clock);
        this.gate = new HostGate(manners.gap());
        this.clock = clock;
    }

    @Override
    public FetchOutcome fetch(String address, Validators validators) {
        Journey journey = new Journey();
        try {
            FetchOutcome outcome = fetcher.fetch(address, validators, journey);
            journey.rest(asked(outcome));
            return outcome;
        } finally {
            journey.leave();
        }
    }

    private static @Nullable Duration asked(FetchOutcome outcome) {
        return outcome instanceof Refused refused && refused.reason() == FetchOutcome.Refusal.TOO_MANY_REQUESTS
                ? refused.retryAfter()
                : null;
    }

    /** One fetch on its way from host to host; the host that it is at is nobody else's. */
    private final class Journey implements Passage {
        private @Nullable String host;
        private Duration rest = manners.gap();

        @Override
        public @Nullable FetchOutcome enter(URI hop) {
            String next = String.valueOf(hop.getRawAuthority());
            if (!next.equals(host)) {
                leave();
                Duration wait = gate.enter(next, clock.instant());
                if (!wait.isZero()) {
                    return new Later(wait);
                }
                host = next;
                rest = manners.gap();
            }
            Verdict verdict = manners.robots() ? robots.of(hop) : new Verdict.Allowed(Duration.ZERO);
            if (verdict instanceof Verdict.Forbidden forbidden) {
                return forbidden.outcome();
            }
            if (verdict instanceof Verdict.Allowed allowed) {
                rest(allowed.delay());
            }
            return null;
        }

        /** Lengthens the rest of the host that it is at. */
        void rest(@Nullable Duration atLeast) {
            rest = atLeast != null && atLeast.compareTo(rest) > 0 ? atLeast : rest;
        }

        void leave() {
            if (host != null) {
                gate.leave(host, clock.instant().plus(rest));
                host = null;
            }
        }
    }
}
