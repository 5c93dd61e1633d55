package io.tocsin.alerts.wording;

import io.tocsin.alerts.rule.Measures;
import io.tocsin.events.Measured;
import java.util.Locale;

/** Says what a condition looked at, and what it asked for. English. */
final class MeasureWording {
    private MeasureWording() {}

    /** The numbers of a condition, in the middle of a sentence. */
    static String numbers(Measured measured) {
        String horizon = Amounts.horizon(measured.horizon());
        Double part = measured.part();
        Double whole = measured.whole();
        return switch (measured.measure()) {
            case Measures.SHARE_OF_COUNTRY, Measures.SHARE_OF_TOPIC ->
                (part == null || whole == null
                                ? "an unknown share"
                                : Amounts.number(part) + " of " + Amounts.count(whole, "story", "stories") + ", "
                                        + percent(measured.observed()))
                        + " of all news "
                        + (measured.measure().equals(Measures.SHARE_OF_COUNTRY) ? "about the place" : "on the subject")
                        + " in " + horizon;
            case Measures.INDEX ->
                part == null || whole == null
                        ? "an unknown escalation index in " + horizon
                        : "an escalation index of " + index(measured.observed()) + " in " + horizon + ", "
                                + Amounts.count(part, "point", "points") + " of conflict where "
                                + Amounts.number(whole) + " are usual";
            case Measures.QUIET_DAYS ->
                "news in " + horizon + " after " + Amounts.count(measured.observed(), "known day", "known days")
                        + " without any";
            case Measures.SILENCE -> stories(measured) + chance(measured, "; so few have p = ");
            default -> stories(measured) + chance(measured, ": p = ");
        };
    }

    private static String stories(Measured measured) {
        return Amounts.count(measured.observed(), "story", "stories") + " in " + Amounts.horizon(measured.horizon());
    }

    private static String chance(Measured measured, String words) {
        Double expected = measured.expected();
        Double pValue = measured.pValue();
        return expected == null || pValue == null
                ? ""
                : " where " + Amounts.number(expected) + (expected == 1 ? " is" : " are") + " expected" + words
                        + Amounts.probability(pValue);
    }

    /** What a threshold asks for and what there was. */
    static String needed(String measure, double needed, double was) {
        return switch (measure) {
            case Measures.SHARE_OF_COUNTRY, Measures.SHARE_OF_TOPIC ->
                "a share of " + percent(needed) + " and it was " + known(was, percent(was));
            case Measures.INDEX -> "an index of " + index(needed) + " and it was " + known(was, index(was));
            case Measures.QUIET_DAYS ->
                Amounts.count(needed, "known day", "known days") + " without news before it and there "
                        + (was == 1 ? "was " : "were ") + Amounts.number(was);
            default ->
                needed > 0 && needed < 1
                        ? "p below " + Amounts.probability(needed) + " and it was "
                                + known(was, Amounts.probability(was))
                        : (measure.equals(Measures.SILENCE) ? "at most " : "")
                                + Amounts.count(needed, "story", "stories") + " and there "
                                + (was == 1 ? "was " : "were ") + Amounts.number(was);
        };
    }

    /** That a threshold is reached. */
    static String reached(Measured measured, double needed, double was) {
        return switch (measured.measure()) {
            case Measures.SHARE_OF_COUNTRY, Measures.SHARE_OF_TOPIC ->
                "a share of " + percent(was) + " where " + percent(needed) + " are needed";
            case Measures.INDEX -> "an index of " + index(was) + " where " + index(needed) + " are needed";
            case Measures.QUIET_DAYS ->
                Amounts.count(was, "known day", "known days") + " without news before it where "
                        + Amounts.number(needed) + " are needed";
            default ->
                needed < 1
                        ? "p = " + Amounts.probability(was) + " is below " + Amounts.probability(needed)
                        : Amounts.count(was, "story", "stories") + " in " + Amounts.horizon(measured.horizon())
                                + " where " + Amounts.number(needed) + " are needed";
        };
    }

    private static String known(double was, String words) {
        return Double.isNaN(was) ? "unknown" : words;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share).replaceAll("\\.0$", "") + " %";
    }

    private static String index(double index) {
        return String.format(Locale.ROOT, "%.0f", index);
    }
}
