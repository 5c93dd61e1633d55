package io.tocsin.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A rule or a saved query as somebody wrote it and as it was understood. Topic {@code rules.v1}, key: {@link #id}; a
 * tombstone removes it.
 *
 * @param version hash of the text: the same text is the same version
 * @param text the YAML of this one rule
 * @param parsed the rule with every default filled in; {@code kind} says what it is
 */
public record Rule(String id, String version, String text, JsonNode parsed, Instant appliedAt) {
    private static final int VERSION_DIGITS = 12;

    /** What a record on the rules topic is. */
    public enum Kind {
        /** Says when to ring. */
        RULE,
        /** Says what to look for in every article. */
        QUERY
    }

    /** What it is; a rule unless it says that it is a query. */
    public Kind kind() {
        return parsed.path("kind").asText().equals("query") ? Kind.QUERY : Kind.RULE;
    }

    /** The same, applied at another time. */
    public Rule at(Instant time) {
        return new Rule(id, version, text, parsed, time);
    }

    /** The version of a text. */
    public static String versionOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
