package io.tocsin.stream.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the last days, by what they say. An article that repeats another's text is a copy of it; one that
 * reports the same event is of the same story. Bounded: what is older than {@link #KEPT} is forgotten. Deterministic.
 * Not safe for use by several threads.
 */
public final class StoryIndex {
    /** How long an article is remembered after it came. */
    public static final Duration KEPT = Duration.ofDays(3);

    /**
     * An article that is remembered, in its latest version.
     *
     * @param part what it is in its story
     */
    public record Member(StoryCandidate article, String storyId, Part part) {
        String articleId() {
            return article.id();
        }

        Instant arrivedAt() {
            return article.arrivedAt();
        }

        Fingerprint fingerprint() {
            return article.fingerprint();
        }

        ArticleFacts facts() {
            return article.facts();
        }
    }

    /** What an article is in its story. Only append: the position is stored. */
    public enum Part {
        /** A report of its own. */
        REPORT,
        /** It repeats another's text. */
        COPY,
        /** Its source has taken it back: it is in the story no more, and nothing joins because of it. */
        TAKEN_BACK
    }

    private final Map<String, Member> members = new HashMap<>();
    private final CopyFinder copies = new CopyFinder();
    private final ReportFinder reports = new ReportFinder();
    private final Deque<String> byArrival = new ArrayDeque<>();

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
        Optional<Placement> copy = copies.original(fingerprint, facts, articleId);
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
        byArrival.addLast(member.articleId());
        copies.add(member);
        reports.add(member);
    }

    /** What is remembered of an article; null when it is not. */
    @Nullable
    Member member(String articleId) {
        return members.get(articleId);
    }

    /** All articles that are remembered, in no order. */
    Collection<Member> members() {
        return members.values();
    }

    /** Whether a version of a remembered article repeats the text of another article. */
    boolean repeatsAnother(StoryCandidate article) {
        return copies.original(article.fingerprint(), article.facts(), article.id())
                .isPresent();
    }

    /** Remembers a later version of an article in the place of the former one. */
    void replace(Member now) {
        Member former = members.put(now.articleId(), now);
        if (former == null) {
            throw new IllegalArgumentException("article " + now.articleId() + " is not remembered");
        }
        copies.replace(former, now);
        reports.replace(former, now);
    }

    /** Forgets the articles that came more than {@link #KEPT} before now, and says which. */
    public List<Member> expire(Instant now) {
        List<Member> forgotten = new ArrayList<>();
        Instant oldest = now.minus(KEPT);
        Member next = oldest();
        while (next != null && next.arrivedAt().isBefore(oldest)) {
            byArrival.removeFirst();
            members.remove(next.articleId());
            copies.remove(next);
            reports.remove(next);
            forgotten.add(next);
            next = oldest();
        }
        return forgotten;
    }

    private @Nullable Member oldest() {
        String id = byArrival.peekFirst();
        return id == null ? null : members.get(id);
    }
}
