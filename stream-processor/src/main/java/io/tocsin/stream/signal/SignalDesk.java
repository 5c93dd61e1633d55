package io.tocsin.stream.signal;

import io.tocsin.events.CellName;
import io.tocsin.events.Correction;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts contributions in their cells and tells what is surprising. The cells live in the {@link Ledger} that it is given,
 * and here. Not safe for use by several threads.
 *
 * <p>A cell's signal is made anew when a story is counted in it, and every hour while it is watched: its counts fall as
 * time passes, and whoever waits for the all-clear must see that.
 *
 * <p>All news of a country or of a pair, and its families, are counted with every story; their signals are told with every
 * story when a rule looks at them, else at most once an hour.
 */
public final class SignalDesk {
    private static final long HOUR = 3600;

    /** A gap in a replay is walked hour by hour so far; beyond, every horizon is empty. */
    private static final long MAX_TICKS = 8 * 24;

    private final WatchedScopes scopes;
    private final Ledger ledger;
    private final Notes notes;
    private final Map<String, CellCounts> cells = new HashMap<>();
    private final Almanac almanac = new Almanac();
    /** Cells whose signal may yet fall, by key; the value is what their latest signal counted. */
    private final Map<String, List<Integer>> watched = new HashMap<>();

    /** The hour in which a cell that no rule looks at was last told, by key. */
    private final Map<String, Long> toldHour = new HashMap<>();

    /** The hour up to which falls are told. */
    private long tickedHour;

    /** Where the cells are kept, by key ({@link Signal#key}). */
    public interface Ledger {
        void put(String key, CellCounts cell);

        void remove(String key);

        /** A note of what is usual beyond a cell, in place of the one of that name; null removes it. */
        void note(String name, byte @Nullable [] note);
    }

    /** What became of a contribution. */
    public sealed interface Reception {
        /** It counts; these are the signals of its cells that are told. A copy makes none. */
        record Counted(List<Signal> signals) implements Reception {
            public Counted {
                signals = List.copyOf(signals);
            }
        }

        /** It does not count. */
        record Excluded(Exclusion.Reason reason, String details) implements Reception {}
    }

    /** A desk with the cells and the notes that were kept. */
    public SignalDesk(
            WatchedScopes scopes, Ledger ledger, Map<String, CellCounts> kept, Map<String, byte[]> keptNotes) {
        this.scopes = scopes;
        this.ledger = ledger;
        this.notes = new Notes(ledger);
        new TreeMap<>(kept).forEach((key, cell) -> {
            cells.put(key, cell);
            almanac.known(cell.knownDays());
            almanac.remember(cell.lexicon);
            if (CellName.isCountry(placeOf(key))) {
                almanac.remember(subjectOf(key), cell.days);
            }
            tickedHour = Math.max(tickedHour, cell.lastHour());
        });
        notes.read(keptNotes, almanac);
        watchAgain();
    }

