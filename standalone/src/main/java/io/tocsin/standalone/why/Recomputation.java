package io.tocsin.standalone.why;

import io.tocsin.alerts.rule.Measures;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.Change;
import io.tocsin.events.EscalationIndex;
import io.tocsin.events.Measured;
import io.tocsin.stream.signal.SurpriseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an alert's change, computed anew from what it carries itself by the classes that computed them.
 *
 * @param written as the alert says
 * @param figures each number as it is written and as it comes out now; empty when nothing was computed
 */
public record Recomputation(
        String alert,
        int sequence,
        Change change,
        Instant at,
        Arithmetic written,
        List<Figure> figures,
        Verdict verdict) {

    /** Two floating point numbers that differ by less than this share are the same. */
    private static final double TOLERANCE = 1e-9;

    public Recomputation {
        figures = List.copyOf(figures);
    }

    /**
     * A number.
     *
     * @param name what it is: {@code expected}, {@code bound}, {@code p-value}, {@code share}, {@code index}
     */
    public record Figure(String name, @Nullable Double written, double anew) {

        boolean agrees() {
            return written != null
                    && Math.abs(written - anew) <= TOLERANCE * Math.max(Math.abs(written), Math.abs(anew));
        }
    }

    /** How the comparison ended. */
    public enum Verdict {
        AGREES(1),
        DIFFERS(3),
        /** The alert gives no number that was computed, such as when its baseline was too short. */
        NOTHING_CLAIMED(0),
        /** The alert gives a probability and not what it was computed from: it was written by an earlier version. */
        NO_BASIS(2);

        private final int weight;

        Verdict(int weight) {
            this.weight = weight;
        }

        /** Of several conditions the heaviest verdict is the alert's. */
        private int weight() {
            return weight;
        }
    }

    /** Computes a change anew: its chief numbers, and those of the other conditions of its rule. */
    public static Recomputation of(Alert alert) {
        List<Measured> conditions = new ArrayList<>();
        conditions.add(alert.arithmetic().measured());
        conditions.addAll(Objects.requireNonNullElse(alert.arithmetic().also(), List.of()));
        List<Figure> figures = new ArrayList<>();
        EnumSet<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Measured condition : conditions) {
            verdicts.add(compute(condition, figures));
        }
        return new Recomputation(
                alert.id(),
                alert.sequence(),
                alert.change(),
                alert.at(),
                alert.arithmetic(),
                figures,
                verdicts.stream().max(Comparator.comparing(Verdict::weight)).orElseThrow());
    }

    private static Verdict compute(Measured condition, List<Figure> figures) {
        Basis basis = condition.basis();
        Double part = condition.part();
        Double whole = condition.whole();
        switch (condition.measure()) {
            case Measures.SHARE_OF_COUNTRY, Measures.SHARE_OF_TOPIC -> {
                return part == null || whole == null
                        ? Verdict.NOTHING_CLAIMED
                        : compare(figures, new Figure("share", condition.observed(), Measures.ratio(part, whole)));
            }
            case Measures.INDEX -> {
                return part == null || whole == null
                        ? Verdict.NOTHING_CLAIMED
                        : compare(figures, new Figure("index", condition.observed(), EscalationIndex.of(part, whole)));
            }
            case Measures.QUIET_DAYS -> {
                return Verdict.NOTHING_CLAIMED;
            }
            default -> {
                if (basis == null) {
                    return condition.pValue() == null ? Verdict.NOTHING_CLAIMED : Verdict.NO_BASIS;
                }
            }
        }
        if (!isPlausible(basis)) {
            return Verdict.DIFFERS;
        }
        SurpriseTest test = SurpriseTest.of(basis);
        Figure expected = new Figure("expected", condition.expected(), test.expected());
        int stories = (int) condition.observed();
        return condition.measure().equals(Measures.SILENCE)
                ? compare(figures, expected, new Figure("p-value", condition.pValue(), test.fewer(stories)))
                : compare(
                        figures,
                        expected,
                        new Figure("bound", condition.bound(), SurpriseTest.bound(basis)),
                        new Figure("p-value", condition.pValue(), SurpriseTest.pValue(basis, stories)));
    }

    private static Verdict compare(List<Figure> figures, Figure... computed) {
        figures.addAll(List.of(computed));
        return List.of(computed).stream().allMatch(Figure::agrees) ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static boolean isPlausible(Basis basis) {
        Basis.Part part = basis.part();
        return (part == null || (part.looks() >= 1 && part.tested() > 0 && part.tested() <= basis.tested()))
                && basis.stories() >= 0
                && basis.exposure() > 0
                && basis.tested() > 0
                && basis.dispersion() >= 1
                && Double.isFinite(basis.stories() / basis.exposure() * basis.tested() * basis.dispersion());
    }

    /** Whether the numbers were computed and are the same, or there are none. */
    public boolean holds() {
        return verdict == Verdict.AGREES || verdict == Verdict.NOTHING_CLAIMED;
    }
}
