package io.tocsin.stream.story;

import io.tocsin.stream.story.ArticleFacts.Part;
import io.tocsin.stream.story.Quantity.Unit;

/** What the numbers of two articles say about whether they report one event. */
final class Numbers {
    /** A toll that grows faster is another event's. */
    private static final double GROWTH = 3;

    private Numbers() {}

    /** Numbers of the same thing that are the same, rarer and longer ones more; 0 to 1.5. */
    static double shared(ArticleFacts one, ArticleFacts other, FactCounts counts) {
        double sum = 0;
        for (int some : one.of(Part.NUMBERS)) {
            for (int others : other.of(Part.NUMBERS)) {
                sum += match(some, others, counts);
            }
        }
        return Math.min(1.5, sum);
    }

    private static double match(int some, int others, FactCounts counts) {
        Quantity one = Quantity.unpacked(some);
        Quantity other = Quantity.unpacked(others);
        boolean near = Math.abs(one.value() - other.value()) <= 0.001 * one.value();
        if (!near) {
            return 0;
        }
        double weight = counts.weight(Part.NUMBERS, some);
        if (one.unit() == other.unit()) {
            boolean telling = one.unit().isTelling();
            return weight * (telling ? 0.8 : isLong(one.value()) ? 0.6 : 0.25);
        }
        // One of the two languages did not say what is counted as the dictionary knows it.
        boolean loose = one.unit() == Unit.THINGS || other.unit() == Unit.THINGS;
        return loose ? weight * (isLong(one.value()) ? 0.5 : 0.2) : 0;
    }

    /** More than two digits that are not round. */
    private static boolean isLong(double value) {
        return value != Math.rint(value) || (value > 20 && value % 10 != 0) || (value > 1000 && value % 1000 != 0);
    }

    /** How far a thing is counted otherwise than one event explains, 0 to 1. */
    static double conflict(ArticleFacts later, ArticleFacts earlier) {
        double worst = 0;
        for (Unit unit : UNITS) {
            if (unit.isTelling()) {
                worst = Math.max(worst, conflict(unit, later.of(Part.NUMBERS), earlier.of(Part.NUMBERS)));
            }
        }
        return worst;
    }

    private static final Unit[] UNITS = Unit.values();

    private static double conflict(Unit unit, int[] later, int[] earlier) {
        double most = -1;
        double before = -1;
        boolean same = false;
        for (int now : later) {
            Quantity one = Quantity.unpacked(now);
            if (one.unit() != unit) {
                continue;
            }
            most = Math.max(most, one.value());
            for (int then : earlier) {
                Quantity other = Quantity.unpacked(then);
                if (other.unit() == unit) {
                    before = Math.max(before, other.value());
                    same |= one.isSame(other);
                }
            }
        }
        if (same || most < 0 || before < 0) {
            return 0;
        }
        if (unit.isGrowing()) {
            double growth = (most + 1) / (before + 1);
            return growth < 1 ? 1 : growth > GROWTH ? 0.8 : 0.3;
        }
        return unit == Unit.MAGNITUDE ? 1 : 0.6;
    }
}
