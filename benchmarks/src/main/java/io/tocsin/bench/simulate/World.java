package io.tocsin.bench.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much news there is of which country and topic, when, and from whom. Most cells are all but silent and a few are
 * loud. The same seed gives the same world.
 */
final class World {
    static final int COUNTRIES = 195;

    /** The codes of the topics: ten of the top level. */
    private static final List<String> CODES = List.of(
            "medtop:01000000",
            "medtop:02000000",
            "medtop:03000000",
            "medtop:04000000",
            "medtop:06000000",
            "medtop:07000000",
            "medtop:09000000",
            "medtop:11000000",
            "medtop:14000000",
            "medtop:16000000");

    static final int TOPICS = 10;

    /** Stories a day that a cell may have, and the share of the cells that do; the rest has the first. */
    private static final double[] RATES = {0.02, 0.1, 0.3, 1, 5, 20};

    private static final double[] SHARES = {0.38, 0.25, 0.2, 0.12, 0.04, 0.01};

    private static final int WORLD_OUTLETS = 40;
    private static final int HOME_OUTLETS = 2;
    /** The share of a country's news that its own outlets tell. */
    private static final double AT_HOME = 0.4;

    private static final int OUTLETS_A_FAMILY = 2;
    private static final double WEEKEND = 0.5;
    private static final double DAY_AND_NIGHT = 0.8;
    private static final int HOURS = 24;
    private static final int WEEK = 7;
    /** The Unix epoch was a Thursday. */
    private static final int SATURDAY = 2;

    private final String[] codes = Arrays.copyOf(Locale.getISOCountries(), COUNTRIES);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[][] rates = new double[COUNTRIES][TOPICS];
    private final int[] noon = new int[COUNTRIES];
    private final int[] weekend = new int[COUNTRIES];
    private final List<Outlet> worldOutlets = new ArrayList<>();
    private final List<List<Outlet>> homeOutlets = new ArrayList<>();

    World(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < WORLD_OUTLETS; i++) {
            worldOutlets.add(new Outlet("world" + i + ".example", "family" + i / OUTLETS_A_FAMILY, -1));
        }
        for (int country = 0; country < COUNTRIES; country++) {
            numbers.put(codes[country], country);
            for (int topic = 0; topic < TOPICS; topic++) {
                rates[country][topic] = rate(random.nextDouble());
            }
            noon[country] = random.nextInt(HOURS);
            weekend[country] = random.nextInt(5) == 0 ? SATURDAY - 1 : SATURDAY;
            List<Outlet> home = new ArrayList<>();
            for (int i = 0; i < HOME_OUTLETS; i++) {
                home.add(new Outlet(codes[country] + i + ".example", "press of " + codes[country] + i, country));
            }
            homeOutlets.add(home);
        }
    }

    private static double rate(double random) {
        double rest = random;
        for (int i = 0; i < RATES.length; i++) {
            rest -= SHARES[i];
            if (rest < 0) {
                return RATES[i];
            }
        }
        return RATES[0];
    }

    String code(int country) {
        return codes[country];
    }

    String topic(int topic) {
        return CODES.get(topic);
    }

    /** The cell of a country's news on a topic; all its news have the topic -1. */
    Cell cell(String country, String topic) {
        return new Cell(numbers.getOrDefault(country, -1), CODES.indexOf(topic));
    }

    /** Stories that a cell has on a mean day. */
    double rate(Cell cell) {
        return rates[cell.country()][cell.topic()];
    }

    /** Stories of a country on a mean day. */
    double rate(int country) {
        return Arrays.stream(rates[country]).sum();
    }

    /** All cells that have so many stories on a mean day. */
    List<Cell> cells(double rate) {
        List<Cell> cells = new ArrayList<>();
        for (int country = 0; country < COUNTRIES; country++) {
            for (int topic = 0; topic < TOPICS; topic++) {
                if (rates[country][topic] == rate) {
                    cells.add(new Cell(country, topic));
                }
            }
        }
        return cells;
    }

    /** Volume of an hour beside the mean hour: halved on two days a week, a wave over each day. */
    double rhythm(int country, long hour) {
        long day = Math.floorDiv(hour, HOURS);
        long weekday = Math.floorMod(day - weekend[country], (long) WEEK);
        double mean = (5 + 2 * WEEKEND) / WEEK;
        double angle = 2 * Math.PI * (Math.floorMod(hour, (long) HOURS) - noon[country]) / HOURS;
        return (weekday < 2 ? WEEKEND : 1) / mean * (1 + DAY_AND_NIGHT * Math.cos(angle));
    }

    /** Who tells a story of that country. */
    Outlet outlet(int country, SplittableRandom random) {
        List<Outlet> from = random.nextDouble() < AT_HOME ? homeOutlets.get(country) : worldOutlets;
        // Some outlets bring much more than others.
        return from.get((int) (from.size() * Math.pow(random.nextDouble(), 1.5)));
    }

    /** The place of an outlet among those that write about all countries; -1 when it is none of them. */
    int numberInTheWorld(Outlet outlet) {
        return outlet.country() >= 0 ? -1 : worldOutlets.indexOf(outlet);
    }
}
