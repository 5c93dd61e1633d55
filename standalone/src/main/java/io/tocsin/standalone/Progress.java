package io.tocsin.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A progress line for long work: on a terminal only, at most ten times a second. Not safe for use by several threads. */
public final class Progress implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private final boolean shown;
    private final InstantSource clock;
    private final String what;
    private final Instant begun;
    private Instant last = Instant.EPOCH;
    private boolean drawn;

    /**
     * A line that is not drawn yet.
     *
     * @param shown whether {@code terminal} is one
     * @param what is being worked on: "articles"
     */
    public Progress(PrintStream terminal, boolean shown, InstantSource clock, String what) {
        this.terminal = terminal;
        this.shown = shown;
        this.clock = clock;
        this.what = what;
        this.begun = clock.instant();
    }

    /**
     * So much is done.
     *
     * @param total 0 when unknown
     * @param note a few words behind the numbers
     */
    public void at(long done, long total, String note) {
        if (!shown) {
            return;
        }
        Instant now = clock.instant();
        if (done < total && Duration.between(last, now).compareTo(BETWEEN) < 0) {
            return;
        }
        last = now;
        drawn = true;
        double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
        StringBuilder line = new StringBuilder("\r\u001b[K");
        if (total > 0) {
            int filled = (int) (WIDTH * Math.min(done, total) / total);
            line.append("█".repeat(filled)).append("░".repeat(WIDTH - filled)).append(' ');
            line.append(100 * done / total).append("% ");
        }
        line.append(done)
                .append(' ')
                .append(what)
                .append(", ")
                .append(Math.round(done / seconds))
                .append("/s");
        terminal.print(line.append(note.isEmpty() ? "" : "  " + note));
        terminal.flush();
    }

    /** Takes the line away, so that something can be printed in its place. */
    public void clear() {
        if (drawn) {
            terminal.print("\r\u001b[K");
            terminal.flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
