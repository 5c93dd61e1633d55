package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.lifecycle.AlertState.Cooling;
import io.tocsin.alerts.lifecycle.AlertState.Idle;
import io.tocsin.alerts.lifecycle.AlertState.Open;
import io.tocsin.alerts.lifecycle.AlertState.Stopped;
import io.tocsin.alerts.lifecycle.Transition.Reason;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.alerts.rule.Finding.Crossing;
import io.tocsin.alerts.rule.Measures;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.CellName;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state machine of one rule and cell. Without state of its own; safe for use by any thread. */
public final class AlertTransitions {
    /** The rank of a standing below the closing level. */
    private static final int QUIET = -1;

    private static final int MILLIS_A_MINUTE = 60_000;

    /** How often it is told that a budget still stops the same crossing. */
    private static final Duration STOPPED_TOLD_EVERY = Duration.ofHours(24);

    /** Takes a finding: first ends what was due before it, then applies it. */
    Transition take(
            AlertState state, AlertRule rule, Signal signal, Finding finding, Allowance allowance, Instant now) {
        Transition before = expire(state, rule, now);
        return before.then(apply(before.next(), rule, signal, finding, allowance, now));
    }

    private Transition apply(
            AlertState state, AlertRule rule, Signal signal, Finding finding, Allowance allowance, Instant now) {
        if (state instanceof Idle || state instanceof Stopped) {
            if (finding instanceof Crossing crossing) {
                Optional<Allowance.Stop> stop =
                        BackFill.stop(rule, signal, now).or(() -> allowance.stop(rule, crossing));
                return stop.isEmpty()
                        ? open(rule, signal, crossing, now)
                        : stopped(state, rule, signal, crossing, stop.get(), now);
            }
            boolean over = finding.standing() == Finding.Standing.QUIET;
            return Transition.to(over ? new Idle() : state, Reason.NOTHING_OPEN);
        }
        if (state instanceof Cooling cooling) {
            return finding instanceof Crossing crossing
                    ? afterClosing(cooling, rule, signal, crossing, now)
                    : Transition.to(cooling, Reason.NOTHING_OPEN);
        }
        if (state instanceof Open open) {
            return whileOpen(open, rule, signal, finding, now);
        }
        throw new IllegalStateException("no transitions from " + state);
    }

    private static Transition open(AlertRule rule, Signal signal, Crossing crossing, Instant now) {
        Alert alert = new Alert(
                Alert.KIND,
                AlertId.of(rule.id(), signal.country(), signal.topic(), now),
                1,
                Change.OPENED,
                now,
                rule.id(),
                crossing.level().name(),
                Headline.of(rule.tellers(signal), rule.title()),
                rule.watch().countries(signal.country()),
                CellName.isQuery(signal.topic())
                                || CellName.bare(signal.topic()).equals(CellName.ANY)
                        ? List.of()
                        : List.of(CellName.bare(signal.topic())),
                now,
                null,
                crossing.arithmetic(),
                signal.evidence(),
                signal.stories(),
                signal.lexicon(),
                rule.version(),
                null,
                null,
                List.of());
        Open open = new Open(alert, alert.level(), Map.of(), signal.at(), true)
                .standing(crossing.rank(), rule.levels().size(), now);
        return new Transition(open, Reason.OPENED, List.of(alert), List.of(passed(rule, signal, crossing, now)));
    }

    private static Transition stopped(
            AlertState before, AlertRule rule, Signal signal, Crossing crossing, Allowance.Stop stop, Instant now) {
        String level = crossing.level().name();
        if (before instanceof Stopped told
                && told.gate() == stop.gate()
                && told.level().equals(level)) {
            return Transition.to(told, Reason.OVER_BUDGET);
        }
        Stopped next = new Stopped(stop.gate(), level, now.plus(STOPPED_TOLD_EVERY));
        return new Transition(
                next,
                Reason.OVER_BUDGET,
                List.of(),
                List.of(blocked(rule, signal, crossing, stop.gate(), stop.needed(), stop.was(), now)));
    }

    private static Transition afterClosing(
            Cooling cooling, AlertRule rule, Signal signal, Crossing crossing, Instant now) {
        if (crossing.rank() > rule.rank(cooling.peak())
                && BackFill.stop(rule, signal, now).isEmpty()) {
            return open(rule, signal, crossing, now);
        }
        String level = crossing.level().name();
        if (level.equals(cooling.toldLevel())) {
            return Transition.to(cooling, Reason.COOLING_DOWN);
        }
        Decision stopped = blocked(
                rule,
                signal,
                crossing,
                Decision.Gate.COOL_DOWN,
                minutes(cooling.closedAt(), cooling.until()),
                minutes(cooling.closedAt(), now),
                now);
        Cooling told = new Cooling(cooling.alertId(), cooling.peak(), cooling.closedAt(), cooling.until(), level);
        return new Transition(told, Reason.COOLING_DOWN, List.of(), List.of(stopped));
    }

