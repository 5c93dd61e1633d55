package io.tocsin.alerts.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.lifecycle.AlertDesk;
import io.tocsin.alerts.lifecycle.AlertState;
import io.tocsin.alerts.lifecycle.FalseAlarmBudget;
import io.tocsin.alerts.lifecycle.Incident;
import io.tocsin.alerts.lifecycle.Spending;
import io.tocsin.alerts.lifecycle.Transition;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Applies each finding to its alert and ends what is due. in = out + dropped by reason; in are findings and endings, out
 * those of them that changed an alert.
 *
 * <p>What is due ends by the wall clock, each second; in a replay by the clock of the news, before each finding. There,
 * the signals of several partitions come somewhat out of step, so a cell is ended by another cell's time only when that
 * is {@link #OUT_OF_STEP} ahead; what the alert says about when it ended does not depend on that.
 */
final class LifecycleStage extends ContextualProcessor<String, Signal, String, Outcome.OfLifecycle> {
    private static final Duration TICK = Duration.ofSeconds(1);
    static final Duration OUT_OF_STEP = Duration.ofHours(6);

    /** Why a finding changed no alert, beyond {@link Transition.Reason}. */
    private enum Dropped {
        RULE_GONE
    }

    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final RuleTable table;
    private final ProcessingClock.Mode mode;
    private final FalseAlarmBudget budget;
    private final AlertMetrics alerts;
    private final StageCounts counts;
    private long revision = -1;
    private @Nullable ProcessingClock clock;
    private @Nullable AlertDesk desk;
    private RuleTable.@Nullable View rules;

    LifecycleStage(
            RuleTable table,
            ProcessingClock.Mode mode,
            FalseAlarmBudget budget,
            AlertMetrics alerts,
            MeterRegistry metrics) {
        this.table = table;
        this.mode = mode;
        this.budget = budget;
        this.alerts = alerts;
        this.counts = new StageCounts(metrics, "lifecycle");
    }

    @Override
    public void init(ProcessorContext<String, Outcome.OfLifecycle> context) {
        super.init(context);
        clock = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        desk = new AlertDesk(
                new StoreLedger(
                        context.getStateStore(Stages.STATES),
                        context.getStateStore(Stages.INCIDENTS),
                        context.getStateStore(Stages.SPENDING)),
                budget);
        rules = table.view(context.getStateStore(Stages.RULES));
        held(1);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, at -> {
            List<Transition> ended = expire();
            if (!ended.isEmpty()) {
                context.forward(new Record<>("tick", outcome(ended), at));
            }
        });
    }

    /** Tells the meters of the alerts that this task holds open, or lets go of. */
    private void held(int times) {
        KeyValueStore<String, AlertState> store = context().getStateStore(Stages.STATES);
        try (KeyValueIterator<String, AlertState> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value instanceof AlertState.Open open) {
                    alerts.held(open.alert().rule(), times);
                }
            });
        }
    }

    @Override
    public void close() {
        held(-1);
    }

    @Override
    public void process(Record<String, Signal> record) {
        counts.in();
        Signal signal = record.value();
        ProcessingClock time = Objects.requireNonNull(clock);
        time.observe(signal.at());
        List<Transition> transitions = new ArrayList<>(expire());
        Optional<AlertRule> rule = Objects.requireNonNull(rules).find(record.key());
        if (rule.isEmpty()) {
            counts.dropped(Dropped.RULE_GONE);
        } else {
            Instant now = mode == ProcessingClock.Mode.EVENT ? signal.at() : time.now();
            Transition taken = Objects.requireNonNull(desk)
                    .take(rule.get(), signal, evaluator.evaluate(rule.get(), signal, now), now);
            count(taken, signal.arrivedAt());
            transitions.add(taken);
        }
        Outcome.OfLifecycle outcome = outcome(transitions);
        if (!outcome.alerts().isEmpty() || !outcome.decisions().isEmpty()) {
            context().forward(record.withValue(outcome));
        }
    }

    private List<Transition> expire() {
        AlertDesk cells = Objects.requireNonNull(desk);
        RuleTable.View view = Objects.requireNonNull(rules);
        Instant now = Objects.requireNonNull(clock).now();
        if (now.equals(Instant.EPOCH)) {
            return List.of();
        }
        if (revision != view.revision()) {
            revision = view.revision();
            cells.rulesChanged(view.all());
        }
        Instant until = mode == ProcessingClock.Mode.EVENT ? now.minus(OUT_OF_STEP) : now;
        List<Transition> ended = cells.expire(view::find, until);
        for (Transition transition : ended) {
            counts.in();
            count(transition, null);
        }
        return ended;
    }

    private void count(Transition transition, @Nullable Instant arrivedAt) {
        if (transition.alerts().isEmpty()) {
            counts.dropped(transition.reason());
        } else {
            counts.out();
        }
        for (Alert alert : transition.alerts()) {
            alerts.changed(alert, arrivedAt, Objects.requireNonNull(clock).now());
        }
    }

    private static Outcome.OfLifecycle outcome(List<Transition> transitions) {
        List<Alert> alerts = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        for (Transition transition : transitions) {
            alerts.addAll(transition.alerts());
            decisions.addAll(transition.decisions());
        }
        return new Outcome.OfLifecycle(alerts, decisions);
    }

    /** The stores as the desk's ledger. */
    private record StoreLedger(
            KeyValueStore<String, AlertState> store,
            KeyValueStore<String, Incident> incidentStore,
            KeyValueStore<String, Spending> spendingStore)
            implements AlertDesk.Ledger {
        private static final String SPENT = "spent";

        @Override
        public AlertState get(String cell) {
            AlertState state = store.get(cell);
            return state == null ? new AlertState.Idle() : state;
        }

        @Override
        public void put(String cell, AlertState state) {
            store.put(cell, state);
        }

        @Override
        public void remove(String cell) {
            store.delete(cell);
        }

        @Override
        public List<String> cells() {
            List<String> cells = new ArrayList<>();
            try (KeyValueIterator<String, AlertState> all = store.all()) {
                all.forEachRemaining(entry -> cells.add(entry.key));
            }
            return cells;
        }

        @Override
        public List<Incident> incidents() {
            List<Incident> incidents = new ArrayList<>();
            try (KeyValueIterator<String, Incident> all = incidentStore.all()) {
                all.forEachRemaining(entry -> incidents.add(entry.value));
            }
            return incidents;
        }

        @Override
        public void put(Incident incident) {
            incidentStore.put(incident.id(), incident);
        }

        @Override
        public Spending spending() {
            Spending spending = spendingStore.get(SPENT);
            return spending == null ? Spending.NONE : spending;
        }

        @Override
        public void put(Spending spending) {
            spendingStore.put(SPENT, spending);
        }

        @Override
        public void removeIncident(String id) {
            incidentStore.delete(id);
        }
    }
}
