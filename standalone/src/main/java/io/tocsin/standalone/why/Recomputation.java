package io.tocsin.standalone.why;

import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.Change;
import io.tocsin.stream.signal.SurpriseTest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an alert's change, computed anew from its own basis by the class that computed them.
 *
 * @param written as the alert says
 * @param anew as they come out now; null when the verdict says that nothing was computed
 */
public record Recomputation(
        String alert,
        int sequence,
        Change change,
        Instant at,
        Arithmetic written,
        @Nullable Numbers anew,
        Verdict verdict) {

    /** Two floating point numbers that differ by less than this share are the same. */
    private static final double TOLERANCE = 1e-9;

    /**
     * What a test says.
     *
     * @param bound smallest significant number
     * @param pValue of the observed number
     */
    public record Numbers(double expected, double bound, double pValue) {}

    /** How the comparison ended. */
    public enum Verdict {
        AGREES,
        DIFFERS,
        /** The alert gives no probability, because its baseline was too short. */
        NOTHING_CLAIMED,
        /** The alert gives a probability and not what it was computed from: it was written by an earlier version. */
        NO_BASIS
    }

    /** Computes a change anew. */
    public static Recomputation of(Alert alert) {
        Arithmetic written = alert.arithmetic();
        Basis basis = written.basis();
        if (basis == null) {
            return of(alert, null, written.pValue() == null ? Verdict.NOTHING_CLAIMED : Verdict.NO_BASIS);
        }
        if (!isPlausible(basis)) {
            return of(alert, null, Verdict.DIFFERS);
        }
        SurpriseTest test = SurpriseTest.of(basis);
        Numbers anew = new Numbers(test.expected(), test.bound(), test.tail((int) written.observed()));
        boolean same = same(written.expected(), anew.expected())
                && same(written.bound(), anew.bound())
                && same(written.pValue(), anew.pValue());
        return of(alert, anew, same ? Verdict.AGREES : Verdict.DIFFERS);
    }

    private static Recomputation of(Alert alert, @Nullable Numbers anew, Verdict verdict) {
        return new Recomputation(
                alert.id(), alert.sequence(), alert.change(), alert.at(), alert.arithmetic(), anew, verdict);
    }

    private static boolean isPlausible(Basis basis) {
        return basis.stories() >= 0
                && basis.exposure() > 0
                && basis.tested() > 0
                && basis.dispersion() >= 1
                && Double.isFinite(basis.stories() / basis.exposure() * basis.tested() * basis.dispersion());
    }

    private static boolean same(@Nullable Double written, double anew) {
        return written != null && Math.abs(written - anew) <= TOLERANCE * Math.max(Math.abs(written), Math.abs(anew));
    }

    /** Whether the numbers were computed and are the same, or there are none. */
    public boolean holds() {
        return verdict == Verdict.AGREES || verdict == Verdict.NOTHING_CLAIMED;
    }
}
