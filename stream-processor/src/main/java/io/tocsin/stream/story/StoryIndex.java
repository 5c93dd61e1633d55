package io.tocsin.stream.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The articles of the last days, by what they say. An article that repeats another's text is a copy of it; one that
 * reports the same event is of the same story. Bounded: what is older than {@link #KEPT} is forgotten. Deterministic.
 * Not safe for use by several threads.
 */
public final class StoryIndex {
    /** How long an article is remembered after it came. */
    public static final Duration KEPT = Duration.ofDays(3);

    /**
     * An article that is remembered.
     *
     * @param copy whether it repeats another's text
     */
    public record Member(
            String articleId,
            String storyId,
            Instant arrivedAt,
            Fingerprint fingerprint,
            ArticleFacts facts,
            boolean copy) {}

    private final Map<String, Member> members = new HashMap<>();
    private final CopyFinder copies = new CopyFinder();
    private final ReportFinder reports = new ReportFinder();
    private final Deque<Member> byArrival = new ArrayDeque<>();

    /** How many articles are remembered. */
    public int size() {
        return members.size();
    }

    /** Where an article belongs. */
    public Placement place(String articleId, Instant arrivedAt, Fingerprint fingerprint, ArticleFacts facts) {
        Member same = members.get(articleId);
        if (same != null) {
            return new Placement.Repeated(same.storyId());
        }
        Optional<Placement> copy = copies.original(fingerprint, facts);
        if (copy.isPresent()) {
            return copy.get();
        }
        Optional<Placement> report = reports.story(facts, arrivedAt);
        return report.orElseGet(Placement.NewStory::new);
    }

    /** Remembers an article; members come in the order of their arrival, or nearly so. */
    public void add(Member member) {
        if (members.put(member.articleId(), member) != null) {
            return;
        }
        byArrival.addLast(member);
        copies.add(member);
        if (!member.copy()) {
            reports.add(member);
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
            copies.remove(gone);
            reports.remove(gone);
            forgotten.add(gone);
            next = byArrival.peekFirst();
        }
        return forgotten;
    }
}
