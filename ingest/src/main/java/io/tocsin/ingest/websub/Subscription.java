package io.tocsin.ingest.websub;

import io.tocsin.runtime.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One feed at one hub. Safe for use by any thread.
 *
 * <p>Asked for, it waits for the hub's verification; verified, it lasts for the hub's lease and is asked for again when
 * four fifths of that are over; denied or not verified, it is asked for again later.
 */
final class Subscription {
    /** For a hub that names no lease. */
    private static final Duration DEFAULT_LEASE = Duration.ofDays(1);

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);

    /** For a hub to verify, and before a hub that refused is asked again. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final String sourceId;
    private final String key;
    private final Secret secret;
    private @Nullable HubLinks links;
    private State state = State.NONE;
    private String detail = "";
    private Instant nextAt;

    /** How far it is. */
    enum State {
        /** Not asked for yet, or asking failed. */
        NONE,
        /** The hub was asked and has not verified. */
        ASKED,
        /** The hub has verified it. */
        ACTIVE,
        /** The hub does not want it. */
        DENIED
    }

    /**
     * Makes one that is due now.
     *
     * @param key that is in the callback, so that nobody else can guess it
     */
    Subscription(String sourceId, String key, Secret secret, Instant now) {
        this.sourceId = sourceId;
        this.key = key;
        this.secret = secret;
        this.nextAt = now;
    }

    String sourceId() {
        return sourceId;
    }

    String key() {
        return key;
    }

    Secret secret() {
        return secret;
    }

    synchronized State state() {
        return state;
    }

    synchronized String detail() {
        return detail;
    }

    synchronized boolean isDue(Instant now) {
        return !now.isBefore(nextAt);
    }

    /** The hub is about to be asked; an active subscription stays so while it is renewed. */
    synchronized void asking(HubLinks at, Instant now) {
        links = at;
        state = state == State.ACTIVE ? State.ACTIVE : State.ASKED;
        nextAt = now.plus(AGAIN);
    }

    /** Nobody could be asked. */
    synchronized void failed(String why, Instant now) {
        state = state == State.ACTIVE ? State.ACTIVE : State.NONE;
        detail = why;
        nextAt = now.plus(AGAIN);
    }

    /** Whether the hub verifies what was asked for; it is active from then on. */
    synchronized boolean verified(String topic, @Nullable Duration lease, Instant now) {
        HubLinks asked = links;
        if (asked == null || !asked.topic().equals(topic)) {
            return false;
        }
        Duration given = lease == null ? DEFAULT_LEASE : lease;
        Duration length = given.compareTo(SHORTEST_LEASE) < 0
                ? SHORTEST_LEASE
                : given.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : given;
        state = State.ACTIVE;
        detail = "";
        nextAt = now.plus(length.multipliedBy(4).dividedBy(5));
        return true;
    }

    /** The hub does not want it, or no longer. */
    synchronized void denied(String why, Instant now) {
        state = State.DENIED;
        detail = why;
        nextAt = now.plus(AGAIN.multipliedBy(6));
    }
}
