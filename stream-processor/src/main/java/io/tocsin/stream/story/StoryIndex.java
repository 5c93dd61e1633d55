package io.tocsin.stream.story;

import io.tocsin.stream.story.Fingerprint.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The articles of the last days, by what they say. Bounded: what is older than {@link #KEPT} is forgotten, and of a
 * shingle that everybody uses only the latest {@value #MAX_POSTINGS} articles are looked at. Deterministic. Not safe
 * for use by several threads.
 */
public final class StoryIndex {
    /** How long an article is remembered after it came. */
    public static final Duration KEPT = Duration.ofDays(3);

    /** A text is a copy when so much of the shorter one stands in the longer. */
    static final double COPY_OF_SHORTER = 0.6;

    /** Two texts of like length are copies when they share so much of all they say. */
    static final double COPY_OF_BOTH = 0.4;

    private static final int KEYS = 32;
    private static final int MAX_POSTINGS = 64;

    /** An article that is remembered. */
    public record Member(String articleId, String storyId, Instant arrivedAt, Fingerprint fingerprint) {}

    private final Map<String, Member> members = new HashMap<>();
    private final Map<Integer, Deque<Member>> postings = new HashMap<>();
    private final Deque<Member> byArrival = new ArrayDeque<>();

    /** How many articles are remembered. */
    public int size() {
        return members.size();
    }

    /** Where an article belongs. */
    public Placement place(String articleId, Fingerprint fingerprint) {
        Member same = members.get(articleId);
        if (same != null) {
            return new Placement.Repeated(same.storyId());
        }
        if (!fingerprint.isComparable()) {
            return new Placement.NewStory();
        }
        Member best = null;
        Overlap bestOverlap = Overlap.NONE;
        for (Member candidate : candidates(fingerprint)) {
            Overlap overlap = fingerprint.overlap(candidate.fingerprint());
            if (best == null || isBetter(overlap, candidate, bestOverlap, best)) {
                best = candidate;
                bestOverlap = overlap;
            }
        }
        return best != null && isCopy(bestOverlap)
                ? new Placement.CopyOf(best.storyId(), best.articleId(), bestOverlap.ofShorter())
                : new Placement.NewStory();
    }

    private static boolean isCopy(Overlap overlap) {
        return overlap.ofShorter() >= COPY_OF_SHORTER || overlap.ofBoth() >= COPY_OF_BOTH;
    }

    /** More in common wins, then the earlier, then the lower id: a tie is not left to chance. */
    private static boolean isBetter(Overlap overlap, Member candidate, Overlap bestOverlap, Member best) {
        int order = Double.compare(overlap.ofShorter(), bestOverlap.ofShorter());
        if (order == 0) {
            order = best.arrivedAt().compareTo(candidate.arrivedAt());
        }
        return order > 0 || (order == 0 && candidate.articleId().compareTo(best.articleId()) < 0);
    }

    /** Articles that share at least two of the article's keys, or one when it has few. */
    private List<Member> candidates(Fingerprint fingerprint) {
        int[] keys = fingerprint.keys(KEYS);
        IdentityHashMap<Member, Integer> shared = new IdentityHashMap<>();
        for (int key : keys) {
            Deque<Member> posted = postings.get(key);
            if (posted != null) {
                posted.forEach(member -> shared.merge(member, 1, Integer::sum));
            }
        }
        int needed = keys.length < KEYS ? 1 : 2;
        List<Member> candidates = new ArrayList<>();
        shared.forEach((member, count) -> {
            if (count >= needed) {
                candidates.add(member);
            }
        });
        return candidates;
    }

    /** Remembers an article; members come in the order of their arrival, or nearly so. */
    public void add(Member member) {
        if (members.put(member.articleId(), member) != null) {
            return;
        }
        byArrival.addLast(member);
        if (member.fingerprint().isComparable()) {
            for (int key : member.fingerprint().keys(KEYS)) {
                Deque<Member> posted = postings.computeIfAbsent(key, k -> new ArrayDeque<>(2));
                posted.addLast(member);
                if (posted.size() > MAX_POSTINGS) {
                    posted.removeFirst();
                }
            }
        }
    }

    /** Forgets the articles that came more than {@link #KEPT} before now, and says which. */
    public List<Member> expire(Instant now) {
        List<Member> forgotten = new ArrayList<>();
        Instant oldest = now.minus(KEPT);
        Member next = byArrival.peekFirst();
        while (next != null && next.arrivedAt().isBefore(oldest)) {
            Member gone = byArrival.removeFirst();
            members.remove(gone.articleId());
            for (int key : gone.fingerprint().keys(KEYS)) {
                Deque<Member> posted = postings.get(key);
                if (posted != null && posted.remove(gone) && posted.isEmpty()) {
                    postings.remove(key);
                }
            }
            forgotten.add(gone);
            next = byArrival.peekFirst();
        }
        return forgotten;
    }
}
