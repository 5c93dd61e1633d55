package io.tocsin.stream.story;

import io.tocsin.stream.story.ArticleFacts.Part;
import io.tocsin.stream.story.StoryIndex.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

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
    private final Arrivals<Report> articles = new Arrivals<>();
    private final Map<String, List<Report>> stories = new HashMap<>();

    /** An article, and when it came, in milliseconds since 1970, at hand for the comparisons. */
    private record Report(Member member, Weighed facts, long arrivedAt) {}

    /** The story of an article with these facts, if there is one. */
    Optional<Placement> story(ArticleFacts facts, Instant arrivedAt) {
        if (!facts.isComparable()) {
            return Optional.empty();
        }
        Member best = null;
        double bestScore = Likeness.SAME_STORY;
        Weighed weighed = new Weighed(facts, counts);
        long now = arrivedAt.toEpochMilli();
        Map<String, Double> asked = new HashMap<>();
        for (Report report : candidates(facts)) {
            double likeness = likeness(weighed, now, report);
            if (likeness <= Likeness.SAME_STORY) {
                continue;
            }
            Member candidate = report.member;
            double average = asked.computeIfAbsent(candidate.storyId(), story -> average(story, weighed, now));
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

    private double likeness(Weighed facts, long now, Report report) {
        return Likeness.of(facts, report.facts, now - report.arrivedAt, counts).score();
    }

    private double average(String story, Weighed facts, long now) {
        List<Report> reports = stories.getOrDefault(story, List.of());
        double sum = 0;
        int asked = 0;
        for (int i = 0; i < reports.size(); i++) {
            if (i < ASKED / 2 || i >= reports.size() - ASKED / 2) {
                sum += likeness(facts, now, reports.get(i));
                asked++;
            }
        }
        return asked == 0 ? 0 : sum / asked;
    }

    /** The articles that share the most telling facts; the earlier ones among equals. */
    private List<Report> candidates(ArticleFacts facts) {
        for (Part part : VOTING) {
            for (int fact : facts.of(part)) {
                vote(part, fact);
            }
        }
        PriorityQueue<Ballot> best = new PriorityQueue<>();
        articles.count(article -> {
            double votes = articles.votes(article);
            if (best.size() < COMPARED || votes >= best.element().votes) {
                best.add(new Ballot(article, votes));
                if (best.size() > COMPARED) {
                    best.remove();
                }
            }
        });
        List<Report> candidates = new ArrayList<>(best.size());
        for (Ballot ballot : best.stream().sorted(Comparator.reverseOrder()).toList()) {
            Report report = articles.at(ballot.article);
            if (isFound(report.member)) {
                candidates.add(report);
            }
        }
        return candidates;
    }

    /** An article with its votes; the least of them is that with the fewest, the latest among equals. */
    private record Ballot(int article, double votes) implements Comparable<Ballot> {
        @Override
        public int compareTo(Ballot other) {
            int order = Double.compare(votes, other.votes);
            return order != 0 ? order : Integer.compare(other.article, article);
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
        Posting posting = counts.posting(part, fact);
        if (posting == null || posting.count() > MAX_STATED) {
            return;
        }
        double weight = counts.weight(part, fact, posting);
        articles.vote(posting, weight * weight);
    }

    private static boolean isFound(Member member) {
        return member.part() == StoryIndex.Part.REPORT && member.facts().isComparable();
    }

    void add(Member member) {
        if (!isFound(member)) {
            return;
        }
        counts.add(member.facts(), articles.next());
        Report report = report(member);
        articles.add(report);
        stories.computeIfAbsent(member.storyId(), story -> new ArrayList<>(2)).add(report);
    }

    /** Puts a later version in a member's place. One whose former version could not be found is not found either. */
    void replace(Member former, Member now) {
        int number = articles.find(report -> report.member.articleId().equals(former.articleId()));
        if (number < 0) {
            return;
        }
        Report before = articles.at(number);
        if (isFound(former)) {
            forget(before);
        }
        if (isFound(now)) {
            counts.add(now.facts(), number);
        }
        Report after = report(now);
        articles.replace(number, after);
        if (isFound(now)) {
            stories.computeIfAbsent(now.storyId(), story -> new ArrayList<>(2)).add(after);
        }
    }

    private Report report(Member member) {
        return new Report(
                member, new Weighed(member.facts(), counts), member.arrivedAt().toEpochMilli());
    }

    private void forget(Report gone) {
        counts.remove(gone.member.facts());
        String story = gone.member.storyId();
        List<Report> reports = stories.get(story);
        if (reports != null && reports.remove(gone) && reports.isEmpty()) {
            stories.remove(story);
        }
    }

    /** Members go in the order in which they came. */
    void remove(Member gone) {
        Report oldest = articles.oldest();
        if (oldest == null || !oldest.member.articleId().equals(gone.articleId())) {
            return;
        }
        articles.removeOldest();
        if (isFound(gone)) {
            forget(oldest);
        }
    }
}
