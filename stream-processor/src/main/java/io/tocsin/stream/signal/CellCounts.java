package io.tocsin.stream.signal;

import io.tocsin.events.EvidenceArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one cell has seen: by the hour for {@value #HOURS} hours, by the day for {@value #DAYS} days, and the newest
 * evidence. Hours and days count from the Unix epoch, UTC. Bounded; mutable; not safe for use by several threads.
 */
public final class CellCounts {
    /** Hours that are kept: seven days and the current hour. */
    static final int HOURS = 7 * 24 + 1;

    /** Days that are kept: a week, the guard, and a baseline before them. */
    static final int DAYS = 7 + Baseline.GUARD + Baseline.DAYS + 3;

    /** An article that counts before this much ago is too late. */
    public static final Duration KEPT = Duration.ofDays(DAYS - 1);

    private static final int EVIDENCE = 5;
    private static final int STORIES = 20;

    /** What an hour saw. */
    static final class Hour {
        final long hour;
        int stories;
        int articles;
        int copies;
        int threats;
        int acts;
        double escalation;

        Hour(long hour) {
            this.hour = hour;
        }
    }

    /** Non-empty hours, ascending. */
    final Deque<Hour> hours = new ArrayDeque<>();
    /** Stories by day: that of day d stands at {@code d mod DAYS}, if d is among the {@value #DAYS} up to the newest. */
    final int[] storiesByDay = new int[DAYS];
    /** The latest day that had a story; 0 before the first. */
    long newestDay;
    /** The last hour in which an owner brought a story. */
    final SortedMap<String, Long> ownerLastHour = new TreeMap<>();

    final Deque<KeptEvidence> evidence = new ArrayDeque<>();
    final Deque<String> stories = new ArrayDeque<>();
    final ConflictPoints conflict = new ConflictPoints();
    /** All stories on the cell's subject, as of the cell's last story; null when nobody said. */
    @Nullable
    Coverage coverage;

    String lexicon = "";
    /** The hour as of which the cell last forgot what lies too far back; 0 before the first time. */
    long expiredHour;

    KnownDays knownDays = KnownDays.NONE;

    /** Counts one article of the cell. */
    public void count(Contribution article) {
        long hour = Math.floorDiv(article.countedAt().getEpochSecond(), 3600);
        Hour at = hour(hour);
        at.articles++;
        lexicon = article.lexicon();
        knownDays = knownDays.including(article.knownDays());
        if (article.copy()) {
            at.copies++;
            return;
        }
        at.stories++;
        at.escalation += article.escalation();
        conflict.count(hour, article.escalation());
        if (article.threat()) {
            at.threats++;
        }
        if (article.act()) {
            at.acts++;
        }
        countDay(Math.floorDiv(hour, 24));
        ownerLastHour.merge(article.owner(), hour, Math::max);
        addNewest(stories, article.storyId(), STORIES);
        addNewest(evidence, new KeptEvidence(article.evidence()), EVIDENCE);
    }

    /** Takes out what a former version of an article counted for; what is forgotten already is not looked for. */
    public void takeOut(Contribution article, Taken taken, String topic) {
        long hour = Math.floorDiv(taken.countedAt().getEpochSecond(), 3600);
        for (Hour at : hours) {
            if (at.hour == hour) {
                takeOut(at, taken);
            }
        }
        evidence.removeIf(
                kept -> kept.article().articleId().equals(article.evidence().articleId()));
        if (taken.copy()) {
            return;
        }
        conflict.takeOut(hour, taken.escalation());
        long day = Math.floorDiv(hour, 24);
        if (storiesOn(day) > 0) {
            storiesByDay[slot(day)]--;
        }
        stories.removeFirstOccurrence(article.storyId());
        Long last = ownerLastHour.get(taken.owner());
        if (last != null && last == hour) {
            Instant also = taken.voiceAlso().get(topic);
            if (also == null) {
                ownerLastHour.remove(taken.owner());
            } else {
                ownerLastHour.put(taken.owner(), Math.floorDiv(also.getEpochSecond(), 3600));
            }
        }
    }

    private static void takeOut(Hour at, Taken taken) {
        at.articles = Math.max(0, at.articles - 1);
        if (taken.copy()) {
            at.copies = Math.max(0, at.copies - 1);
        } else if (at.stories > 0) {
            at.stories--;
            at.escalation -= taken.escalation();
            at.threats = Math.max(0, at.threats - (taken.threat() ? 1 : 0));
            at.acts = Math.max(0, at.acts - (taken.act() ? 1 : 0));
        }
    }

    private void countDay(long day) {
        if (day > newestDay) {
            for (long next = Math.max(newestDay + 1, day - DAYS + 1); next <= day; next++) {
                storiesByDay[slot(next)] = 0;
            }
            newestDay = day;
        }
        if (day > newestDay - DAYS) {
            storiesByDay[slot(day)]++;
        }
    }

    static int slot(long day) {
        return (int) Math.floorMod(day, (long) DAYS);
    }

    private static <T> void addNewest(Deque<T> newest, T item, int most) {
        newest.addFirst(item);
        if (newest.size() > most) {
            newest.removeLast();
        }
    }

    /** The hour's counts, in their place; late articles come for hours that are past. */
    private Hour hour(long hour) {
        Hour last = hours.peekLast();
        if (last == null || last.hour < hour) {
            Hour added = new Hour(hour);
            hours.addLast(added);
            return added;
        }
        Deque<Hour> later = new ArrayDeque<>();
        Hour at = null;
        while (at == null) {
            Hour next = hours.peekLast();
            if (next == null || next.hour < hour) {
                at = new Hour(hour);
                hours.addLast(at);
            } else if (next.hour == hour) {
                at = next;
            } else {
                later.addFirst(hours.removeLast());
            }
        }
        hours.addAll(later);
        return at;
    }

    /** Forgets what lies too far before now. */
    public void expire(Instant now) {
        long nowHour = Math.floorDiv(now.getEpochSecond(), 3600);
        for (Hour first = hours.peekFirst();
                first != null && first.hour <= nowHour - HOURS;
                first = hours.peekFirst()) {
            hours.removeFirst();
        }
        conflict.expire(nowHour);
        if (nowHour != expiredHour) {
            expiredHour = nowHour;
            ownerLastHour.values().removeIf(hour -> hour <= nowHour - HOURS);
        }
    }

    /** All stories on the cell's subject, about whatever place. */
    public void cover(Coverage all) {
        coverage = all;
    }

    /** Whether a story was counted in the hours {@code (nowHour - length, nowHour]}, of those that are kept. */
    boolean hasStory(long nowHour, int length) {
        for (Hour hour : hours) {
            if (hour.hour > nowHour - length && hour.hour <= nowHour && hour.stories > 0) {
                return true;
            }
        }
        return false;
    }

    /** The hour in which the cell last counted, by the processing clock; 0 before the first. */
    public long lastHour() {
        return expiredHour;
    }

    /** On which days any news came, as far as this cell was told. */
    public KnownDays knownDays() {
        return knownDays;
    }

    /**
     * Sums over the hours {@code (nowHour - length, nowHour]}.
     *
     * @param length hours, 1 to {@value #HOURS}
     */
    Sums sums(long nowHour, int length) {
        Sums sums = new Sums();
        for (Iterator<Hour> newestFirst = hours.descendingIterator(); newestFirst.hasNext(); ) {
            Hour hour = newestFirst.next();
            if (hour.hour <= nowHour - length) {
                break;
            }
            if (hour.hour <= nowHour) {
                sums.stories += hour.stories;
                sums.articles += hour.articles;
                sums.copies += hour.copies;
                sums.threats += hour.threats;
                sums.acts += hour.acts;
                sums.escalation += hour.escalation;
            }
        }
        for (long last : ownerLastHour.values()) {
            if (last > nowHour - length && last <= nowHour) {
                sums.owners++;
            }
        }
        return sums;
    }

    static final class Sums {
        int stories;
        int articles;
        int copies;
        int owners;
        int threats;
        int acts;
        double escalation;
    }

    int storiesOn(long day) {
        return day > newestDay || day <= newestDay - DAYS ? 0 : storiesByDay[slot(day)];
    }

    List<EvidenceArticle> newestEvidence() {
        return evidence.stream().map(KeptEvidence::article).toList();
    }

    List<String> newestStories() {
        return new ArrayList<>(stories);
    }
}
