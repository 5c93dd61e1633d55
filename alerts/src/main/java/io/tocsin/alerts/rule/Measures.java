package io.tocsin.alerts.rule;

import io.tocsin.alerts.rule.Threshold.Share;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.EscalationIndex;
import io.tocsin.events.Measured;
import io.tocsin.events.Signal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What conditions look at, as it stands on alerts and decisions. Stateless. */
public final class Measures {
    /** How many stories there are. */
    public static final String STORIES = "stories";

    /** Which share they are of all news of the place, 0 to 1. */
    public static final String SHARE_OF_COUNTRY = "share-of-country";

    /** Which share they are of all news on the subject, 0 to 1. */
    public static final String SHARE_OF_TOPIC = "share-of-topic";

    /** The escalation index, 100 is normal. */
    public static final String INDEX = "index";

    /** Known days without a story before the window. */
    public static final String QUIET_DAYS = "quiet-days";

    /** How many stories there are, where few are grave: the p-value is that of so few or fewer. */
    public static final String SILENCE = "silence";

    private Measures() {}

    /**
     * The numbers of a signal under a rule's level.
     *
     * @param by the condition that decided; the level's others stand beside it
     */
    static Arithmetic arithmetic(AlertRule rule, Threshold level, Threshold by, Signal signal) {
        Signal.Window backing = signal.window(rule.horizon());
        Measured chief = measured(by, signal);
        List<Measured> also = level.parts().stream()
                .filter(part -> !part.equals(by))
                .map(part -> measured(part, signal))
                .toList();
        return new Arithmetic(
                chief.measure(),
                chief.horizon(),
                chief.observed(),
                chief.expected(),
                chief.bound(),
                chief.pValue(),
                signal.window(by.over()).baselineDays(),
                backing.owners(),
                backing.articles(),
                backing.copies(),
                chief.basis(),
                chief.part(),
                chief.whole(),
                also.isEmpty() ? null : also);
    }

    private static Measured measured(Threshold single, Signal signal) {
        Signal.Window window = signal.window(single.over());
        Signal.Context context = window.context();
        if (single instanceof Share share) {
            Integer whole = whole(window, share.of());
            return ratio(
                    share.of() == Share.Whole.COUNTRY ? SHARE_OF_COUNTRY : SHARE_OF_TOPIC,
                    window,
                    Objects.requireNonNullElse(share(window, share.of()), 0.0),
                    window.stories(),
                    whole == null ? null : whole.doubleValue());
        }
        if (single instanceof Threshold.Index) {
            Double index = context == null ? null : context.index();
            return ratio(
                    INDEX,
                    window,
                    index == null ? EscalationIndex.NORMAL : index,
                    context == null ? 0 : context.conflict(),
                    index == null ? null : usual(window));
        }
        if (single instanceof Threshold.First) {
            return new Measured(QUIET_DAYS, window.horizon(), window.quietDays(), null, null, null, null, null, null);
        }
        if (single instanceof Threshold.Absence) {
            return counted(SILENCE, window, null, context == null ? null : context.pFewer());
        }
        Integer bound = window.bound();
        return counted(STORIES, window, bound == null ? null : bound.doubleValue(), window.pValue());
    }

    private static Measured counted(
            String measure, Signal.Window window, @Nullable Double bound, @Nullable Double pValue) {
        return new Measured(
                measure,
                window.horizon(),
                window.stories(),
                window.expected(),
                bound,
                pValue,
                window.basis(),
                null,
                null);
    }

    private static Measured ratio(
            String measure, Signal.Window window, double observed, double part, @Nullable Double whole) {
        return new Measured(measure, window.horizon(), observed, null, null, null, null, part, whole);
    }

    private static @Nullable Double usual(Signal.Window window) {
        Signal.Context context = window.context();
        Double conflict = context == null ? null : context.usualConflict();
        return conflict == null || window.basis() == null ? null : EscalationIndex.usual(conflict, window.basis());
    }

    /** The share of a window's stories, 0 to 1; null when the whole was not counted. */
    static @Nullable Double share(Signal.Window window, Share.Whole of) {
        Integer whole = whole(window, of);
        return whole == null ? null : ratio(window.stories(), whole);
    }

    private static @Nullable Integer whole(Signal.Window window, Share.Whole of) {
        Signal.Context context = window.context();
        if (context == null) {
            return null;
        }
        return of == Share.Whole.COUNTRY ? context.countryStories() : context.topicStories();
    }

    /** A share, of nothing nothing. */
    public static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** The same numbers when all that the window counted has left it: no stories, which is certain to be reached. */
    public static Arithmetic emptied(Arithmetic last) {
        Measured empty = emptied(last.measured());
        return new Arithmetic(
                empty.measure(),
                empty.horizon(),
                empty.observed(),
                empty.expected(),
                empty.bound(),
                empty.pValue(),
                last.baselineDays(),
                0,
                0,
                0,
                empty.basis(),
                empty.part(),
                empty.whole(),
                last.also() == null
                        ? null
                        : last.also().stream().map(Measures::emptied).toList());
    }

    private static Measured emptied(Measured last) {
        boolean index = last.measure().equals(INDEX);
        Double usual = last.whole();
        return new Measured(
                last.measure(),
                last.horizon(),
                index && usual != null ? EscalationIndex.of(0, usual) : index ? last.observed() : 0,
                last.expected(),
                last.bound(),
                last.pValue() == null ? null : 1.0,
                last.basis(),
                last.part() == null ? null : 0.0,
                last.whole());
    }
}
