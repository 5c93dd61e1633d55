package io.tocsin.alerts.life;

import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Delivery;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day was like.
 *
 * @param from the beginning of it
 * @param to its end, not part of it
 * @param articles that ingest published, all versions
 * @param rejected what could not be read, by reason
 * @param alerts that opened
 * @param undelivered deliveries that were given up
 */
public record LifeSigns(
        Instant from,
        Instant to,
        Sources sources,
        long articles,
        SortedMap<String, Integer> rejected,
        int alerts,
        int undelivered) {

    public LifeSigns {
        rejected = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }

    /**
     * How many sources are how, at the end of the day.
     *
     * @param watched all that {@code sources.v1} knows
     * @param published those that had an article in the day
     * @param undated those of whose entries none bears a possible date
     */
    public record Sources(int watched, int published, int silent, int failing, int undated) {

        /** Counts them. */
        static Sources of(Collection<SourceStatus> sources, Instant from) {
            int published = 0;
            int silent = 0;
            int failing = 0;
            int undated = 0;
            for (SourceStatus source : sources) {
                Instant last = source.lastArticleAt();
                Integer entries = source.entries();
                published += last != null && !last.isBefore(from) ? 1 : 0;
                silent += source.health() == Health.SILENT ? 1 : 0;
                failing += source.health() == Health.FAILING ? 1 : 0;
                undated += entries != null && entries > 0 && entries.equals(source.undatedEntries()) ? 1 : 0;
            }
            return new Sources(sources.size(), published, silent, failing, undated);
        }
    }

    /** Counts what a day brought. For one thread. */
    static final class Tally {
        private final Instant from;
        private final Instant to;
        private final SortedMap<String, Integer> rejected = new TreeMap<>();
        private int alerts;
        private int undelivered;

        Tally(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        void rejected(String reason) {
            rejected.merge(reason, 1, Integer::sum);
        }

        void alert(Alert alert) {
            alerts += alert.change() == Change.OPENED ? 1 : 0;
        }

        void delivery(Delivery line) {
            boolean lost = line.state() == Delivery.State.REJECTED || line.state() == Delivery.State.EXPIRED;
            undelivered += lost ? 1 : 0;
        }

        LifeSigns signs(Collection<SourceStatus> sources, long articles) {
            return new LifeSigns(from, to, Sources.of(sources, from), articles, rejected, alerts, undelivered);
        }
    }

    /** For people, on one line. */
    public String text() {
        int all = rejected.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder reasons = new StringBuilder();
        rejected.forEach((reason, count) -> reasons.append(reasons.isEmpty() ? " (" : ", ")
                .append(reason)
                .append(' ')
                .append(count));
        return "Tocsin lives. In the day to " + to.toString().substring(0, 16).replace('T', ' ') + " UTC: watched "
                + count(sources.watched(), "source") + ", " + sources.published() + " published, " + sources.silent()
                + " silent, " + sources.failing() + " failing, " + sources.undated() + " without dates; "
                + count(articles, "article") + " in, " + all + " rejected" + reasons
                + (reasons.isEmpty() ? "; " : "); ") + count(alerts, "alert") + ", "
                + count(undelivered, "delivery", "deliveries") + " given up.";
    }

    private static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
