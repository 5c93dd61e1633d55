package io.tocsin.alerts.rule;

import io.tocsin.alerts.rule.Threshold.Absence;
import io.tocsin.alerts.rule.Threshold.Count;
import io.tocsin.alerts.rule.Threshold.First;
import io.tocsin.alerts.rule.Threshold.Index;
import io.tocsin.alerts.rule.Threshold.Share;
import io.tocsin.alerts.rule.Threshold.Surge;
import java.util.List;

/** Whether one level is harder to reach than another one of the same rule. */
final class Hardness {
    private Hardness() {}

    /** Whether no condition of the graver level is easier than the milder one's, and one is harder. */
    static boolean isHarder(Threshold graver, Threshold milder) {
        List<Threshold> hard = graver.parts();
        List<Threshold> mild = milder.parts();
        boolean harder = false;
        for (int i = 0; i < hard.size(); i++) {
            double more = more(hard.get(i), mild.get(i));
            if (more < 0) {
                return false;
            }
            harder |= more > 0;
        }
        return harder;
    }

    /** Above 0 when the first is harder than the second of the same kind, 0 when they ask for the same. */
    private static double more(Threshold graver, Threshold milder) {
        if (graver instanceof Surge a && milder instanceof Surge b) {
            int stories = a.atLeast() - b.atLeast();
            return stories < 0 ? stories : Math.signum(b.pBelow() - a.pBelow());
        }
        if (graver instanceof Absence a && milder instanceof Absence b) {
            return b.pBelow() - a.pBelow();
        }
        return amount(graver) - amount(milder);
    }

    private static double amount(Threshold threshold) {
        if (threshold instanceof Count count) {
            return count.atLeast();
        }
        if (threshold instanceof Share share) {
            return share.atLeast();
        }
        if (threshold instanceof Index index) {
            return index.atLeast();
        }
        return threshold instanceof First first ? first.days() : 0;
    }
}
