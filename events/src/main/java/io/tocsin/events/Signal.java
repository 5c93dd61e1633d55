package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How surprising the news of one cell is, mostly of one country on one topic. Topic {@code signals.v1}, key: {@code
 * country|topic}.
 *
 * @param country ISO 3166-1 alpha-2 or {@code XK}, or a wider place, see {@link CellName}
 * @param topic IPTC Media Topic qcode, or another subject, see {@link CellName}
 * @param at the end of all horizons: the moment that was tested
 * @param arrivedAt when the article that moved it was first seen; null when only time has passed
 * @param windows one for each horizon, shortest first
 * @param evidence the newest articles of the longest horizon that are no copies, newest first; at most 5
 * @param stories ids of the newest stories of the longest horizon, newest first; at most 20
 * @param corrections what has turned out otherwise since the signal before; empty on records from before there were any
 */
public record Signal(
        String country,
        String topic,
        Instant at,
        @Nullable Instant arrivedAt,
        List<Window> windows,
        List<EvidenceArticle> evidence,
        List<String> stories,
        String lexicon,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Correction> corrections) {

    public Signal {
        windows = List.copyOf(windows);
        evidence = List.copyOf(evidence);
        stories = List.copyOf(stories);
        corrections = List.copyOf(corrections);
    }

    /** A signal that corrects nothing. */
    public Signal(
            String country,
            String topic,
            Instant at,
            @Nullable Instant arrivedAt,
            List<Window> windows,
            List<EvidenceArticle> evidence,
            List<String> stories,
            String lexicon) {
        this(country, topic, at, arrivedAt, windows, evidence, stories, lexicon, List.of());
    }

    /** The same with corrections. */
    public Signal correcting(List<Correction> found) {
        return new Signal(country, topic, at, arrivedAt, windows, evidence, stories, lexicon, found);
    }

    /** The key of a cell on the topic. */
    public static String key(String country, String topic) {
        return country + '|' + topic;
    }

    /** The signal's key on the topic. */
    public String key() {
        return key(country, topic);
    }

    /** The window of a horizon. */
    public Window window(Horizon horizon) {
        for (Window window : windows) {
            if (window.horizon() == horizon) {
                return window;
            }
        }
        throw new IllegalArgumentException("signal " + key(country, topic) + " has no window of " + horizon);
    }

    /**
     * What one horizon holds, and how surprising that is.
     *
     * @param horizon how far it looks back
     * @param stories independent stories first seen within the horizon
     * @param articles all articles, copies included
     * @param copies those that repeat another's text
     * @param owners independent publisher families
     * @param threatStories stories whose first article chiefly threatens
     * @param actStories stories whose first article chiefly reports an act of conflict
     * @param escalation sum of the stories' escalation scores, -10 to +10 each
     * @param expected stories expected by the baseline; null when it is too short, or when too many of the usual sources
     *     are silent to say anything
     * @param bound smallest number of stories that would be significant at {@code alpha} .001, spread over all of the
     *     horizon; null likewise
     * @param pValue probability of so many stories or more on an ordinary day, of the basis' part if it has one; null
     *     likewise
     * @param baselineDays known days in the baseline, of 28
     * @param quietDays known days since the cell's last story before this horizon, at most 30
     * @param basis what expected, bound and p-value are computed from; null likewise, and on records of the first version
     * @param context what shares and the escalation index are made of; null on records of earlier versions
     */
    public record Window(
            Horizon horizon,
            int stories,
            int articles,
            int copies,
            int owners,
            int threatStories,
            int actStories,
            double escalation,
            @Nullable Double expected,
            @Nullable Integer bound,
            @Nullable Double pValue,
            int baselineDays,
            int quietDays,
            @Nullable Basis basis,
            @Nullable Context context) {

        /** A window of which only the stories are known. */
        public Window(
                Horizon horizon,
                int stories,
                int articles,
                int copies,
                int owners,
                int threatStories,
                int actStories,
                double escalation,
                @Nullable Double expected,
                @Nullable Integer bound,
                @Nullable Double pValue,
                int baselineDays,
                int quietDays,
                @Nullable Basis basis) {
            this(
                    horizon,
                    stories,
                    articles,
                    copies,
                    owners,
                    threatStories,
                    actStories,
                    escalation,
                    expected,
                    bound,
                    pValue,
                    baselineDays,
                    quietDays,
                    basis,
                    null);
        }
    }

    /**
     * What a cell's stories are compared with, in one horizon.
     *
     * @param countryStories stories about the cell's place on whatever subject; null when they are not counted
     * @param topicStories stories on the cell's subject about whatever place, as of the cell's last story; null likewise
     * @param conflict sum of the positive escalation scores of the cell's stories
     * @param usualConflict the same of the baseline's known days together; null when the baseline is too short
     * @param index escalation, 100 is the cell's own normal, see {@link EscalationIndex}; null likewise
     * @param pFewer probability of so few stories or fewer on an ordinary day; null likewise
     */
    public record Context(
            @Nullable Integer countryStories,
            @Nullable Integer topicStories,
            double conflict,
            @Nullable Double usualConflict,
            @Nullable Double index,
            @Nullable Double pFewer) {}
}
