package io.tocsin.bench.simulate;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A world whose truth is known, read by the rules and by the methods of others. The same seed gives the same. */
final class Simulation {
    /** Days before the first that is judged: a baseline and its guard. */
    static final int WARM_UP = 32;

    /** How many false alarms a day the surge rules may give: the budget that they are held to. */
    static final double BUDGET = 0.5;

    /** Days that are judged after something has changed. */
    static final int CHANGED_DAYS = 7;

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final int[] SIZES = {5, 8, 12, 20};

    /** Stories a day of a country that can be heard falling silent. */
    private static final double LOUD = 15;

    /** How long it is silent, in hours. */
    private static final int SILENCE = 36;

    /** Every so manieth cell of the sparsest has an event. */
    private static final int SPARSE = 8;

    /** What a cell of the sparsest has, in stories a day. */
    static final double SPARSEST = 0.02;

    private static final int EVENT_DAYS = 36;
    private static final int HOURS = 24;
    private static final long HOUR = 3600;

    private final long seed;
    private final double missed;
    private final World world;
    private final List<AlertRule> rules = rules();

    /**
     * A simulation.
     *
     * @param missed the share of the copies that the story stage takes for stories of their own
     */
    Simulation(long seed, double missed) {
        this.seed = seed;
        this.missed = missed;
        this.world = new World(seed);
    }

    static List<AlertRule> rules() {
        try (InputStream in = Simulation.class.getResourceAsStream("rules.yaml")) {
            String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new RuleFile(TopicTree.bundled())
                    .parse("rules.yaml", yaml).stream()
                            .map(RuleFile.Written::rule)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return world;
    }

    /** What a run found. */
    record Run(Scoring scoring, long articles, long bytes, int cells) {}

    /** Nothing happens. */
    Run quiet(int days, Consumer<Signal> onSignal) {
        return run(new NewsMaker(world, missed, Set.of(), 0, seed + 1), days, onSignal);
    }

    /** Nothing happens in the world, but the set of sources or the dictionaries change; a week is judged. */
    Run changed(Change change) {
        long changeHour = BEGIN.getEpochSecond() / HOUR + (long) WARM_UP * HOURS;
        return run(new NewsMaker(world, missed, Set.of(change), changeHour, seed + 2), CHANGED_DAYS, signal -> {});
    }

    /** The loud countries fall silent, each for a day and a half. */
    Run silences() {
        NewsMaker maker = new NewsMaker(world, missed, Set.of(), 0, seed + 5);
        SplittableRandom random = new SplittableRandom(seed + 6);
        for (int country = 0; country < World.COUNTRIES; country++) {
            if (world.rate(country) >= LOUD) {
                maker.silence(
                        country, BEGIN.plus(Duration.ofHours(HOURS * WARM_UP + random.nextInt(4 * HOURS))), SILENCE);
            }
        }
        return run(maker, CHANGED_DAYS, signal -> {});
    }

    /**
     * Events in the cells that have one story a day: each is hit, hit again after five days, and again after weeks; and in
     * some of the sparsest cells.
     */
    Run events() {
        NewsMaker maker = new NewsMaker(world, missed, Set.of(), 0, seed + 3);
        SplittableRandom random = new SplittableRandom(seed + 4);
        int kind = 0;
        for (Cell cell : world.cells(1)) {
            Instant first = BEGIN.plus(Duration.ofDays(WARM_UP + random.nextInt(7)));
            for (int wave = 0; wave < 3; wave++) {
                Shape shape = Shape.values()[kind % Shape.values().length];
                int size = SIZES[kind / Shape.values().length % SIZES.length];
                Instant begin = first.plus(Duration.ofDays(new int[] {0, 5, 26}[wave]))
                        .plusSeconds(random.nextInt(HOURS * (int) HOUR));
                maker.plant(cell, shape, size, begin, wave);
                kind++;
            }
        }
        List<Cell> sparse = world.cells(SPARSEST);
        for (int i = 0; i < sparse.size(); i += SPARSE) {
            Instant begin = BEGIN.plus(Duration.ofHours(HOURS * WARM_UP + random.nextInt(EVENT_DAYS * HOURS / 2)));
            maker.plant(sparse.get(i), Shape.SIX_HOURS, SIZES[i / SPARSE % SIZES.length], begin, 0);
        }
        return run(maker, EVENT_DAYS, signal -> {});
    }

    private Run run(NewsMaker maker, int days, Consumer<Signal> onSignal) {
        Scoring scoring = new Scoring(maker.events(), BEGIN.plus(Duration.ofDays(WARM_UP)));
        RuleDesk desk = new RuleDesk(world, rules, BUDGET, scoring::take, onSignal);
        PeerDesk peers = new PeerDesk(scoring::take);
        long[] articles = new long[1];
        long begin = BEGIN.getEpochSecond() / HOUR;
        maker.make(begin, begin + (long) (WARM_UP + days) * HOURS, article -> {
            articles[0]++;
            desk.read(article);
            peers.read(article);
        });
        return new Run(scoring, articles[0], desk.bytes(), desk.cells());
    }
}
