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
}
