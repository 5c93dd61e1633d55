package io.tocsin.standalone;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each stage took in, handed on and dropped, from its counters.
 *
 * @param stages in the order of the flow
 */
record Accounting(List<Stage> stages) {
    private static final List<String> FLOW =
            List.of("ingest", "tag", "story", "cell", "signal", "evaluate", "lifecycle", "deliver");

    /** One stage; in = out + the sum of dropped, unless something was lost. */
    record Stage(String name, long in, long out, Map<String, Long> dropped) {
        long lost() {
            return in
                    - out
                    - dropped.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static Accounting of(MeterRegistry metrics) {
        return new Accounting(FLOW.stream()
                .map(name -> {
                    Map<String, Long> dropped = new TreeMap<>();
                    for (Counter counter : metrics.find("tocsin.stage.dropped")
                            .tag("stage", name)
                            .counters()) {
                        dropped.put(String.valueOf(counter.getId().getTag("reason")), (long) counter.count());
                    }
                    return new Stage(
                            name,
                            sum(metrics, "tocsin.stage.in", name),
                            sum(metrics, "tocsin.stage.out", name),
                            dropped);
                })
                .filter(stage -> stage.in() > 0 || !stage.dropped().isEmpty())
                .toList());
    }

    private static long sum(MeterRegistry metrics, String meter, String stage) {
        return (long) metrics.find(meter).tag("stage", stage).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** A stage by its name; one that saw nothing is empty. */
    Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(new Stage(name, 0, 0, Map.of()));
    }

    /** Items that no stage accounts for. */
    long lost() {
        return stages.stream().mapToLong(stage -> Math.abs(stage.lost())).sum();
    }

    void print(PrintStream out) {
        out.printf("%-10s %9s = %9s + dropped%n", "stage", "in", "out");
        for (Stage stage : stages) {
            StringBuilder reasons = new StringBuilder();
            stage.dropped().forEach((reason, count) -> reasons.append(reasons.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(reason));
            out.printf(
                    "%-10s %9d = %9d + %s%s%n",
                    stage.name(),
                    stage.in(),
                    stage.out(),
                    reasons.isEmpty() ? "0" : reasons,
                    stage.lost() == 0 ? "" : "   LOST " + stage.lost());
        }
    }
}
