package io.tocsin.bench.quality;

/**
 * What a measure came to.
 *
 * @param measure its name, unique in its set
 * @param percent 0 to 100; more is better
 * @param rows how many rows it rests on
 * @param kind whether it stands for the set or for a class of it
 */
record Figure(String measure, double percent, int rows, Kind kind) {

    /** Whether it stands for the set. */
    enum Kind {
        /** It does. */
        CHIEF,
        /** It tells of one class, language or side of a chief one. */
        DETAIL
    }

    static Figure chief(String measure, double share, int rows) {
        return new Figure(measure, 100 * share, rows, Kind.CHIEF);
    }

    static Figure detail(String measure, double share, int rows) {
        return new Figure(measure, 100 * share, rows, Kind.DETAIL);
    }
}