    static String placeOf(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    static String subjectOf(String key) {
        return key.substring(key.indexOf('|') + 1);
    }

    /** Counts a contribution. Call {@link #tick} before. */
    public Reception take(Contribution article, Instant now) {
        almanac.known(article.knownDays());
        if (article.countedAt().isBefore(now.minus(CellCounts.KEPT))) {
            return new Reception.Excluded(
                    Exclusion.Reason.TOO_LATE,
                    "counted at " + article.countedAt() + ", more than " + CellCounts.KEPT.toDays()
                            + " days before now, " + now);
        }
        long today = CellCounts.dayOf(Math.floorDiv(now.getEpochSecond(), HOUR));
        Taken former = article.taken();
        SourceStanding standing = former == null
                ? arrived(article, today)
                : almanac.standing(article.evidence().source(), article.storyId(), today);
        List<Signal> signals =
                former == null ? counted(article, standing, now) : revised(article, former, standing, now);
        return standing == SourceStanding.ON_PROBATION
                ? new Reception.Excluded(
                        Exclusion.Reason.ON_PROBATION,
                        "the source " + article.evidence().source()
                                + " is new to the set; its stories count once there is a baseline of it")
                : new Reception.Counted(signals);
    }

    private List<Signal> counted(Contribution article, SourceStanding standing, Instant now) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < article.topics().size(); i++) {
            String topic = article.topics().get(i);
            String key = Signal.key(article.country(), topic);
            CellCounts cell = cells.computeIfAbsent(key, k -> new CellCounts());
            count(article, i, standing, cell);
            keep(key, cell, topic, now);
            if (standing != SourceStanding.ON_PROBATION && !article.copy() && isTold(article.country(), topic, now)) {
                signals.add(made(key, cell, signal(article.country(), topic, now, article.arrivedAt())));
            }
        }
        return signals;
    }

    /**
     * Counts a later version of an article in the place of the former one; a cell is told once, with both done. What is
     * usual of the source stays as it was: it has spoken.
     */
    private List<Signal> revised(Contribution article, Taken former, SourceStanding standing, Instant now) {
        List<Signal> signals = new ArrayList<>();
        if (standing == SourceStanding.ON_PROBATION) {
            return signals; // neither version counts
        }
        for (String topic : former.touched(article)) {
            String key = Signal.key(article.country(), topic);
            CellCounts cell = cells.computeIfAbsent(key, k -> new CellCounts());
            if (former.topics().contains(topic)) {
                cell.takeOut(article, former, topic);
            }
            int counted = article.topics().indexOf(topic);
            if (counted >= 0) {
                count(article, counted, standing, cell);
            }
            keep(key, cell, topic, now);
            List<Correction> corrections = former.corrections(topic, article);
            boolean told = isTold(article.country(), topic, now);
            if (told || !corrections.isEmpty()) {
                signals.add(made(key, cell, signal(article.country(), topic, now, article.arrivedAt()))
                        .correcting(corrections));
            }
        }
        return signals;
    }

    private void count(Contribution article, int subject, SourceStanding standing, CellCounts cell) {
        String topic = article.topics().get(subject);
        String source = article.evidence().source();
        boolean ofCountry = CellName.isCountry(article.country());
        if (standing == SourceStanding.SETTLED && cell.shadow.holds(source)) {
            DayCounts brought = cell.settle(source);
            if (ofCountry) {
                almanac.remember(topic, brought);
            }
        }
        if (cell.count(article, standing) && ofCountry) {
            almanac.add(topic, CellCounts.dayOf(CellCounts.hourOf(article)));
        }
        cell.lexicon = almanac.lexicon();
        if (!article.coverage().isEmpty()) {
            cell.cover(article.coverage().get(subject));
        }
    }

    private void keep(String key, CellCounts cell, String topic, Instant now) {
        cell.expire(now);
        if (topic.startsWith(CellName.ANY)) {
            cell.learnHours(Math.floorDiv(now.getEpochSecond(), HOUR));
        }
        ledger.put(key, cell);
    }

    /** Takes notice of the article's source and dictionaries. Answers whether its stories count. */
    private SourceStanding arrived(Contribution article, long today) {
        String source = article.evidence().source();
        almanac.tagged(article.lexicon(), today);
        boolean isNew = almanac.isNew(source);
        SourceLog log = almanac.log(source, today);
        SourceStanding standing = almanac.standing(source, article.storyId(), today);
        if (isNew) {
            notes.write(source, log);
        }
        if (!article.copy() && CellName.isCountry(article.country())) {
            int told = log.first.size();
            DayCounts there = almanac.add(
                    article.country(), source, log, article.storyId(), CellCounts.dayOf(CellCounts.hourOf(article)));
            notes.write(source, article.country(), there);
            if (log.first.size() != told) {
                notes.write(source, log);
            }
        }
        return standing;
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
        return SignalMaker.signal(place, subject, cell, whole, almanac, now, arrivedAt);
    }

    private Signal made(String key, CellCounts cell, Signal signal) {
        if (isWatched(signal)) {
            watched.put(key, cell.tally(Math.floorDiv(signal.at().getEpochSecond(), HOUR)));
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
    public List<Signal> tick(Instant time) {
        List<Signal> changed = new ArrayList<>();
        if (time.equals(Instant.EPOCH)) {
            return changed; // a replay before its first record
        }
        long hour = Math.floorDiv(time.getEpochSecond(), HOUR);
        if (cells.isEmpty()) {
            tickedHour = hour;
        }
        for (tickedHour = Math.max(tickedHour, hour - MAX_TICKS); tickedHour < hour; ) {
            tickedHour++;
            long today = CellCounts.dayOf(tickedHour);
            if (almanac.norms().day() < today) {
                beginDay(today);
            }
            Instant now = Instant.ofEpochSecond(tickedHour * HOUR);
            for (String key : new TreeSet<>(watched.keySet())) {
                CellCounts cell = Objects.requireNonNull(cells.get(key));
                if (!cell.tally(tickedHour).equals(watched.get(key))) {
                    changed.add(made(key, cell, signal(placeOf(key), subjectOf(key), now, null)));
                }
            }
        }
        return changed;
    }

    /** Looks at what is usual in all cells together, and forgets what has long been silent. */
    private void beginDay(long today) {
        cells.entrySet().removeIf(entry -> {
            boolean spent = entry.getValue().isSpent(today);
            if (spent) {
                watched.remove(entry.getKey());
                toldHour.remove(entry.getKey());
                ledger.remove(entry.getKey());
            }
            return spent;
        });
        notes.forget(almanac, today - CellCounts.DAYS);
        Norms norms = Norms.of(cells, almanac, today);
        almanac.norms(norms);
        notes.write(norms);
    }

    /** After a start: what was watched when the last article was counted. The hours since then are walked as ever. */
    private void watchAgain() {
        Instant then = Instant.ofEpochSecond(tickedHour * HOUR);
        cells.forEach((key, cell) -> made(key, cell, signal(placeOf(key), subjectOf(key), then, null)));
    }
}
