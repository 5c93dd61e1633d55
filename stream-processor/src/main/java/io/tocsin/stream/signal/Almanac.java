package io.tocsin.stream.signal;

import io.tocsin.events.CellName;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is usual beyond a single cell: on which days and at which hours news comes, which sources bring how much, and since
 * when the dictionaries are what they are. Days and hours count from the Unix epoch, UTC. Mutable; not safe for use by
 * several threads.
 */
public final class Almanac {
    /** A newcomer's stories count until it has told so many. */
    private static final int FIRST_STORIES = 2;

    /** With more new sources on one day somebody has added them: then none of them counts at first. */
    private static final int NEWCOMERS_A_DAY = 12;

    /** Stories that speak for the dictionaries giving a subject as often as before. */
    private static final double SHRINK_LEXICON = 10;

    private final Map<String, SourceLog> sources = new TreeMap<>();
    /** Sources by the country of which they told. */
    private final Map<String, Map<String, SourceLog>> byCountry = new HashMap<>();

    private final Map<String, Activity> activities = new HashMap<>();
    /** Stories of all countries by subject. */
    private final Map<String, DayCounts> subjects = new HashMap<>();

    private KnownDays known = KnownDays.NONE;
    private Norms norms = Norms.NONE;
    private Lexicon lexicon = Lexicon.NONE;
    private long newestSource;
    private int newcomers;

    /** Grows whenever a day changes that baselines look at. */
    private long edition;

    /**
     * Which dictionaries tagged, and since when.
     *
     * @param since the first day; 0 when they never changed
     */
    record Lexicon(String version, long since) {
        static final Lexicon NONE = new Lexicon("", 0);
    }

    /** An almanac that knows nothing but on which days news came. */
    public static Almanac of(KnownDays days) {
        Almanac almanac = new Almanac();
        almanac.known(days);
        return almanac;
    }

    /** News came on these days. */
    void known(KnownDays days) {
        known = known.including(days);
    }

    KnownDays known() {
        return known;
    }

    Norms norms() {
        return norms;
    }

