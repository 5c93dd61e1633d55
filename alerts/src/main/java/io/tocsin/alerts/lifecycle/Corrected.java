package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.lifecycle.AlertState.Open;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.alerts.rule.Finding.Standing;
import io.tocsin.events.Alert;
import io.tocsin.events.Correction;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Signal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the corrections of a signal do to an open alert.
 *
 * @param found those that touch what the alert has told: its stories or its evidence; never empty
 * @param verdict whether the alert can stand
 */
record Corrected(List<Correction> found, Verdict verdict) {

    /** Whether an alert can stand after corrections. */
    enum Verdict {
        /** None of them touches it. */
        UNTOUCHED,
        /** It stands, on other evidence. */
        AMENDED,
        /** What is left would not have opened it. */
        COLLAPSED
    }

    /**
     * Reads the corrections of a signal for an alert. It has collapsed when they take reports away from it, nothing
     * crosses any more, and either fewer stories are left of those that it rests on than the rule needs, or they
     * themselves brought it below the backing or the closing level: an alert that was fading before is amended and
     * closes when its all-clear has held. A story that the signal still counts is left, though one of its reports is
     * gone.
     */
    static Corrected of(Open open, AlertRule rule, Signal signal, Finding finding) {
        Alert alert = open.alert();
        List<Correction> found = signal.corrections().stream()
                .filter(correction -> touches(alert, correction))
                .toList();
        if (found.isEmpty()) {
            return new Corrected(found, Verdict.UNTOUCHED);
        }
        Set<String> left = new HashSet<>(alert.stories());
        boolean less = false;
        for (Correction correction : found) {
            if (correction.kind().takesAway()) {
                less = true;
                if (!signal.stories().contains(correction.storyId())) {
                    left.remove(correction.storyId());
                }
            }
        }
        boolean collapsed = less
                && finding.standing() != Standing.CROSSED
                && (Math.max(left.size(), signal.window(rule.horizon()).stories())
                                < rule.need().stories()
                        || isBrought(open, finding));
        return new Corrected(found, collapsed ? Verdict.COLLAPSED : Verdict.AMENDED);
    }

    private static boolean isBrought(Open open, Finding finding) {
        boolean wasQuiet = open.left().containsKey(0);
        return !wasQuiet
                && switch (finding.standing()) {
                    case QUIET, SHORT_OF_STORIES, SHORT_OF_OWNERS -> true;
                    default -> false;
                };
    }

    private static boolean touches(Alert alert, Correction correction) {
        return alert.stories().contains(correction.storyId())
                || alert.evidence().stream().map(EvidenceArticle::articleId).anyMatch(correction.articleId()::equals);
    }
}
