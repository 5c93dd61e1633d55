package io.tocsin.stream.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How active the sources of one place were on the days of a baseline and are today, judged by what each brings about other
 * places. As of one day and one edition of the almanac; past days are computed once. Not safe for use by several threads.
 */
final class Activity {
    /**
     * By so many standard deviations of a Poisson count a source must be off its usual volume to be noticed. More than two
     * or three, because there are many sources and days, and an article may be about several countries.
     */
    private static final double NOTICEABLE = 3.5;

    /** With fewer stories to be expected nothing can be said. */
    private static final double FEWEST = 3;

    private final String place;
    private final long today;
    private final long edition;
    private final Rhythm world;
    private final List<Voice> voices = new ArrayList<>();
    private final Map<Long, SortedMap<String, Double>> past = new HashMap<>();

    /**
     * A source that may be off: a loud one, or one that came later than the baseline's first day.
     *
     * @param usual stories that it brings on an ordinary day about other places
     */
    private record Voice(String source, SourceLog log, long since, double usual) {}

    /**
     * The activity.
     *
     * @param sources those that told of the place
     */
    Activity(String place, Map<String, SourceLog> sources, Almanac almanac, long today, long edition) {
        this.place = place;
        this.today = today;
        this.edition = edition;
        this.world = almanac.norms().rhythm();
        long oldest = today - CellCounts.DAYS + 1;
        sources.forEach((source, log) -> {
            long since = almanac.presentFrom(source);
            double usual = usual(log, almanac.known(), oldest);
            if (usual >= FEWEST || since > oldest) {
                voices.add(new Voice(source, log, since, usual));
            }
        });
    }

    boolean holds(long asOfDay, long asOfEdition) {
        return today == asOfDay && edition == asOfEdition;
    }

    /** In the mean of the known days on which it brings anything. */
    private double usual(SourceLog log, KnownDays known, long oldest) {
        double stories = 0;
        double exposure = 0;
        for (long day = oldest; day < today - Baseline.GUARD; day++) {
            if (known.includes(day) && log.spoke(day)) {
                stories += log.elsewhere(place, day);
                exposure += world.weekday(day);
            }
        }
        return exposure == 0 ? 0 : stories / exposure;
    }

    /** Sources that were not there or far off their usual volume on a day: what they brought beside what was to be expected. */
    SortedMap<String, Double> off(long day, long nowHour) {
        if (voices.isEmpty()) {
            return Collections.emptySortedMap();
        }
        if (day < today) {
            return past.computeIfAbsent(day, d -> off(d, 1.0));
        }
        return off(day, world.passed(nowHour));
    }

    private SortedMap<String, Double> off(long day, double passed) {
        SortedMap<String, Double> off = new TreeMap<>();
        double share = world.weekday(day) * passed;
        for (Voice voice : voices) {
            double activity = day < voice.since ? 0 : activity(voice, day, voice.usual * share);
            if (activity != 1) {
                off.put(voice.source, activity);
            }
        }
        return off;
    }

    private double activity(Voice voice, long day, double expected) {
        if (expected < FEWEST) {
            return 1;
        }
        int brought = voice.log.elsewhere(place, day);
        return Math.abs(brought - expected) < NOTICEABLE * Math.sqrt(expected) + 1 ? 1 : brought / expected;
    }
}
