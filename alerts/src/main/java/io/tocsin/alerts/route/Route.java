package io.tocsin.alerts.route;

import java.util.List;

/** Where an alert goes. */
public sealed interface Route {

    /** To these channels, at least one. */
    record To(List<String> channels) implements Route {
        public To {
            channels = List.copyOf(channels);
        }
    }

    /** To nobody. */
    record Nowhere(Reason reason) implements Route {}

    /** Why it goes nowhere. */
    enum Reason {
        /** What it says was long over when it was written: a replay into a live system. */
        BACKFILLED,
        /** No channel is configured. */
        NO_CHANNEL,
        /** Its rule names channels of which none is configured. */
        NO_SUCH_CHANNEL
    }
}
