package io.tocsin.standalone;

import io.tocsin.runtime.Settings;
import java.time.Duration;

/** A length of time as people write it on a command line. */
final class AskedLength {
    private AskedLength() {}

    /**
     * Reads one, such as {@code 30m}, {@code 8h} or {@code 2d}.
     *
     * @throws InvalidInput when it is none, or nothing
     */
    static Duration read(String option, String written) {
        Duration length = Settings.parseDuration(written.strip());
        if (length == null || length.isZero()) {
            throw new InvalidInput(option + " " + written + ": write a length of time such as 30m, 8h or 2d");
        }
        return length;
    }
}
