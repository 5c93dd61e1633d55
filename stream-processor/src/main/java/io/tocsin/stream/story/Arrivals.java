package io.tocsin.stream.story;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Articles numbered in the order of their arrival, the oldest of which go first, and a ballot among them: each vote is
 * one array access. Not safe for use by several threads.
 *
 * @param <A> what is kept of an article
 */
final class Arrivals<A> {
    /** By number modulo the length. */
    private @Nullable Object[] articles = new Object[1024];

    private double[] votes = new double[1024];
    /** Numbers of the articles that have votes. */
    private int[] voted = new int[1024];

    private int votedSize;
    private int first;
    private int next;

    /** The number that the next article will have. */
    int next() {
        return next;
    }

    /** Takes an article in, under the number {@link #next}. */
    void add(A article) {
        if (next - first == articles.length) {
            grow();
        }
        articles[slot(next)] = article;
        next++;
    }

    private void grow() {
        @Nullable Object[] before = articles;
        articles = Arrays.copyOf(new Object[0], before.length * 2);
        votes = new double[before.length * 2];
        for (int number = first; number < next; number++) {
            articles[slot(number)] = before[number & (before.length - 1)];
        }
    }

    private int slot(int number) {
        return number & (articles.length - 1);
    }

    @SuppressWarnings("unchecked")
    A at(int number) {
        return (A) Objects.requireNonNull(articles[slot(number)]);
    }

    /** The number of the first article that is wanted, or -1 when none is. Looks at each of them. */
    int find(Predicate<A> wanted) {
        for (int number = first; number < next; number++) {
            if (wanted.test(at(number))) {
                return number;
            }
        }
        return -1;
    }

    /** Puts an article in the place of the one that has that number. */
    void replace(int number, A article) {
        articles[slot(number)] = article;
    }

    /** The oldest article that is here, if any is. */
    @Nullable
    A oldest() {
        return first == next ? null : at(first);
    }

    /** Lets the oldest article go. */
    void removeOldest() {
        articles[slot(first)] = null;
        first++;
    }

    /** Counts a vote for the articles of a posting that are still here. */
    void vote(Posting posting, double weight) {
        for (int i = 0; i < posting.named(); i++) {
            int number = posting.latest(i);
            if (number >= first) {
                int slot = slot(number);
                if (votes[slot] == 0) {
                    if (votedSize == voted.length) {
                        voted = Arrays.copyOf(voted, votedSize * 2);
                    }
                    voted[votedSize++] = number;
                }
                votes[slot] += weight;
            }
        }
    }

    double votes(int number) {
        return votes[slot(number)];
    }

    /** Tells the number of each article that has votes, in the order of their first ones, and ends the ballot. */
    void count(IntConsumer article) {
        for (int i = 0; i < votedSize; i++) {
            article.accept(voted[i]);
            votes[slot(voted[i])] = 0;
        }
        votedSize = 0;
    }
}
