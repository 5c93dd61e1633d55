package io.tocsin.stream.escalation;

import io.tocsin.events.Family;
import org.jspecify.annotations.Nullable;

/** Adds the counted matches of one article up: which side it is on, how far, and which family it chiefly reports. */
final class ArticleScore {
    private static final Family[] FAMILIES = Family.values();

    /** Of a match's say in which side the article is on, the part that every match has; the rest goes by strength. */
    private static final double EQUAL_SAY = 2.5;

    private static final double STRENGTH_SAY = 0.5;

    /** A smaller score is none: an appeal, a condolence. */
    private static final double LEAST = 1.12;

    private final double[] weight = new double[FAMILIES.length];
    private final int[] times = new int[FAMILIES.length];
    private double conflict;
    private double cooperation;

    /** By side, conflict first: sums of weight, of weight by strength, of weight by strength squared. */
    private final double[][] sums = new double[2][3];

    void add(Family family, double strength, double matchWeight) {
        double damped = matchWeight / Math.sqrt(++times[family.ordinal()]);
        weight[family.ordinal()] += damped;
        double say = damped * (EQUAL_SAY + STRENGTH_SAY * strength);
        boolean escalates = family.quad().escalates();
        if (escalates) {
            conflict += say;
        } else {
            cooperation += say;
        }
        double[] side = sums[escalates ? 0 : 1];
        side[0] += damped;
        side[1] += damped * strength;
        side[2] += damped * strength * strength;
    }

    /** -10 to +10, to a hundredth. */
    double score() {
        if (conflict == cooperation) {
            return 0;
        }
        double[] side = sums[conflict > cooperation ? 0 : 1];
        if (side[1] == 0) {
            return 0;
        }
        double strength = side[2] / side[1];
        double lead = Math.abs(conflict - cooperation) / (conflict + cooperation);
        double many = 1 - Math.exp(-side[0] / 1.5);
        double size = strength * (0.35 + 0.65 * many) * Math.sqrt(lead);
        if (size < LEAST) {
            return 0;
        }
        return Math.round((conflict > cooperation ? size : -size) * 100) / 100.0;
    }

    /** The family of most weight on the article's side, or null when the score is 0. */
    @Nullable
    Family family() {
        if (score() == 0) {
            return null;
        }
        Family chief = null;
        double most = 0;
        for (Family family : FAMILIES) {
            boolean onSide = family.quad().escalates() == conflict > cooperation;
            if (onSide && weight[family.ordinal()] > most) {
                most = weight[family.ordinal()];
                chief = family;
            }
        }
        return chief;
    }
}
