package io.tocsin.alerts.rule;

import io.tocsin.events.Signal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When it is over: a closing level that lies below the opening one, and how long it must hold on the clock. A first story
 * is over when it is the first no more, an absence when there is news again.
 *
 * @param pAbove the probability must be above this; null when the rule does not look at it
 * @param storiesBelow there must be fewer stories than this; null likewise
 * @param shareBelow the share must be below this; null likewise
 * @param indexBelow the escalation index must be below this; null likewise
 * @param hold how long; a fall to a lower level must hold as long before it is reported
 */
public record AllClear(
        @Nullable Double pAbove,
        @Nullable Integer storiesBelow,
        @Nullable Double shareBelow,
        @Nullable Double indexBelow,
        Duration hold) {

    /** Of a rule that counts stories. */
    public AllClear(@Nullable Double pAbove, @Nullable Integer storiesBelow, Duration hold) {
        this(pAbove, storiesBelow, null, null, hold);
    }

    /** Whether a signal is below the closing level. */
    enum Calm {
        CALM,
        NOT_CALM,
        /** The baseline is too short to say: no all-clear. */
        UNKNOWN
    }

    /** Whether it is over, for a rule that opens at that level. */
    Calm read(Signal signal, Threshold opening) {
        if (opening instanceof Threshold.All all) {
            List<Calm> calms = calms(signal, all.conditions());
            return calms.contains(Calm.CALM) ? Calm.CALM : calms.contains(Calm.UNKNOWN) ? Calm.UNKNOWN : Calm.NOT_CALM;
        }
        if (opening instanceof Threshold.Any any) {
            List<Calm> calms = calms(signal, any.conditions());
            return calms.contains(Calm.NOT_CALM) ? Calm.NOT_CALM : calms.contains(Calm.CALM) ? Calm.CALM : Calm.UNKNOWN;
        }
        return single(signal, opening);
    }

    private List<Calm> calms(Signal signal, List<Threshold> conditions) {
        return conditions.stream().map(condition -> read(signal, condition)).toList();
    }

    private Calm single(Signal signal, Threshold opening) {
        Signal.Window window = signal.window(opening.over());
        Integer below = storiesBelow;
        if (opening instanceof Threshold.Count) {
            return calm(below == null || window.stories() < below);
        }
        if (opening instanceof Threshold.Surge) {
            Double pValue = window.pValue();
            if (pAbove != null && pValue == null) {
                return Calm.UNKNOWN;
            }
            return calm((pAbove == null || pValue == null || pValue > pAbove)
                    && (below == null || window.stories() < below));
        }
        if (opening instanceof Threshold.Share share) {
            Double now = Measures.share(window, share.of());
            return now == null ? Calm.UNKNOWN : calm(shareBelow == null || now < shareBelow);
        }
        if (opening instanceof Threshold.Index) {
            Double now = window.context() == null ? null : window.context().index();
            return now == null ? Calm.UNKNOWN : calm(indexBelow == null || now < indexBelow);
        }
        if (opening instanceof Threshold.Absence absence) {
            return calm(window.stories() > absence.atMost());
        }
        return calm(opening.read(signal).verdict() != Threshold.Verdict.MET);
    }

    private static Calm calm(boolean calm) {
        return calm ? Calm.CALM : Calm.NOT_CALM;
    }
}
