package io.tocsin.bench.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Makes the articles of a {@link World}, in the order of time. The same seed gives the same articles. */
final class NewsMaker {
    /** A story is carried by so many outlets in the mean. */
    private static final double CARRIED_BY = 3;

    private static final double COPY_HOURS = 2;
    private static final int ADDED_WORLD = 20;
    private static final int ADDED_HOME = 5;
    /** An added outlet tells so many stories for each that was told before. */
    private static final double ADDED_VOLUME = 0.03;
    /** Those that write about one country tell together twice as much of it as was told before. */
    private static final double ADDED_HOME_VOLUME = 2;

    /** The two largest of those that write about everything. */
    private static final int DOUBLED = 2;

    /** Owners of a planted event at least. */
    private static final int OWNERS = 3;

    private static final long HOUR = 3600;
    private static final int HOURS = 24;

    private final World world;
    private final Set<Change> changes;
    private final long changeHour;
    private final double missed;
    private final SplittableRandom random;
    private final PriorityQueue<Article> coming = new PriorityQueue<>(
            Comparator.comparing(Article::at).thenComparing(Article::story).thenComparing(a -> a.outlet()
                    .id()));
    private final List<PlantedEvent> events = new ArrayList<>();
    private final List<PlantedEvent> silences = new ArrayList<>();
    private long stories;

    /**
     * A maker.
     *
     * @param missed the share of the copies that the story stage takes for stories of their own
     * @param changes what happens at the change
     * @param changeHour when, in hours from the Unix epoch; the start of a day
     */
    NewsMaker(World world, double missed, Set<Change> changes, long changeHour, long seed) {
        this.world = world;
        this.missed = missed;
        this.changes = Set.copyOf(changes);
        this.changeHour = changeHour;
        this.random = new SplittableRandom(seed);
    }

    /** Plants an event of that many stories of at least three owners. */
    void plant(Cell cell, Shape shape, int size, Instant begin, int wave) {
        List<Instant> times = new ArrayList<>();
        while (times.size() < size) {
            times.add(begin.plusSeconds((long) (shape.hour(random) * HOUR)));
        }
        times.sort(Comparator.naturalOrder());
        events.add(new PlantedEvent(cell, shape, times, wave));
        Set<String> owners = new HashSet<>();
        for (Instant at : times) {
            Outlet outlet = world.outlet(cell.country(), random);
            while (owners.size() < OWNERS && owners.contains(outlet.owner())) {
                outlet = world.outlet(cell.country(), random);
            }
            owners.add(outlet.owner());
            tell(cell, outlet, at, CARRIED_BY - 1, 4 + 5 * random.nextDouble());
        }
    }

    /** Nothing is told of a country for some hours. */
    void silence(int country, Instant begin, int hours) {
        events.add(
                new PlantedEvent(new Cell(country, -1), Shape.DAY, List.of(begin, begin.plusSeconds(hours * HOUR)), 0));
        silences.add(events.get(events.size() - 1));
    }

    List<PlantedEvent> events() {
        return events;
    }

    /** Makes the articles of the hours from one on and before another. */
    void make(long fromHour, long toHour, Consumer<Article> reader) {
        for (long hour = fromHour; hour < toHour; hour++) {
            for (int country = 0; country < World.COUNTRIES; country++) {
                double rhythm = world.rhythm(country, hour) / HOURS;
                for (int topic = 0; topic < World.TOPICS; topic++) {
                    Cell cell = new Cell(country, topic);
                    int number = poisson(world.rate(cell) * rhythm * found(topic, hour));
                    for (int i = 0; i < number; i++) {
                        Instant at = Instant.ofEpochMilli(hour * HOUR * 1000 + random.nextInt(3_600_000));
                        tellAsTheSetIs(cell, world.outlet(country, random), at, hour);
                    }
                }
            }
            Instant end = Instant.ofEpochSecond((hour + 1) * HOUR);
            while (!coming.isEmpty() && coming.peek().at().isBefore(end)) {
                Article next = coming.remove();
                if (!isDown(next, hour)) {
                    reader.accept(next);
                }
            }
        }
    }

    private boolean has(Change change, long hour) {
        return changes.contains(change) && hour >= changeHour;
    }

    private double found(int topic, long hour) {
        if (!has(Change.LEXICON, hour)) {
            return 1;
        }
        return topic < 2 ? 2 : topic == 2 ? 0.5 : 1;
    }

    private void tellAsTheSetIs(Cell cell, Outlet outlet, Instant at, long hour) {
        tell(cell, outlet, at, CARRIED_BY - 1, escalation());
        int number = world.numberInTheWorld(outlet);
        if (has(Change.SOURCES_DOUBLED, hour) && number >= 0 && number < DOUBLED) {
            tell(cell, outlet, at, 0, escalation());
        }
        if (has(Change.SOURCES_ADDED, hour)) {
            for (int i = 0; i < ADDED_WORLD; i++) {
                if (random.nextDouble() < ADDED_VOLUME) {
                    tell(cell, new Outlet("added" + i + ".example", "added" + i, -1), at, 0, escalation());
                }
            }
            if (cell.country() < ADDED_HOME) {
                int more = poisson(ADDED_HOME_VOLUME);
                for (int i = 0; i < more; i++) {
                    String id = "local" + cell.country() + "-" + i % 2;
                    tell(cell, new Outlet(id + ".example", id, cell.country()), at, 0, escalation());
                }
            }
        }
    }

    /** Of every five stories three have no escalation, one cooperation and one conflict. */
    private double escalation() {
        return switch (random.nextInt(5)) {
            case 0 -> 1 + 7 * random.nextDouble();
            case 1 -> -1 - 5 * random.nextDouble();
            default -> 0;
        };
    }

    /** What the outlets that are there bring beyond what they brought is not carried by others. */
    private void tell(Cell cell, Outlet outlet, Instant at, double copiesInTheMean, double escalation) {
        String story = "s" + stories++;
        String lexicon = has(Change.LEXICON, Math.floorDiv(at.getEpochSecond(), HOUR)) ? "2" : "1";
        coming.add(new Article(at, cell, outlet, story, false, escalation, lexicon));
        int copies = poisson(copiesInTheMean);
        for (int i = 0; i < copies; i++) {
            Instant later = at.plusSeconds((long) (-COPY_HOURS * HOUR * Math.log(1 - random.nextDouble())));
            boolean isMissed = random.nextDouble() < missed;
            coming.add(new Article(
                    later,
                    cell,
                    world.outlet(cell.country(), random),
                    isMissed ? story + "-" + i : story,
                    !isMissed,
                    escalation,
                    lexicon));
        }
    }

    private boolean isDown(Article article, long hour) {
        for (PlantedEvent silence : silences) {
            if (silence.cell().holds(article.cell()) && silence.lasts(article.at())) {
                return true;
            }
        }
        long since = hour - changeHour;
        if (since < 0 || changes.isEmpty()) {
            return false;
        }
        boolean outage = since < 2 * HOURS || (since >= 4 * HOURS && since < 4 * HOURS + HOURS / 2);
        int number = world.numberInTheWorld(article.outlet());
        boolean third = number >= 0 && number % 3 == 0;
        boolean fifth = number >= 0 && number % 5 == 0;
        return (changes.contains(Change.OUTAGE) && outage)
                || (changes.contains(Change.SOURCES_DOWN) && since < 3 * HOURS && third)
                || (changes.contains(Change.SOURCES_LOST) && fifth);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int number = -1;
        for (double product = 1; product > limit || number < 0; number++) {
            product *= random.nextDouble();
        }
        return number;
    }
}
