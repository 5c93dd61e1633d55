package io.tocsin.alerts.rule;

import io.tocsin.events.Signal;

/** What a window must reach. Each kind reads a window by itself; a rule's levels are all of one kind. */
public sealed interface Threshold {

    /** Whether the window reaches it, and by how much it does not. */
    Reading read(Signal.Window window);

    /**
     * A comparison.
     *
     * @param needed what the threshold asks for
     * @param was what the window has; {@link Double#NaN} when that is not known
     */
    record Reading(Verdict verdict, double needed, double was) {}

    /** How a comparison ended. */
    enum Verdict {
        MET,
        NOT_MET,
        /** The baseline is too short to say. */
        UNKNOWN
    }

    /** At least so many independent stories. */
    record Count(int atLeast) implements Threshold {
        @Override
        public Reading read(Signal.Window window) {
            return new Reading(window.stories() >= atLeast ? Verdict.MET : Verdict.NOT_MET, atLeast, window.stories());
        }
    }

    /**
     * So many stories that chance explains them with a probability below a limit.
     *
     * @param pBelow the limit
     * @param atLeast stories that must be there whatever the probability
     */
    record Surge(double pBelow, int atLeast) implements Threshold {
        @Override
        public Reading read(Signal.Window window) {
            Double pValue = window.pValue();
            if (pValue == null) {
                return new Reading(Verdict.UNKNOWN, pBelow, Double.NaN);
            }
            if (pValue >= pBelow) {
                return new Reading(Verdict.NOT_MET, pBelow, pValue);
            }
            return window.stories() < atLeast
                    ? new Reading(Verdict.NOT_MET, atLeast, window.stories())
                    : new Reading(Verdict.MET, pBelow, pValue);
        }
    }
}
