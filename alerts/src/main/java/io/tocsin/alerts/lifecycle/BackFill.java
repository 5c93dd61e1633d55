package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * News that is none. A signal that is old itself is the rule's to stop; here it is the evidence: old articles that come
 * now, such as an archive that somebody puts into the watched folder, count now when their dates are too old to be
 * believed, and still page nobody.
 */
final class BackFill {
    private static final double MINUTES_AN_HOUR = 60;

    private BackFill() {}

    /** The gate, when all evidence says that it was published longer ago than the rule looks back; needed and was are hours. */
    static Optional<Allowance.Stop> stop(AlertRule rule, Signal signal, Instant now) {
        Optional<Instant> newest = newest(signal);
        Duration limit = RuleEvaluator.NEWS_FOR_AT_LEAST;
        if (rule.horizon().length().compareTo(limit) > 0) {
            limit = rule.horizon().length();
        }
        if (newest.isEmpty() || !newest.get().isBefore(now.minus(limit))) {
            return Optional.empty();
        }
        return Optional.of(new Allowance.Stop(Gate.BACKFILL, hours(limit), hours(Duration.between(newest.get(), now))));
    }

    /** When the newest article was published; empty when one of them does not say, or there is none. */
    private static Optional<Instant> newest(Signal signal) {
        boolean allSay = signal.evidence().stream().allMatch(article -> article.publishedAt() != null);
        return allSay
                ? signal.evidence().stream()
                        .map(EvidenceArticle::publishedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                : Optional.empty();
    }

    private static double hours(Duration duration) {
        return duration.toMinutes() / MINUTES_AN_HOUR;
    }
}
