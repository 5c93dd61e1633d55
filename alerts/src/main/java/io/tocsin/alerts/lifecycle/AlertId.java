package io.tocsin.alerts.lifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The id of an alert: the same crossing has the same one, also when it is computed again after a crash. */
public final class AlertId {
    private static final int BYTES = 12;

    private AlertId() {}

    /** The id of the alert that a rule opened for a cell. */
    public static String of(String rule, String country, String topic, Instant openedAt) {
        String seed = String.join("\n", rule, country, topic, Long.toString(openedAt.toEpochMilli()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
