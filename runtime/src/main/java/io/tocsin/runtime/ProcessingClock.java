package io.tocsin.runtime;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * The processing clock of a topology's task: what time it is for everything that ends by the passing of time. A live
 * process goes by the wall; a replay goes by the news, so that five weeks in twenty seconds open and close what they
 * would have opened and closed then. One instance a task; not safe for use by several threads.
 */
public interface ProcessingClock {

    /** Which clock a process runs by. */
    enum Mode {
        WALL,
        EVENT;

        /**
         * A clock for one task.
         *
         * @param wall the task's wall clock, {@code context.currentSystemTimeMs()}
         */
        public ProcessingClock clock(Supplier<Instant> wall) {
            return this == WALL ? new Wall(wall) : new Event();
        }
    }

    /** Takes notice of a record that arrived, by its own account, at that time. */
    void observe(Instant arrival);

    /** Now; never goes back. {@link Instant#EPOCH} in a replay before its first record. */
    Instant now();

    /** Goes by the wall. */
    final class Wall implements ProcessingClock {
        private final Supplier<Instant> wall;
        private Instant latest = Instant.EPOCH;

        Wall(Supplier<Instant> wall) {
            this.wall = wall;
        }

        @Override
        public void observe(Instant arrival) {
            // The wall clock goes on by itself.
        }

        @Override
        public Instant now() {
            Instant now = wall.get();
            latest = now.isAfter(latest) ? now : latest;
            return latest;
        }
    }

    /** Goes by the latest arrival. */
    final class Event implements ProcessingClock {
        private Instant latest = Instant.EPOCH;

        @Override
        public void observe(Instant arrival) {
            latest = arrival.isAfter(latest) ? arrival : latest;
        }

        @Override
        public Instant now() {
            return latest;
        }
    }
}
