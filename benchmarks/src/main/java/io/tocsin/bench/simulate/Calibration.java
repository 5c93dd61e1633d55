package io.tocsin.bench.simulate;

import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a day's least probability of a cell lies below a level, beside the level: of a test that is right, at most as
 * often as the level says, times the number of looks a day that are independent of each other.
 */
final class Calibration {
    private static final double[] LEVELS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};
    private static final long DAY = 86_400;

    private final Map<String, Double> least = new HashMap<>();
    private final int[] below = new int[LEVELS.length];
    private final long from = Simulation.BEGIN.getEpochSecond() / DAY + Simulation.WARM_UP;
    private long today;
    private long days;

    void take(Signal signal) {
        long day = Math.floorDiv(signal.at().getEpochSecond(), DAY);
        if (day < from || signal.topic().equals("*")) {
            return;
        }
        if (day != today) {
            close();
            today = day;
        }
        Double p = signal.window(Horizon.DAY).pValue();
        if (p != null && signal.window(Horizon.DAY).stories() > 0) {
            least.merge(signal.key(), p, Math::min);
        }
    }

    private void close() {
        if (today > 0) {
            days++;
            for (double p : least.values()) {
                for (int i = 0; i < LEVELS.length; i++) {
                    below[i] += p < LEVELS[i] ? 1 : 0;
                }
            }
        }
        least.clear();
    }

    /** Prints the table, line by line. */
    void print(Printer out) {
        close();
        out.line("cell-days whose least p of 24h, over all looks of the day, is below (of %d)", days * cells());
        for (int i = 0; i < LEVELS.length; i++) {
            out.line(
                    "  p < %-31.0e %8d = %.1f times as many as the level says",
                    LEVELS[i], below[i], below[i] / (LEVELS[i] * days * cells()));
        }
    }

    private static int cells() {
        return World.COUNTRIES * World.TOPICS;
    }

    /** Takes lines. */
    interface Printer {
        void line(String format, Object... values);
    }
}
