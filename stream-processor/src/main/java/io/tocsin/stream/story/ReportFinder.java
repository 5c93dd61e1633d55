package io.tocsin.stream.story;

import io.tocsin.stream.story.ArticleFacts.Part;
import io.tocsin.stream.story.StoryIndex.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the story that an article reports, in words of its own. The articles that share the most telling facts with it
 * are compared one by one; the story is that of the one most like it, unless the story's other articles speak against
 * it, so that a chain of likenesses does not lead from one event to another. Not safe for use by several threads.
 */
final class ReportFinder {
    /** Articles compared in full. */
    private static final int COMPARED = 12;

    /** What more articles state says too little to look them up by. */
    private static final int MAX_STATED = 1000;

    /** Articles of a story that are asked: the first ones, which say what it is about, and the latest. */
    private static final int ASKED = 4;

    /** How much the likest article's word counts; the story's average has the rest. */
    private static final double LIKEST = 0.65;

    private final FactCounts counts = new FactCounts();
    /** By number modulo the length; the numbers are given in the order of arrival. */
    private @Nullable Numbered[] articles = new Numbered[1024];

    private double[] votes = new double[1024];
    /** Numbers of the articles that have votes. */
    private int[] touchedArticles = new int[1024];

    private int touched;
    private int first;
    private int next;
    private final Deque<Member> queue = new ArrayDeque<>();
    private final Map<String, List<Member>> stories = new HashMap<>();

    private record Numbered(int number, Member member) {}

    /** The story of an article with these facts, if there is one. */
    Optional<Placement> story(ArticleFacts facts, Instant arrivedAt) {
        if (!facts.isComparable()) {
            return Optional.empty();
        }
        Member best = null;
        double bestScore = Likeness.SAME_STORY;
        Map<String, Double> asked = new HashMap<>();
        for (Member candidate : candidates(facts)) {
            double likeness = likeness(facts, arrivedAt, candidate).score();
            if (likeness <= Likeness.SAME_STORY) {
                continue;
            }
            double average = asked.computeIfAbsent(candidate.storyId(), story -> average(story, facts, arrivedAt));
            double score = LIKEST * likeness + (1 - LIKEST) * average;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Placement.ReportOf(best.storyId(), best.articleId(), bestScore));
    }

    private Likeness likeness(ArticleFacts facts, Instant arrivedAt, Member candidate) {
        return Likeness.of(facts, candidate.facts(), Duration.between(candidate.arrivedAt(), arrivedAt), counts);
    }

    private double average(String story, ArticleFacts facts, Instant arrivedAt) {
        List<Member> reports = stories.getOrDefault(story, List.of());
        double sum = 0;
        int asked = 0;
        for (int i = 0; i < reports.size(); i++) {
            if (i < ASKED / 2 || i >= reports.size() - ASKED / 2) {
                sum += likeness(facts, arrivedAt, reports.get(i)).score();
                asked++;
            }
        }
        return asked == 0 ? 0 : sum / asked;
    }

    /** The articles that share the most telling facts; the earlier ones among equals. */
    private List<Member> candidates(ArticleFacts facts) {
        touched = 0;
        for (Part part : VOTING) {
            for (int fact : facts.of(part)) {
                vote(part, fact);
            }
        }
        PriorityQueue<Ballot> best = new PriorityQueue<>();
        for (int i = 0; i < touched; i++) {
            int slot = slot(touchedArticles[i]);
            Numbered article = articles[slot];
            if (article != null && (best.size() < COMPARED || votes[slot] >= best.element().votes)) {
                best.add(new Ballot(article, votes[slot]));
                if (best.size() > COMPARED) {
                    best.remove();
                }
            }
            votes[slot] = 0;
        }
        List<Member> candidates = new ArrayList<>(best.size());
        for (Ballot ballot : best.stream().sorted(Comparator.reverseOrder()).toList()) {
            candidates.add(ballot.article.member);
        }
        return candidates;
    }

    /** An article with its votes; the least of them is that with the fewest, the latest among equals. */
    private record Ballot(Numbered article, double votes) implements Comparable<Ballot> {
        @Override
        public int compareTo(Ballot other) {
            int order = Double.compare(votes, other.votes);
            return order != 0 ? order : Integer.compare(other.article.number, article.number);
        }
    }

    private static final Part[] VOTING = {
        Part.TOWNS,
        Part.CAPITALS,
        Part.REGIONS,
        Part.NAMES,
        Part.LOOSE_NAMES,
        Part.CONCEPTS,
        Part.NUMBERS,
        Part.TERMS,
        Part.FOCUS
    };

    private void vote(Part part, int fact) {
        FactCounts.Posting posting = counts.posting(part, fact);
        if (posting == null || posting.count > MAX_STATED) {
            return;
        }
        double weight = counts.weight(part, fact);
        double vote = weight * weight;
        for (int i = 0; i < posting.size(); i++) {
            int number = posting.latest[i];
            if (number >= first) {
                int slot = slot(number);
                if (votes[slot] == 0) {
                    if (touched == touchedArticles.length) {
                        touchedArticles = Arrays.copyOf(touchedArticles, touched * 2);
                    }
                    touchedArticles[touched++] = number;
                }
                votes[slot] += vote;
            }
        }
    }

    private int slot(int number) {
        return number & (articles.length - 1);
    }

    void add(Member member) {
        if (!member.facts().isComparable()) {
            return;
        }
        if (next - first == articles.length) {
            grow();
        }
        articles[slot(next)] = new Numbered(next, member);
        counts.add(member.facts(), next);
        next++;
        queue.addLast(member);
        stories.computeIfAbsent(member.storyId(), story -> new ArrayList<>(2)).add(member);
    }

    private void grow() {
        @Nullable Numbered[] before = articles;
        articles = new Numbered[before.length * 2];
        votes = new double[before.length * 2];
        for (Numbered article : before) {
            if (article != null) {
                articles[slot(article.number)] = article;
            }
        }
    }

    /** Members go in the order in which they came. */
    void remove(Member gone) {
        Member oldest = queue.peekFirst();
        if (oldest == null || !oldest.articleId().equals(gone.articleId())) {
            return;
        }
        queue.removeFirst();
        articles[slot(first)] = null;
        first++;
        counts.remove(gone.facts());
        List<Member> reports = stories.get(gone.storyId());
        if (reports != null && reports.remove(gone) && reports.isEmpty()) {
            stories.remove(gone.storyId());
        }
    }
}
