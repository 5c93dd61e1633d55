package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.CellName;
import io.tocsin.events.Correction;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.CellCounts;
import io.tocsin.stream.signal.CellCountsSerde;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.signal.KnownDays;
import io.tocsin.stream.signal.SignalMaker;
import io.tocsin.stream.signal.Taken;
import io.tocsin.stream.signal.WatchedScopes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts each contribution in its cells and tells what is surprising. in = counted + excluded, in contributions.
 *
 * <p>A cell's signal is made anew when a story is counted in it, and every hour while it is watched: its counts fall as
 * time passes, and whoever waits for the all-clear must see that. An hour ends by the processing clock, be it the wall's
 * (the punctuator) or the news' (the next record), never by a record's own date.
 *
 * <p>All news of a country or of a pair, and its families, are counted with every story; their signals are told with every
 * story when a rule looks at them, else at most once an hour.
 */
final class SignalStage extends ContextualProcessor<String, Contribution, String, Outcome.OfSignal> {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final long HOUR = 3600;

    /** A gap in a replay is walked hour by hour so far; beyond, every horizon is empty. */
    private static final long MAX_TICKS = 8 * 24;

    private final WatchedScopes scopes;
    private final ProcessingClock.Mode mode;
    private final StageCounts counts;
    private final Map<String, CellCounts> cells = new HashMap<>();
    /** Cells whose signal may yet fall, by key; the value is their latest signal. */
    private final Map<String, Signal> watched = new HashMap<>();

    /** The hour in which a cell that no rule looks at was last told, by key. */
    private final Map<String, Long> toldHour = new HashMap<>();

    private KnownDays knownDays = KnownDays.NONE;
    /** The hour up to which falls are told. */
    private long tickedHour;

    private @Nullable ProcessingClock clock;
    private @Nullable KeyValueStore<String, byte[]> store;

    SignalStage(WatchedScopes scopes, ProcessingClock.Mode mode, MeterRegistry metrics) {
        this.scopes = scopes;
        this.mode = mode;
        this.counts = new StageCounts(metrics, "signal");
    }

