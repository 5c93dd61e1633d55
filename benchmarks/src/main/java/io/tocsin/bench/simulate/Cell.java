package io.tocsin.bench.simulate;

/**
 * One country and topic.
 *
 * @param country its place among the world's countries
 * @param topic its place among the world's topics; -1 for all news
 */
record Cell(int country, int topic) {
    /** Whether news of the other cell is news of this one. */
    boolean holds(Cell other) {
        return country == other.country && (topic < 0 || topic == other.topic);
    }
}
