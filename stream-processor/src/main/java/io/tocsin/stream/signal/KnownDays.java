package io.tocsin.stream.signal;

/**
 * On which days news came at all: a day without any is unknown, not zero. Days count from the Unix epoch, UTC.
 *
 * @param newest the latest known day
 * @param before bit i stands for day {@code newest - i}; bit 0 is set
 */
public record KnownDays(long newest, long before) {
    /** Nothing is known yet. */
    public static final KnownDays NONE = new KnownDays(Long.MIN_VALUE, 0);

    /** These, and one more. Days more than 63 before the newest are forgotten. */
    public KnownDays with(long day) {
        if (before == 0) {
            return new KnownDays(day, 1);
        }
        long ahead = day - newest;
        if (ahead > 0) {
            return new KnownDays(day, (ahead > 63 ? 0 : before << ahead) | 1);
        }
        return ahead < -63 ? this : new KnownDays(newest, before | (1L << -ahead));
    }

    /** These, and those. */
    public KnownDays including(KnownDays those) {
        if (those.before == 0 || equals(those)) {
            return this;
        }
        if (before == 0) {
            return those;
        }
        if (those.newest > newest) {
            return those.including(this);
        }
        long back = newest - those.newest;
        return new KnownDays(newest, before | (back > 63 ? 0 : those.before << back));
    }

    /** Whether that day is among them. */
    public boolean includes(long day) {
        long back = newest - day;
        return before != 0 && back >= 0 && back <= 63 && (before >>> back & 1) == 1;
    }

    /** How many there are from one day on and before another. */
    public int between(long from, long to) {
        if (before == 0 || from > newest) {
            return 0;
        }
        // Bit i stands for day newest - i: those of days below 'to' begin at newest - to + 1.
        long skip = Math.max(0, newest - to + 1);
        long count = from > newest - 63 ? newest - from + 1 : Long.SIZE;
        if (skip >= Math.min(count, Long.SIZE)) {
            return 0;
        }
        long bits = before >>> skip << skip;
        return Long.bitCount(count >= Long.SIZE ? bits : bits & ((1L << count) - 1));
    }
}
