package io.tocsin.stream.signal;

import io.tocsin.events.Horizon;

/** For how long a cell had no story before the current horizon: the test for cells that are too sparse for another. */
final class FirstSeen {
    /** Days that it looks back at most. */
    static final int MOST_DAYS = 30;

    private FirstSeen() {}

    /**
     * Known days without a story, up to the horizon's beginning. A day on which no news came at all is unknown and does
     * not count.
     *
     * @return 0 to {@value #MOST_DAYS}
     */
    static int quietDays(Horizon horizon, CellCounts counts, KnownDays known, long nowHour) {
        long begin = nowHour - horizon.length().toHours() + 1;
        long firstDay = Math.floorDiv(begin, 24);
        int sinceMidnight = (int) (begin - firstDay * 24);
        if (sinceMidnight > 0 && counts.hasStory(begin - 1, sinceMidnight)) {
            return 0;
        }
        int quiet = 0;
        for (long day = firstDay - 1; quiet < MOST_DAYS && day > firstDay - CellCounts.DAYS; day--) {
            if (counts.storiesOn(day) > 0) {
                return quiet;
            }
            if (known.includes(day)) {
                quiet++;
            }
        }
        return quiet;
    }
}
