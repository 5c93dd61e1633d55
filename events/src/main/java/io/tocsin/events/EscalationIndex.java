package io.tocsin.events;

/**
 * How grave the news of a cell is, where 100 is the cell's own normal. It compares points of conflict (the positive
 * escalation scores of its stories) with those that the baseline leads to expect. Comparable over time within a cell,
 * not between cells.
 */
public final class EscalationIndex {
    /** The index of an ordinary day. */
    public static final double NORMAL = 100;

    /**
     * Points that are added to both sides, half a very grave story: a cell that never had conflict is not infinitely far
     * from its normal because of one story.
     */
    public static final double SMOOTHING = 5;

    private EscalationIndex() {}

    /**
     * The index.
     *
     * @param conflict points of the period, 0 or more
     * @param usual points that are usual in such a period, 0 or more
     */
    public static double of(double conflict, double usual) {
        return NORMAL * (conflict + SMOOTHING) / (usual + SMOOTHING);
    }

    /**
     * The points that are usual in a period.
     *
     * @param usualConflict points of the baseline's known days together
     */
    public static double usual(double usualConflict, Basis basis) {
        return usualConflict / basis.exposure() * basis.tested();
    }
}
