package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Signal;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.CellCounts;
import io.tocsin.stream.signal.CellCountsSerde;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.signal.SignalDesk;
import io.tocsin.stream.signal.WatchedScopes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Hands each contribution to the {@link SignalDesk}, and the time: an hour ends by the processing clock, be it the wall's
 * (the punctuator) or the news' (the next record), never by a record's own date. in = counted + excluded, in contributions.
 */
final class SignalStage extends ContextualProcessor<String, Contribution, String, Outcome.OfSignal> {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final WatchedScopes scopes;
    private final ProcessingClock.Mode mode;
    private final StageCounts counts;
    private @Nullable ProcessingClock clock;
    private @Nullable SignalDesk desk;

    SignalStage(WatchedScopes scopes, ProcessingClock.Mode mode, MeterRegistry metrics) {
        this.scopes = scopes;
        this.mode = mode;
        this.counts = new StageCounts(metrics, "signal");
    }

    @Override
    public void init(ProcessorContext<String, Outcome.OfSignal> context) {
        super.init(context);
        ProcessingClock time = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        KeyValueStore<String, byte[]> cells = context.getStateStore(Stages.CELLS);
        KeyValueStore<String, byte[]> notes = context.getStateStore(Stages.ALMANAC);
        Map<String, CellCounts> keptCells = new HashMap<>();
        try (KeyValueIterator<String, byte[]> all = cells.all()) {
            all.forEachRemaining(entry -> keptCells.put(entry.key, CellCountsSerde.decode(entry.value)));
        }
        Map<String, byte[]> keptNotes = new HashMap<>();
        try (KeyValueIterator<String, byte[]> all = notes.all()) {
            all.forEachRemaining(entry -> keptNotes.put(entry.key, entry.value));
        }
        SignalDesk made = new SignalDesk(scopes, new Stores(cells, notes), keptCells, keptNotes);
        clock = time;
        desk = made;
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, at -> {
            List<Signal> fallen = made.tick(time.now());
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
        SignalDesk signals = Objects.requireNonNull(desk);
        time.observe(article.arrivedAt());
        Instant now = time.now();
        List<Signal> told = new ArrayList<>(signals.tick(now));
        SignalDesk.Reception reception = signals.take(article, now);
        if (reception instanceof SignalDesk.Reception.Counted counted) {
            counts.out();
            told.addAll(counted.signals());
            context().forward(record.withValue(new Outcome.OfSignal(told, List.of())));
        } else if (reception instanceof SignalDesk.Reception.Excluded excluded) {
            counts.dropped(excluded.reason());
            Exclusion exclusion = new Exclusion(
                    article.evidence().articleId(), Exclusion.Stage.SIGNAL, excluded.reason(), excluded.details(), now);
            context().forward(record.withValue(new Outcome.OfSignal(told, List.of(exclusion))));
        }
    }

    /** The desk's ledger is two stores. */
    private record Stores(KeyValueStore<String, byte[]> cells, KeyValueStore<String, byte[]> notes)
            implements SignalDesk.Ledger {
        @Override
        public void put(String key, CellCounts cell) {
            cells.put(key, CellCountsSerde.encode(cell));
        }

        @Override
        public void remove(String key) {
            cells.delete(key);
        }

        @Override
        public void note(String name, byte @Nullable [] note) {
            notes.put(name, note);
        }
    }
}
