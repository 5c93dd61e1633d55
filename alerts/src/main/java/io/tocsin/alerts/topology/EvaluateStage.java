package io.tocsin.alerts.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.alerts.rule.Finding.Standing;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.alerts.rule.Standings;
import io.tocsin.alerts.rule.Standings.Judgement;
import io.tocsin.alerts.rule.Standings.Passage;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads each signal under each rule. in = handed on + dropped by how the cell stands, in pairs of signal and rule.
 *
 * <p>In a replay the clock of the next stage has no other source than what is handed on, so every rule gets at least one
 * signal an hour of the news.
 */
final class EvaluateStage extends ContextualProcessor<String, IncomingSignal, String, Outcome.OfEvaluation> {
    private static final long HOUR_SECONDS = Duration.ofHours(1).toSeconds();

    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final Standings standings = new Standings();
    private final RuleTable table;
    private final ProcessingClock.Mode mode;
    private final StageCounts counts;
    /** The hour of the last signal that a rule was given, in a replay. */
    private final Map<String, Long> hours = new HashMap<>();

    private long lastHour = Long.MIN_VALUE;

    /** By cell, whether a rule looks at it; as of a revision of the rules. */
    private final Map<String, Boolean> watched = new HashMap<>();

    private long watchedAsOf = Long.MIN_VALUE;

    private @Nullable ProcessingClock clock;
    private @Nullable KeyValueStore<String, String> store;
    private RuleTable.@Nullable View rules;

    EvaluateStage(RuleTable table, ProcessingClock.Mode mode, MeterRegistry metrics) {
        this.table = table;
        this.mode = mode;
        this.counts = new StageCounts(metrics, "evaluate");
    }

    @Override
    public void init(ProcessorContext<String, Outcome.OfEvaluation> context) {
        super.init(context);
        clock = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        store = context.getStateStore(Stages.STANDINGS);
        rules = table.view(context.getStateStore(Stages.RULES));
    }

    @Override
    public void process(Record<String, IncomingSignal> record) {
        IncomingSignal incoming = record.value();
        if (incoming == null) {
            return;
        }
        ProcessingClock time = Objects.requireNonNull(clock);
        time.observe(incoming.at());
        if (!isLookedAt(incoming)) {
            int passed = Objects.requireNonNull(rules).all().size();
            counts.in(passed);
            counts.dropped(Standing.UNWATCHED, passed);
            return;
        }
        Signal signal = incoming.signal();
        // In a replay partitions are read at different speeds: what lags behind the news is no back-fill.
        Instant now = mode == ProcessingClock.Mode.EVENT ? signal.at() : time.now();
        List<String> handedOn = new ArrayList<>();
        List<Decision> nearMisses = new ArrayList<>();
        for (AlertRule rule : Objects.requireNonNull(rules).all()) {
            counts.in();
            Judgement judgement = judge(rule, signal, now);
            nearMisses.addAll(judgement.decisions());
            if (judgement.passage() == Passage.HAND_ON || corrects(rule, signal) || isHourly(rule, signal)) {
                counts.out();
                handedOn.add(rule.id());
            } else {
                counts.dropped(judgement.standing());
            }
        }
        if (!handedOn.isEmpty() || !nearMisses.isEmpty()) {
            context().forward(record.withValue(new Outcome.OfEvaluation(signal, handedOn, nearMisses)));
        }
    }

    /** Whether a rule looks at the cell, or the signal may be some rule's one of the hour. */
    private boolean isLookedAt(IncomingSignal incoming) {
        long hour = incoming.at().getEpochSecond() / HOUR_SECONDS;
        if (mode == ProcessingClock.Mode.EVENT && hour != lastHour) {
            lastHour = hour;
            return true;
        }
        RuleTable.View inForce = Objects.requireNonNull(rules);
        if (watchedAsOf != inForce.revision()) {
            watchedAsOf = inForce.revision();
            watched.clear();
        }
        return watched.computeIfAbsent(Signal.key(incoming.country(), incoming.topic()), cell -> inForce.all().stream()
                .anyMatch(rule -> rule.watch().covers(incoming.country(), incoming.topic())));
    }

    private Judgement judge(AlertRule rule, Signal signal, Instant now) {
        KeyValueStore<String, String> known = Objects.requireNonNull(store);
        String cell = AlertRule.cell(rule.id(), signal.country(), signal.topic());
        Finding finding = evaluator.evaluate(rule, signal, now);
        if (finding.standing() == Standing.UNWATCHED) {
            return standings.judge(Standing.UNWATCHED, rule, signal, finding, now);
        }
        String stored = known.get(cell);
        Standing before = stored == null ? Standing.QUIET : Standing.valueOf(stored);
        Judgement judgement = standings.judge(before, rule, signal, finding, now);
        if (judgement.standing() != before) {
            known.put(
                    cell,
                    judgement.standing() == Standing.QUIET
                            ? null
                            : judgement.standing().name());
        }
        return judgement;
    }

    /** What has turned out otherwise concerns an open alert however the cell stands. */
    private static boolean corrects(AlertRule rule, Signal signal) {
        return !signal.corrections().isEmpty() && rule.watch().covers(signal.country(), signal.topic());
    }

    private boolean isHourly(AlertRule rule, Signal signal) {
        if (mode == ProcessingClock.Mode.WALL) {
            return false;
        }
        Long hour = signal.at().getEpochSecond() / HOUR_SECONDS;
        return !hour.equals(hours.put(rule.id(), hour));
    }
}