    @Override
    public void init(ProcessorContext<String, Outcome.OfSignal> context) {
        super.init(context);
        clock = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        KeyValueStore<String, byte[]> found = context.getStateStore(Stages.CELLS);
        store = found;
        try (KeyValueIterator<String, byte[]> all = found.all()) {
            all.forEachRemaining(entry -> {
                CellCounts cell = CellCountsSerde.decode(entry.value);
                cells.put(entry.key, cell);
                knownDays = knownDays.including(cell.knownDays());
                tickedHour = Math.max(tickedHour, cell.lastHour());
            });
        }
        watchAgain();
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, at -> {
            List<Signal> fallen = tick();
            if (!fallen.isEmpty()) {
                context.forward(new Record<>("tick", new Outcome.OfSignal(fallen, List.of()), at));
            }
        });
    }

    @Override
    public void process(Record<String, Contribution> record) {
        counts.in();
        Contribution article = record.value();
        ProcessingClock time = Objects.requireNonNull(clock);
        time.observe(article.arrivedAt());
        List<Signal> signals = tick();
        Instant now = time.now();
        knownDays = knownDays.including(article.knownDays());
        if (article.countedAt().isBefore(now.minus(CellCounts.KEPT))) {
            counts.dropped(Exclusion.Reason.TOO_LATE);
            Exclusion exclusion = new Exclusion(
                    article.evidence().articleId(),
                    Exclusion.Stage.SIGNAL,
                    Exclusion.Reason.TOO_LATE,
                    "counted at " + article.countedAt() + ", more than " + CellCounts.KEPT.toDays()
                            + " days before now, " + now,
                    now);
            context().forward(record.withValue(new Outcome.OfSignal(signals, List.of(exclusion))));
            return;
        }
        counts.out();
        Taken taken = article.taken();
        if (taken != null) {
            signals.addAll(revised(article, taken, now));
            context().forward(record.withValue(new Outcome.OfSignal(signals, List.of())));
            return;
        }
        for (int i = 0; i < article.topics().size(); i++) {
            String topic = article.topics().get(i);
            String key = Signal.key(article.country(), topic);
            CellCounts cell = cells.computeIfAbsent(key, k -> new CellCounts());
            cell.count(article);
            if (!article.coverage().isEmpty()) {
                cell.cover(article.coverage().get(i));
            }
            cell.expire(now);
            Objects.requireNonNull(store).put(key, CellCountsSerde.encode(cell));
            if (!article.copy() && isTold(article.country(), topic, now)) {
                signals.add(made(key, signal(article.country(), topic, now, article.arrivedAt())));
            }
        }
        context().forward(record.withValue(new Outcome.OfSignal(signals, List.of())));
    }

    /** Counts a later version of an article in the place of the former one; a cell is told once, with both done. */
    private List<Signal> revised(Contribution article, Taken taken, Instant now) {
        List<Signal> signals = new ArrayList<>();
        for (String topic : taken.touched(article)) {
            String key = Signal.key(article.country(), topic);
            CellCounts cell = cells.computeIfAbsent(key, k -> new CellCounts());
            if (taken.topics().contains(topic)) {
                cell.takeOut(article, taken, topic);
            }
            int counted = article.topics().indexOf(topic);
            if (counted >= 0) {
                cell.count(article);
                if (!article.coverage().isEmpty()) {
                    cell.cover(article.coverage().get(counted));
                }
            }
            cell.expire(now);
            Objects.requireNonNull(store).put(key, CellCountsSerde.encode(cell));
            List<Correction> corrections = taken.corrections(topic, article);
            boolean told = isTold(article.country(), topic, now);
            if (told || !corrections.isEmpty()) {
                signals.add(made(key, signal(article.country(), topic, now, article.arrivedAt()))
                        .correcting(corrections));
            }
        }
        return signals;
    }

    private boolean isTold(String place, String subject, Instant now) {
        if (WatchedScopes.isAlwaysTold(place, subject) || scopes.watches(place, subject)) {
            return true;
        }
        Long hour = Math.floorDiv(now.getEpochSecond(), HOUR);
        return !hour.equals(toldHour.put(Signal.key(place, subject), hour));
    }

    private Signal signal(String place, String subject, Instant now, @Nullable Instant arrivedAt) {
        CellCounts cell = Objects.requireNonNull(cells.get(Signal.key(place, subject)));
        CellCounts whole = cells.get(Signal.key(place, CellName.ANY + CellName.voices(subject)));
        return SignalMaker.signal(place, subject, cell, whole, knownDays, now, arrivedAt);
    }

    private Signal made(String key, Signal signal) {
        if (isWatched(signal)) {
            watched.put(key, signal);
        } else {
            watched.remove(key);
        }
        return signal;
    }

    private boolean isWatched(Signal signal) {
        String place = signal.country();
        String subject = signal.topic();
        if (SignalMaker.isWatched(signal)) {
            return WatchedScopes.isAlwaysTold(place, subject) || scopes.watches(place, subject);
        }
        return signal.window(Horizon.WEEK).stories() > 0 && scopes.follows(place, subject);
    }

    /** Makes the watched signals anew for each hour that has begun, and answers those that changed. */
    private List<Signal> tick() {
        List<Signal> changed = new ArrayList<>();
        Instant time = Objects.requireNonNull(clock).now();
        if (time.equals(Instant.EPOCH)) {
            return changed; // a replay before its first record
        }
        long hour = Math.floorDiv(time.getEpochSecond(), HOUR);
        if (cells.isEmpty()) {
            tickedHour = hour;
        }
        for (tickedHour = Math.max(tickedHour, hour - MAX_TICKS); tickedHour < hour; ) {
            tickedHour++;
            for (String key : new TreeSet<>(watched.keySet())) {
                Signal latest = Objects.requireNonNull(watched.get(key));
                Instant now = Instant.ofEpochSecond(tickedHour * HOUR);
                Signal fallen = signal(latest.country(), latest.topic(), now, null);
                if (!SignalMaker.countsAlike(latest, fallen)) {
                    changed.add(made(key, fallen));
                }
            }
        }
        return changed;
    }

    /** After a start: what was watched when the last article was counted. The hours since then are walked as ever. */
    private void watchAgain() {
        Instant then = Instant.ofEpochSecond(tickedHour * HOUR);
        for (String key : cells.keySet()) {
            int bar = key.indexOf('|');
            made(key, signal(key.substring(0, bar), key.substring(bar + 1), then, null));
        }
    }
}
