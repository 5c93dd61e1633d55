package io.tocsin.alerts.notify;

import io.tocsin.events.Alert;
import io.tocsin.events.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has been sent: the last line of each alert and channel. Safe for use by any thread. */
final class SentLedger {
    private final Map<String, Delivery> lines = new ConcurrentHashMap<>();

    /** Whether a delivery is still to be made. */
    sealed interface Standing {}

    /** It has been delivered, rejected, silenced or given up, or a later change has. */
    record Settled() implements Standing {}

    /**
     * It is to be made.
     *
     * @param attempts how many there have been
     * @param notBefore when the next one is due
     */
    record Due(int attempts, Instant notBefore) implements Standing {}

    /** Takes a line; an older one than is known changes nothing. */
    void enter(Delivery line) {
        lines.merge(Delivery.key(line.alertId(), line.channel()), line, SentLedger::later);
    }

    private static Delivery later(Delivery known, Delivery line) {
        if (line.sequence() != known.sequence()) {
            return line.sequence() > known.sequence() ? line : known;
        }
        return line.at().isBefore(known.at()) ? known : line;
    }

    Standing standing(Alert alert, String channel) {
        Delivery line = lines.get(Delivery.key(alert.id(), channel));
        if (line == null || line.sequence() < alert.sequence()) {
            return new Due(0, Instant.EPOCH);
        }
        if (line.sequence() > alert.sequence()) {
            return new Settled();
        }
        Instant next = line.nextAttemptAt();
        return switch (line.state()) {
            case DELIVERED, REJECTED, EXPIRED, SILENCED -> new Settled();
            case RETRYING -> new Due(line.attempt(), next == null ? Instant.EPOCH : next);
        };
    }
}
