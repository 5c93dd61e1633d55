package io.tocsin.runtime;

import java.util.Locale;

/**
 * How a component is.
 *
 * @param detail for people: why
 */
public record CheckResult(Status status, String detail) {

    /** A component's health. */
    public enum Status {
        /** Does its work. */
        OK,
        /** Cannot do its work now and may again: not ready, but alive. */
        UNAVAILABLE,
        /** Will not recover by itself: the process should be replaced. */
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static CheckResult ok(String detail) {
        return new CheckResult(Status.OK, detail);
    }

    public static CheckResult unavailable(String detail) {
        return new CheckResult(Status.UNAVAILABLE, detail);
    }

    public static CheckResult failed(String detail) {
        return new CheckResult(Status.FAILED, detail);
    }
}
