package io.tocsin.stream.signal;

import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Horizon;
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
    /** Stories that counted, by the day. */
    final DayCounts days = new DayCounts();
    /** Who brought them. */
    final SourceMix mix = new SourceMix();
    /** What sources on probation brought. */
    final Shadow shadow = new Shadow();
    /** At which hours of the day stories come; learned for all news of a place alone. */
    final HourProfile profile = new HourProfile();
    /** The last hour in which an owner brought a story. */
    final SortedMap<String, Long> ownerLastHour = new TreeMap<>();

    final Deque<KeptEvidence> evidence = new ArrayDeque<>();
    final Deque<String> stories = new ArrayDeque<>();
    final ConflictPoints conflict = new ConflictPoints();
    /** All stories on the cell's subject, as of the cell's last story; null when nobody said. */
    @Nullable
    Coverage coverage;

    /** Which dictionaries tagged what it counted last. */
    Almanac.Lexicon lexicon = Almanac.Lexicon.NONE;

    /** The hour as of which the cell last forgot what lies too far back; 0 before the first time. */
    long expiredHour;

    KnownDays knownDays = KnownDays.NONE;

    /** Bytes that it took when it was written last; about so many will it take again. */
    int encodedSize = 1024;

    /** Counts an article whose source has always been there. */
    public boolean count(Contribution article) {
        return count(article, SourceStanding.SETTLED);
    }

    /**
     * Counts one article of the cell.
     *
     * @return whether it is a story here
     */
    boolean count(Contribution article, SourceStanding standing) {
        long hour = hourOf(article);
        String source = article.evidence().source();
        knownDays = knownDays.including(article.knownDays());
        if (lexicon.version().isEmpty()) {
            lexicon = new Almanac.Lexicon(article.lexicon(), 0);
        }
        if (standing == SourceStanding.ON_PROBATION) {
            if (!article.copy()) {
                shadow.add(source, dayOf(hour), article.storyId());
            }
            return false;
        }
        Hour at = hour(hour);
        at.articles++;
        if (article.copy() && !shadow.tell(article.storyId())) {
            at.copies++;
            return false;
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
        days.add(dayOf(hour), 1);
        mix.add(source, dayOf(hour), 1);
        ownerLastHour.merge(article.owner(), hour, Math::max);
        addNewest(stories, article.storyId(), STORIES);
        addNewest(evidence, new KeptEvidence(article.evidence()), EVIDENCE);
        return true;
    }

    /** Takes out what a former version of an article counted for; what is forgotten already is not looked for. */
    void takeOut(Contribution article, Taken taken, String topic) {
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
        if (days.on(dayOf(hour)) > 0) {
            days.add(dayOf(hour), -1);
            mix.takeOut(article.evidence().source(), dayOf(hour));
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

    /** The probation of a source is over: what it brought belongs to what is usual. Answers what that is. */
    DayCounts settle(String source) {
        DayCounts brought = shadow.leave(source);
        days.add(brought);
        for (long day = brought.newest() - DAYS + 1; day <= brought.newest(); day++) {
            if (brought.on(day) > 0) {
                mix.add(source, day, brought.on(day));
            }
        }
        return brought;
    }

    /** The hour in which an article counts. */
    static long hourOf(Contribution article) {
        return Math.floorDiv(article.countedAt().getEpochSecond(), 3600);
    }

    static long dayOf(long hour) {
        return Math.floorDiv(hour, (long) HourProfile.HOURS);
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
            shadow.forget(dayOf(nowHour) - DAYS);
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
        return days.on(day);
    }

    /** Learns at which hours of the day stories come. */
    void learnHours(long nowHour) {
        profile.learn(hours, dayOf(nowHour));
    }

    /** Whether there is nothing left that a baseline could look at. */
    boolean isSpent(long today) {
        return days.newest() <= today - DAYS && shadow.isEmpty();
    }

    /** Stories that counted in the hours {@code (nowHour - length, nowHour]}. */
    int stories(long nowHour, int length) {
        int sum = 0;
        for (Iterator<Hour> newestFirst = hours.descendingIterator(); newestFirst.hasNext(); ) {
            Hour hour = newestFirst.next();
            if (hour.hour <= nowHour - length) {
                break;
            }
            sum += hour.hour <= nowHour ? hour.stories : 0;
        }
        return sum;
    }

    /** What a signal of that hour counts: stories of each length of time that it looks at, and owners of each horizon. */
    List<Integer> tally(long nowHour) {
        List<Integer> tally = new ArrayList<>();
        for (int hoursBack : SignalMaker.PARTS_OF_A_DAY) {
            tally.add(stories(nowHour, hoursBack));
        }
        tally.add(stories(nowHour, HOURS - 1));
        for (Horizon horizon : Horizon.values()) {
            long after = nowHour - horizon.length().toHours();
            int owners = 0;
            for (long last : ownerLastHour.values()) {
                owners += last > after && last <= nowHour ? 1 : 0;
            }
            tally.add(owners);
        }
        return tally;
    }

    List<EvidenceArticle> newestEvidence() {
        return evidence.stream().map(KeptEvidence::article).toList();
    }

    List<String> newestStories() {
        return new ArrayList<>(stories);
    }
}
