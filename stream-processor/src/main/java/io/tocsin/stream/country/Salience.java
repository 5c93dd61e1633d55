package io.tocsin.stream.country;

import io.tocsin.events.Evidence;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From single mentions to the countries of an article: which it is about, and how much. */
final class Salience {
    /** Spans of evidence for a country, at most. */
    private static final int MAX_EVIDENCE = 5;
    /** A sum of weights with which a country reaches a salience of one half. */
    private static final double HALF = 2.0;
    /** A second country is in focus from this share of the first one's weight. */
    private static final double SECOND = 0.4;

    private static final int MAX_FOCUS = 2;

    /** A country's mentions, heaviest first, and their weight. */
    private static final class Sum {
        final String code;
        final List<Integer> mentions = new ArrayList<>();
        double weight;

        Sum(String code) {
            this.code = code;
        }
    }

    private Salience() {}

    static List<TaggedArticle.Country> countries(Tokens tokens, CountryMentions mentions) {
        if (mentions.size() == 0) {
            return List.of();
        }
        Map<String, Sum> sums = new LinkedHashMap<>();
        double total = 0;
        for (int i = 0; i < mentions.size(); i++) {
            Sum sum = sums.computeIfAbsent(mentions.country(i), Sum::new);
            sum.mentions.add(i);
            sum.weight += mentions.weight(i);
            total += mentions.weight(i);
        }
        List<Sum> order = new ArrayList<>(sums.values());
        order.sort(Comparator.comparingDouble((Sum sum) -> -sum.weight).thenComparing(sum -> sum.code));
        double top = order.get(0).weight;
        List<TaggedArticle.Country> countries = new ArrayList<>(order.size());
        for (int rank = 0; rank < order.size(); rank++) {
            Sum sum = order.get(rank);
            boolean focus = rank == 0 || (rank < MAX_FOCUS && sum.weight >= SECOND * top);
            double share = sum.weight / total;
            double salience = Math.sqrt(share) * sum.weight / (sum.weight + HALF * (1 - share));
            countries.add(new TaggedArticle.Country(sum.code, round(salience), focus, evidence(sum, tokens, mentions)));
        }
        return countries;
    }

    private static double round(double salience) {
        return Math.max(0.01, Math.round(Math.min(1, salience) * 100) / 100.0);
    }

    private static List<Evidence> evidence(Sum sum, Tokens tokens, CountryMentions mentions) {
        sum.mentions.sort(
                Comparator.comparingDouble((Integer i) -> -mentions.weight(i)).thenComparing(i -> i));
        List<Evidence> evidence = new ArrayList<>(Math.min(MAX_EVIDENCE, sum.mentions.size()));
        for (int i = 0; i < sum.mentions.size() && i < MAX_EVIDENCE; i++) {
            int mention = sum.mentions.get(i);
            int from = mentions.from(mention);
            int to = mentions.to(mention);
            evidence.add(new Evidence(
                    tokens.words(from, to),
                    tokens.field(from),
                    tokens.start(from),
                    tokens.end(to - 1),
                    mentions.kind(mention).label()));
        }
        return evidence;
    }
}
