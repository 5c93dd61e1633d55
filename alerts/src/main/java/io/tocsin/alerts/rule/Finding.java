package io.tocsin.alerts.rule;

import io.tocsin.events.Arithmetic;
import io.tocsin.events.Decision;

/** What a rule says about a signal. */
public sealed interface Finding {

    /** How the cell stands, for the comparison with the next signal. */
    Standing standing();

    /** How a cell stands under a rule, worst last. Names are stored: only add. */
    enum Standing {
        /** The rule does not watch the cell. */
        UNWATCHED,
        /** The signal is older than the rule's horizon: it says nothing about now. */
        OUTDATED,
        /** Below the closing level. */
        QUIET,
        /** The baseline is too short to say. */
        UNKNOWN,
        /** Above the closing level, below the opening one. */
        HELD,
        /** Stopped by {@link Decision.Gate#BASELINE}. */
        SHORT_OF_BASELINE,
        /** Stopped by {@link Decision.Gate#THRESHOLD}: a near miss with all the backing that the rule asks for. */
        SHORT_OF_THRESHOLD,
        /** Stopped by {@link Decision.Gate#STORIES}. */
        SHORT_OF_STORIES,
        /** Stopped by {@link Decision.Gate#OWNERS}. */
        SHORT_OF_OWNERS,
        /** Stopped by {@link Decision.Gate#BACKFILL}. */
        BACKFILLED,
        /** All gates of the rule are passed. */
        CROSSED
    }

    /** The rule does not watch the cell. */
    record Unwatched() implements Finding {
        @Override
        public Standing standing() {
            return Standing.UNWATCHED;
        }
    }

    /** The signal is too old to say anything about now. */
    record Outdated() implements Finding {
        @Override
        public Standing standing() {
            return Standing.OUTDATED;
        }
    }

    /** Below the closing level. */
    record Quiet(Arithmetic arithmetic) implements Finding {
        @Override
        public Standing standing() {
            return Standing.QUIET;
        }
    }

    /** Neither crossing nor quiet, because the baseline is too short: neither opens nor closes anything. */
    record Unknown(Arithmetic arithmetic) implements Finding {
        @Override
        public Standing standing() {
            return Standing.UNKNOWN;
        }
    }

    /** Between the closing and the opening level: keeps open what is open. */
    record Held(Arithmetic arithmetic) implements Finding {
        @Override
        public Standing standing() {
            return Standing.HELD;
        }
    }

    /**
     * A crossing, or nearly one, that a gate stopped. Keeps open what is open.
     *
     * @param needed what the gate asks for
     * @param was what there was
     */
    record Blocked(Decision.Gate gate, double needed, double was, Arithmetic arithmetic) implements Finding {
        @Override
        public Standing standing() {
            return switch (gate) {
                case BASELINE -> Standing.SHORT_OF_BASELINE;
                case THRESHOLD -> Standing.SHORT_OF_THRESHOLD;
                case STORIES -> Standing.SHORT_OF_STORIES;
                case OWNERS -> Standing.SHORT_OF_OWNERS;
                case BACKFILL -> Standing.BACKFILLED;
                case COOL_DOWN, FALSE_DISCOVERY, BUDGET ->
                    throw new IllegalStateException("the lifecycle's gate " + gate);
            };
        }
    }

    /**
     * All gates of the rule are passed.
     *
     * @param rank the place of the highest level reached, 0 for the mildest
     * @param needed what that level asks for
     * @param was what there was
     */
    record Crossing(int rank, Level level, double needed, double was, Arithmetic arithmetic) implements Finding {
        @Override
        public Standing standing() {
            return Standing.CROSSED;
        }
    }
}