    /** First what the corrections make of it, then what the finding says of an alert that stands. */
    private static Transition whileOpen(Open before, AlertRule rule, Signal signal, Finding finding, Instant now) {
        Corrected corrected = Corrected.of(before, rule, signal, finding);
        return switch (corrected.verdict()) {
            case UNTOUCHED -> standing(before, rule, signal, finding, now);
            case COLLAPSED -> {
                Alert withdrawn = AlertChange.of(numbered(before, finding).alert(), Change.WITHDRAWN, now)
                        .because(corrected.found())
                        .alert();
                yield Transition.to(new Idle(), Reason.WITHDRAWN, withdrawn);
            }
            case AMENDED -> {
                Alert numbers = numbered(before, finding).alert();
                Alert amended = AlertChange.of(numbers, Change.AMENDED, now)
                        .news(signal, numbers.arithmetic(), rule.version())
                        .headline(Headline.of(signal.evidence(), rule.title()))
                        .because(corrected.found())
                        .alert();
                Open open = before.changed(amended, before.peak());
                yield Transition.to(open, Reason.AMENDED, amended).then(standing(open, rule, signal, finding, now));
            }
        };
    }

    private static Transition standing(Open before, AlertRule rule, Signal signal, Finding finding, Instant now) {
        int levels = rule.levels().size();
        return switch (finding.standing()) {
            case UNWATCHED, OUTDATED, BACKFILLED -> Transition.to(before, Reason.UNCHANGED);
            case UNKNOWN, SHORT_OF_BASELINE ->
                Transition.to(before.seen(signal.at(), false).standing(levels, levels, now), Reason.UNCHANGED);
            case QUIET ->
                Transition.to(
                        numbered(before, finding).seen(signal.at(), true).standing(QUIET, levels, now),
                        Reason.UNCHANGED);
            case HELD, SHORT_OF_THRESHOLD, SHORT_OF_STORIES, SHORT_OF_OWNERS ->
                Transition.to(
                        numbered(before, finding).seen(signal.at(), true).standing(0, levels, now), Reason.UNCHANGED);
            case CROSSED -> {
                Crossing crossing = (Crossing) finding;
                Open open = before.seen(signal.at(), true).standing(crossing.rank(), levels, now);
                yield crossed(open, rule, signal, crossing, now);
            }
        };
    }

    private static Transition crossed(Open open, AlertRule rule, Signal signal, Crossing crossing, Instant now) {
        Alert alert = open.alert();
        String level = crossing.level().name();
        if (crossing.rank() > rule.rank(alert.level())
                && BackFill.stop(rule, signal, now).isEmpty()) {
            Alert raised = AlertChange.of(alert, Change.RAISED, now)
                    .level(level)
                    .headline(Headline.of(rule.tellers(signal), rule.title()))
                    .news(signal, crossing.arithmetic(), rule.version())
                    .alert();
            String peak = crossing.rank() > rule.rank(open.peak()) ? level : open.peak();
            return new Transition(
                    open.changed(raised, peak),
                    Reason.RAISED,
                    List.of(raised),
                    List.of(passed(rule, signal, crossing, now)));
        }
        Set<String> fresh = new HashSet<>(signal.stories());
        fresh.removeAll(alert.stories());
        if (!fresh.isEmpty() && !now.isBefore(alert.at().plus(rule.updateEvery()))) {
            Alert updated = AlertChange.of(alert, Change.UPDATED, now)
                    .news(signal, crossing.arithmetic(), rule.version())
                    .alert();
            return Transition.to(open.changed(updated, open.peak()), Reason.UPDATED, updated);
        }
        return Transition.to(
                open.changed(AlertChange.numbers(alert, crossing.arithmetic()), open.peak()), Reason.UNCHANGED);
    }

    /** Ends what was due by now, each thing at the moment at which it was due. */
    public Transition expire(AlertState state, AlertRule rule, Instant now) {
        Transition sum = Transition.to(state, state instanceof Open ? Reason.UNCHANGED : Reason.NOTHING_OPEN);
        Optional<Instant> due = due(state, rule);
        while (due.isPresent() && !due.get().isAfter(now)) {
            sum = sum.then(end(sum.next(), rule, due.get()));
            due = due(sum.next(), rule);
        }
        return sum;
    }

