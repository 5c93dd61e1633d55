package io.tocsin.alerts.route;

import io.tocsin.events.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chooses the channels of an alert. Immutable; safe for use by any thread. */
public final class Router {
    private final List<String> channels;
    private final Optional<Duration> newsFor;

    /**
     * For these channels.
     *
     * @param newsFor an alert that was older than this when it was written pages nobody; empty in a replay, whose news
     *     is old by nature
     */
    public Router(List<String> channels, Optional<Duration> newsFor) {
        this.channels = List.copyOf(channels);
        this.newsFor = newsFor;
    }

    /**
     * Where the alert goes.
     *
     * @param wanted the channels that its rule names; empty for all
     * @param writtenAt when the alert was written, by the broker's clock
     */
    public Route route(Alert alert, List<String> wanted, Instant writtenAt) {
        if (newsFor.isPresent() && alert.at().isBefore(writtenAt.minus(newsFor.get()))) {
            return new Route.Nowhere(Route.Reason.BACKFILLED);
        }
        if (channels.isEmpty()) {
            return new Route.Nowhere(Route.Reason.NO_CHANNEL);
        }
        List<String> chosen = wanted.isEmpty()
                ? channels
                : channels.stream().filter(wanted::contains).toList();
        return chosen.isEmpty() ? new Route.Nowhere(Route.Reason.NO_SUCH_CHANNEL) : new Route.To(chosen);
    }
}
