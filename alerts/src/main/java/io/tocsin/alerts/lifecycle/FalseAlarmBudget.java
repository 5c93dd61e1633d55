package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Threshold;
import io.tocsin.alerts.rule.Watch;
import io.tocsin.events.Family;
import io.tocsin.events.Scope;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many false alarms a day all surge rules together may give, on average, when nothing happens anywhere. With M cells
 * that are looked at L times a day, each may open an alert by chance with a probability of {@code aDay / (M L)}: by
 * linearity of the mean the expected number is then at most {@code aDay}, however the cells depend on one another.
 *
 * @param aDay expected false alarms a day; 0 for no limit
 */
public record FalseAlarmBudget(double aDay) {
    /** Unless it is configured. */
    public static final FalseAlarmBudget STANDARD = new FalseAlarmBudget(5);

    /** No limit. */
    public static final FalseAlarmBudget NONE = new FalseAlarmBudget(0);

    /**
     * Independent looks a day: a rolling day that is tested with every article crosses about so often as eight tests of
     * one day each.
     */
    static final int LOOKS = 8;

    /** Countries that a rule on all countries can hear of. */
    static final int COUNTRIES = 195;

    /** Topics that a rule on all topics can hear of: the top level of the IPTC Media Topics. */
    static final int TOPICS = 17;

    /** The probability below which a crossing counts under these rules; null for no limit. */
    @Nullable
    Double bound(Collection<AlertRule> rules) {
        long cells = 0;
        for (AlertRule rule : rules) {
            if (rule.levels().get(0).threshold() instanceof Threshold.Surge) {
                cells += cells(rule.watch());
            }
        }
        return aDay <= 0 || cells == 0 ? null : (Double) Math.min(1, aDay / (cells * LOOKS));
    }

    private static long cells(Watch watch) {
        Scope scope = watch.scope();
        return sum(scope.places()) * sum(scope.subjects());
    }

    private static long sum(List<String> names) {
        return names.stream()
                .mapToLong(name -> switch (name) {
                    case Scope.EACH_COUNTRY -> COUNTRIES;
                    case Scope.EACH_TOPIC -> TOPICS;
                    case Scope.EACH_FAMILY -> Family.values().length;
                    default -> 1;
                })
                .sum();
    }
}