    /** When something will next end by itself; empty when nothing will. */
    public Optional<Instant> due(AlertState state, AlertRule rule) {
        if (state instanceof Cooling cooling) {
            return Optional.of(cooling.until());
        }
        if (state instanceof Stopped stopped) {
            return Optional.of(stopped.until());
        }
        if (!(state instanceof Open open)) {
            return Optional.empty();
        }
        Optional<Instant> silent = silentAt(open, rule);
        Instant left = open.left().get(rule.rank(open.alert().level()));
        if (left == null) {
            return silent;
        }
        Instant lower = left.plus(rule.allClear().hold());
        return Optional.of(silent.filter(at -> at.isBefore(lower)).orElse(lower));
    }

    /** When all that the cell's last signal counted has left the horizon, if the cell was not quiet then. */
    private static Optional<Instant> silentAt(Open open, AlertRule rule) {
        return open.known() && !open.left().containsKey(0) && !rule.ringsInSilence()
                ? Optional.of(open.signalAt().plus(rule.horizon().length()))
                : Optional.empty();
    }

    private static Transition end(AlertState state, AlertRule rule, Instant at) {
        if (!(state instanceof Open open)) {
            return Transition.to(new Idle(), Reason.NOTHING_OPEN);
        }
        if (silentAt(open, rule).filter(at::equals).isPresent()) {
            Alert silent = AlertChange.numbers(
                    open.alert(), Measures.emptied(open.alert().arithmetic()));
            return Transition.to(
                    open.changed(silent, open.peak())
                            .standing(QUIET, rule.levels().size(), at),
                    Reason.UNCHANGED);
        }
        for (int rank = rule.rank(open.alert().level()) - 1; rank >= 0; rank--) {
            Instant left = open.left().get(rank);
            if (left == null || left.plus(rule.allClear().hold()).isAfter(at)) {
                Alert eased = AlertChange.of(open.alert(), Change.EASED, at)
                        .level(rule.levels().get(rank).name())
                        .alert();
                return Transition.to(open.changed(eased, open.peak()), Reason.EASED, eased);
            }
        }
        Alert closed = AlertChange.of(open.alert(), Change.CLOSED, at).alert();
        AlertState after = rule.coolDown().isZero()
                ? new Idle()
                : new Cooling(closed.id(), open.peak(), at, at.plus(rule.coolDown()), null);
        return Transition.to(after, Reason.CLOSED, closed);
    }

    /** Ends an alert whose rule has been removed. */
    public Transition withdraw(AlertState state, Instant now) {
        if (state instanceof Open open) {
            Alert withdrawn =
                    AlertChange.of(open.alert(), Change.WITHDRAWN, now).alert();
            return Transition.to(new Idle(), Reason.WITHDRAWN, withdrawn);
        }
        return Transition.to(new Idle(), Reason.NOTHING_OPEN);
    }

    private static Open numbered(Open open, Finding finding) {
        Arithmetic arithmetic = null;
        if (finding instanceof Finding.Quiet quiet) {
            arithmetic = quiet.arithmetic();
        } else if (finding instanceof Finding.Held held) {
            arithmetic = held.arithmetic();
        } else if (finding instanceof Finding.Blocked blocked) {
            arithmetic = blocked.arithmetic();
        } else if (finding instanceof Crossing crossing) {
            arithmetic = crossing.arithmetic();
        }
        return arithmetic == null ? open : open.changed(AlertChange.numbers(open.alert(), arithmetic), open.peak());
    }

    private static Decision blocked(
            AlertRule rule,
            Signal signal,
            Crossing crossing,
            Decision.Gate gate,
            double needed,
            double was,
            Instant now) {
        return new Decision(
                Decision.KIND,
                now,
                rule.id(),
                signal.country(),
                signal.topic(),
                Decision.Outcome.BLOCKED,
                gate,
                needed,
                was,
                crossing.arithmetic(),
                rule.version());
    }

    private static Decision passed(AlertRule rule, Signal signal, Crossing crossing, Instant now) {
        return new Decision(
                Decision.KIND,
                now,
                rule.id(),
                signal.country(),
                signal.topic(),
                Decision.Outcome.PASSED,
                Decision.Gate.THRESHOLD,
                crossing.needed(),
                crossing.was(),
                crossing.arithmetic(),
                rule.version());
    }

    private static double minutes(Instant from, Instant to) {
        return (double) Duration.between(from, to).toMillis() / MILLIS_A_MINUTE;
    }
}
