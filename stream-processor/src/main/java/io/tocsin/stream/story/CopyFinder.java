package io.tocsin.stream.story;

import io.tocsin.stream.story.Fingerprint.Overlap;
import io.tocsin.stream.story.StoryIndex.Member;
import io.tocsin.stream.story.StoryIndex.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the article whose text another one repeats. Not safe for use by several threads. */
final class CopyFinder {
    /** A text is a copy when so much of it stands in an earlier one. */
    static final double COPY = 0.35;

    /** A text that holds so much of an earlier, shorter one is a copy if it does not add as much again. */
    static final double HOLDS = 0.6;

    private static final double ADDS = 0.25;

    private static final int KEYS = 32;

    private final IntTable<Posting> postings = new IntTable<>();
    private final Arrivals<Member> articles = new Arrivals<>();

    /** The original of a text, if there is one; not the article itself. */
    Optional<Placement> original(Fingerprint fingerprint, ArticleFacts facts, String articleId) {
        if (!fingerprint.isComparable()) {
            return Optional.empty();
        }
        Member best = null;
        Overlap bestOverlap = Overlap.NONE;
        for (Member candidate : candidates(fingerprint)) {
            Overlap overlap = fingerprint.overlap(candidate.fingerprint());
            if (isCopy(overlap)
                    && !candidate.articleId().equals(articleId)
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
        for (int key : keys) {
            Posting posting = postings.get(key);
            if (posting != null) {
                articles.vote(posting, 1);
            }
        }
        int needed = keys.length < KEYS ? 1 : 2;
        List<Member> candidates = new ArrayList<>();
        articles.count(article -> {
            Member candidate = articles.at(article);
            if (articles.votes(article) >= needed && isFound(candidate)) {
                candidates.add(candidate);
            }
        });
        return candidates;
    }

    private static boolean isFound(Member member) {
        return member.part() != Part.TAKEN_BACK && member.fingerprint().isComparable();
    }

    void add(Member member) {
        if (isFound(member)) {
            post(member, articles.next());
            articles.add(member);
        }
    }

    private void post(Member member, int number) {
        for (int key : member.fingerprint().keys(KEYS)) {
            Posting posting = postings.get(key);
            if (posting == null) {
                posting = new Posting();
                postings.put(key, posting);
            }
            posting.add(number);
        }
    }

    private void unpost(Member member) {
        for (int key : member.fingerprint().keys(KEYS)) {
            Posting posting = postings.get(key);
            if (posting != null && posting.removed()) {
                postings.remove(key);
            }
        }
    }

    /** Puts a later version in a member's place. One whose former version could not be found is not found either. */
    void replace(Member former, Member now) {
        int number = articles.find(member -> member.articleId().equals(former.articleId()));
        if (number < 0) {
            return;
        }
        if (isFound(former)) {
            unpost(former);
        }
        if (isFound(now)) {
            post(now, number);
        }
        articles.replace(number, now);
    }

    /** Members go in the order in which they came. */
    void remove(Member gone) {
        Member oldest = articles.oldest();
        if (oldest == null || !oldest.articleId().equals(gone.articleId())) {
            return;
        }
        articles.removeOldest();
        if (isFound(gone)) {
            unpost(gone);
        }
    }
}