    void norms(Norms asOfToday) {
        norms = asOfToday;
        edition++;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** The dictionaries by which an article was tagged today. */
    void tagged(String version, long today) {
        if (!version.equals(lexicon.version())) {
            lexicon = new Lexicon(version, lexicon.version().isEmpty() ? 0 : today);
        }
    }

    /** As it stands in a cell that was kept. */
    void remember(Lexicon kept) {
        if (kept.since() > lexicon.since() || lexicon.version().isEmpty()) {
            lexicon = kept;
        }
    }

    /** What has been kept of a source. */
    void remember(String source, SourceLog log) {
        sources.put(source, log);
        for (String country : log.countries()) {
            byCountry.computeIfAbsent(country, c -> new TreeMap<>()).put(source, log);
        }
        count(log);
    }

    private void count(SourceLog log) {
        if (log.since > newestSource) {
            newestSource = log.since;
            newcomers = 0;
        }
        newcomers += log.since == newestSource ? 1 : 0;
    }

    /** Whether nothing has been heard of the source before. */
    boolean isNew(String source) {
        return !sources.containsKey(source);
    }

    /** The source's log; a new one when it is heard of for the first time. */
    SourceLog log(String source, long today) {
        SourceLog log = sources.get(source);
        if (log == null) {
            log = new SourceLog(today);
            sources.put(source, log);
            count(log);
        }
        return log;
    }

    /** Whether a story of the source counts. */
    SourceStanding standing(String source, String story, long today) {
        SourceLog log = sources.get(source);
        if (log == null) {
            return SourceStanding.ON_PROBATION;
        }
        if (isFounder(log) || known.between(log.since, today - 1 - Baseline.GUARD) >= Baseline.MIN_DAYS) {
            return SourceStanding.SETTLED;
        }
        boolean few = log.since < newestSource || newcomers <= NEWCOMERS_A_DAY;
        return few && (log.first.contains(story) || log.first.size() < FIRST_STORIES)
                ? SourceStanding.NEWCOMER
                : SourceStanding.ON_PROBATION;
    }

    /** Whether the source was there before the set had a full baseline to be new to. */
    private boolean isFounder(SourceLog log) {
        return known.between(Long.MIN_VALUE, log.since) < Baseline.DAYS;
    }

    /** The day from which on the source is in the set: for one that was there from the beginning, before all days. */
    long presentFrom(String source) {
        SourceLog log = sources.get(source);
        return log == null || isFounder(log) ? 0 : log.since;
    }

    /** A story of a country; answers the source's days there. */
    DayCounts add(String country, String source, SourceLog log, String story, long day) {
        if (day < newestDay() - Baseline.GUARD) {
            edition++;
        }
        if (log.first.size() < FIRST_STORIES && !log.first.contains(story)) {
            log.first.add(story);
        }
        Map<String, SourceLog> there = byCountry.computeIfAbsent(country, c -> new TreeMap<>());
        if (there.putIfAbsent(source, log) == null) {
            edition++;
        }
        return log.add(country, day);
    }

    private long newestDay() {
        return subjects.getOrDefault(CellName.ANY, new DayCounts()).newest();
    }

    /** A story that counts in a country's cell. */
    void add(String subject, long day) {
        subjects.computeIfAbsent(subject, s -> new DayCounts()).add(day, 1);
    }

    /** What is kept of a country's cell. */
    void remember(String subject, DayCounts days) {
        subjects.computeIfAbsent(subject, s -> new DayCounts()).add(days);
    }

    /** The sources that are off on a day, of those that tell of a place. */
    SortedMap<String, Double> off(String place, long day, long nowHour) {
        long today = Math.floorDiv(nowHour, (long) HourProfile.HOURS);
        Activity activity = activities.get(place);
        if (activity == null || !activity.holds(today, edition)) {
            activity = new Activity(
                    place,
                    CellName.isCountry(place) ? byCountry.getOrDefault(place, Map.of()) : sources,
                    this,
                    today,
                    edition);
            activities.put(place, activity);
        }
        return activity.off(day, nowHour);
    }

    /**
     * How much oftener than before the dictionaries changed a subject is found now, outside of the cell; 1 when they have
     * not changed since the oldest day.
     *
     * @param whole all news of the cell's place
     */
    double lexiconFactor(String subject, DayCounts cell, DayCounts whole, long oldest, long today) {
        DayCounts found = subjects.get(subject);
        DayCounts all = subjects.get(CellName.ANY);
        if (lexicon.since() <= oldest || lexicon.since() > today || found == null || all == null) {
            return 1;
        }
        double foundBefore = 0;
        double allBefore = 0;
        double foundSince = 0;
        double allSince = 0;
        for (long day = oldest; day <= today; day++) {
            double stories = Math.max(0, found.on(day) - cell.on(day));
            double news = Math.max(0, all.on(day) - whole.on(day));
            if (day < lexicon.since()) {
                foundBefore += stories;
                allBefore += news;
            } else {
                foundSince += stories;
                allSince += news;
            }
        }
        return allBefore == 0
                ? 1
                : (foundSince + SHRINK_LEXICON) / (allSince * foundBefore / allBefore + SHRINK_LEXICON);
    }

    /** Forgets sources that have been silent since that day; answers them by name. */
    Map<String, SourceLog> forget(long day) {
        Map<String, SourceLog> silent = new TreeMap<>();
        sources.forEach((source, log) -> {
            if (log.newest() <= day && log.since <= day) {
                silent.put(source, log);
            }
        });
        silent.forEach((source, log) -> {
            sources.remove(source);
            for (String country : log.countries()) {
                byCountry.getOrDefault(country, Map.of()).remove(source);
            }
        });
        activities.clear();
        return silent;
    }
}
