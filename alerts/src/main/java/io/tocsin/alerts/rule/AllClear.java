package io.tocsin.alerts.rule;

import io.tocsin.events.Signal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When it is over: a closing level that lies below the opening one, and how long it must hold on the clock.
 *
 * @param pAbove the probability must be above this; null when the rule does not look at it
 * @param storiesBelow there must be fewer stories than this; null when the rule does not look at it
 * @param hold how long; a fall to a lower level must hold as long before it is reported
 */
public record AllClear(@Nullable Double pAbove, @Nullable Integer storiesBelow, Duration hold) {

    /** Whether the window is below the closing level. */
    enum Calm {
        CALM,
        NOT_CALM,
        /** The baseline is too short to say: no all-clear. */
        UNKNOWN
    }

    Calm read(Signal.Window window) {
        Integer below = storiesBelow;
        Double above = pAbove;
        if (above != null) {
            Double pValue = window.pValue();
            if (pValue == null) {
                return Calm.UNKNOWN;
            }
            if (pValue <= above) {
                return Calm.NOT_CALM;
            }
        }
        return below != null && window.stories() >= below ? Calm.NOT_CALM : Calm.CALM;
    }
}
