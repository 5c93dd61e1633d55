package io.tocsin.alerts.rule;

import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a signal must reach. A rule's levels all have the same kinds, each level harder than the one before. */
public sealed interface Threshold {

    /** Whether the signal reaches it, and by how much it does not. */
    Reading read(Signal signal);

    /** The window that it looks at; of several the longest. */
    Horizon over();

    /** The single conditions that it is made of. */
    List<Threshold> parts();

    /**
     * A comparison.
     *
     * @param needed what the threshold asks for
     * @param was what the window has; {@link Double#NaN} when that is not known
     * @param by the single condition that decided
     */
    record Reading(Verdict verdict, double needed, double was, Threshold by) {}

    /** How a comparison ended. */
    enum Verdict {
        MET,
        NOT_MET,
        /** The baseline is too short to say, or what it is compared with was not counted. */
        UNKNOWN
    }

    /** One condition on one window. */
    sealed interface Single extends Threshold {
        @Override
        default List<Threshold> parts() {
            return List.of(this);
        }

        /** A comparison of this condition. */
        default Reading reading(boolean met, double needed, double was) {
            return new Reading(met ? Verdict.MET : Verdict.NOT_MET, needed, was, this);
        }

        /** That nothing can be said. */
        default Reading unknown(double needed) {
            return new Reading(Verdict.UNKNOWN, needed, Double.NaN, this);
        }
    }

    /** At least so many independent stories. */
    record Count(Horizon over, int atLeast) implements Single {
        @Override
        public Reading read(Signal signal) {
            int stories = signal.window(over).stories();
            return reading(stories >= atLeast, atLeast, stories);
        }
    }

    /**
     * So many stories that chance explains them with a probability below a limit.
     *
     * @param pBelow the limit
     * @param atLeast stories that must be there whatever the probability
     */
    record Surge(Horizon over, double pBelow, int atLeast) implements Single {
        @Override
        public Reading read(Signal signal) {
            Signal.Window window = signal.window(over);
            Double pValue = window.pValue();
            if (pValue == null) {
                return unknown(pBelow);
            }
            if (pValue >= pBelow) {
                return reading(false, pBelow, pValue);
            }
            return window.stories() < atLeast
                    ? reading(false, atLeast, window.stories())
                    : reading(true, pBelow, pValue);
        }
    }

    /** At least such a share of all news of the place, or of all news on the subject; 0 to 1. */
    record Share(Horizon over, Whole of, double atLeast) implements Single {

        /** What it is a share of. */
        public enum Whole {
            COUNTRY,
            TOPIC
        }

        @Override
        public Reading read(Signal signal) {
            Double share = Measures.share(signal.window(over), of);
            return share == null ? unknown(atLeast) : reading(share >= atLeast, atLeast, share);
        }
    }

    /** An escalation index of at least so much; 100 is the cell's own normal. */
    record Index(Horizon over, double atLeast) implements Single {
        @Override
        public Reading read(Signal signal) {
            Signal.Context context = signal.window(over).context();
            Double index = context == null ? null : context.index();
            return index == null ? unknown(atLeast) : reading(index >= atLeast, atLeast, index);
        }
    }

    /** A story, after so many known days without one. */
    record First(Horizon over, int days) implements Single {
        @Override
        public Reading read(Signal signal) {
            Signal.Window window = signal.window(over);
            return reading(window.stories() > 0 && window.quietDays() >= days, days, window.quietDays());
        }
    }

    /**
     * So few stories that chance explains them with a probability below a limit.
     *
     * @param atMost stories that there may be at most whatever the probability
     */
    record Absence(Horizon over, double pBelow, int atMost) implements Single {
        @Override
        public Reading read(Signal signal) {
            Signal.Window window = signal.window(over);
            Signal.Context context = window.context();
            Double pFewer = context == null ? null : context.pFewer();
            if (pFewer == null) {
                return unknown(pBelow);
            }
            return window.stories() > atMost
                    ? reading(false, atMost, window.stories())
                    : reading(pFewer < pBelow, pBelow, pFewer);
        }
    }

    /** All of them. What one of them does not reach decides; then what one of them does not know. */
    record All(List<Threshold> conditions) implements Threshold {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Reading read(Signal signal) {
            return readings(conditions, signal)
                    .min(Comparator.comparingInt(reading -> switch (reading.verdict()) {
                        case NOT_MET -> 0;
                        case UNKNOWN -> 1;
                        case MET -> 2;
                    }))
                    .orElseThrow();
        }

        @Override
        public Horizon over() {
            return longest(conditions);
        }

        @Override
        public List<Threshold> parts() {
            return partsOf(conditions);
        }
    }

    /** One of them. One that knows nothing says nothing, unless none of them knows anything. */
    record Any(List<Threshold> conditions) implements Threshold {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Reading read(Signal signal) {
            return readings(conditions, signal)
                    .min(Comparator.comparingInt(reading -> switch (reading.verdict()) {
                        case MET -> 0;
                        case NOT_MET -> 1;
                        case UNKNOWN -> 2;
                    }))
                    .orElseThrow();
        }

        @Override
        public Horizon over() {
            return longest(conditions);
        }

        @Override
        public List<Threshold> parts() {
            return partsOf(conditions);
        }
    }

    private static Stream<Reading> readings(List<Threshold> conditions, Signal signal) {
        return conditions.stream().map(condition -> condition.read(signal));
    }

    private static Horizon longest(List<Threshold> conditions) {
        return conditions.stream()
                .map(Threshold::over)
                .max(Comparator.comparing(Horizon::length))
                .orElseThrow();
    }

    private static List<Threshold> partsOf(List<Threshold> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition.parts().stream())
                .toList();
    }
}
