package io.tocsin.stream.story;

import io.tocsin.stream.story.Fingerprint.Overlap;
import io.tocsin.stream.story.StoryIndex.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the article whose text another one repeats. Not safe for use by several threads. */
final class CopyFinder {
    /** A text is a copy when so much of it stands in an earlier one. */
    static final double COPY = 0.35;

    /** A text that holds so much of an earlier, shorter one is a copy if it does not add as much again. */
    static final double HOLDS = 0.6;

    private static final double ADDS = 0.25;

    private static final int KEYS = 32;
    private static final int MAX_POSTINGS = 64;

    private final Map<Integer, Deque<Member>> postings = new HashMap<>();

    /** The original of a text, if there is one. */
    Optional<Placement> original(Fingerprint fingerprint, ArticleFacts facts) {
        if (!fingerprint.isComparable()) {
            return Optional.empty();
        }
        Member best = null;
        Overlap bestOverlap = Overlap.NONE;
        for (Member candidate : candidates(fingerprint)) {
            Overlap overlap = fingerprint.overlap(candidate.fingerprint());
            if (isCopy(overlap)
                    && !Likeness.isOtherNews(facts, candidate.facts())
                    && (best == null || isBetter(overlap, candidate, bestOverlap, best))) {
                best = candidate;
                bestOverlap = overlap;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Placement.CopyOf(best.storyId(), best.articleId(), bestOverlap.ofShorter()));
    }

    private static boolean isCopy(Overlap overlap) {
        return overlap.ofThis() >= COPY || (overlap.ofShorter() >= HOLDS && overlap.ofThis() >= ADDS);
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

    void add(Member member) {
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

    void remove(Member gone) {
        for (int key : gone.fingerprint().keys(KEYS)) {
            Deque<Member> posted = postings.get(key);
            if (posted != null && posted.remove(gone) && posted.isEmpty()) {
                postings.remove(key);
            }
        }
    }
}
