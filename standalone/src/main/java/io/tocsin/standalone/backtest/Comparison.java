package io.tocsin.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What rules would have done, beside what others did with the same articles.
 *
 * @param kind always {@value #KIND}: it tells it from alerts and decisions in a file of all
 * @param given sums of the rules that are tried
 * @param against sums of the others
 * @param same rings of both, as the tried rules rang them
 * @param fresh rings of the tried rules alone
 * @param gone rings of the others alone
 */
public record Comparison(
        String kind,
        Tally.Sums given,
        Tally.Sums against,
        List<Ring> same,
        @JsonProperty("new") List<Ring> fresh,
        List<Ring> gone) {

    /** The value of {@link #kind}. */
    public static final String KIND = "comparison";

    public Comparison {
        same = List.copyOf(same);
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
    }

    /**
     * Compares. Each ring has at most one like it on the other side: of the same rule rather than of another, and then
     * the one that opened nearest to it.
     */
    public static Comparison of(Tally given, Tally against) {
        List<Ring> left = new ArrayList<>(against.rings());
        List<Ring> same = new ArrayList<>();
        List<Ring> fresh = new ArrayList<>();
        for (Ring ring : given.rings()) {
            Optional<Ring> like = left.stream()
                    .filter(ring::isLike)
                    .min(Comparator.comparing((Ring other) -> !other.rule().equals(ring.rule()))
                            .thenComparing(ring::apart)
                            .thenComparing(Ring::alert));
            if (like.isPresent()) {
                left.remove(like.get());
                same.add(ring);
            } else {
                fresh.add(ring);
            }
        }
        return new Comparison(KIND, given.sums(), against.sums(), same, fresh, left);
    }
}
