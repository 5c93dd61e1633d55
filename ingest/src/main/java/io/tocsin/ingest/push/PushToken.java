package io.tocsin.ingest.push;

import io.tocsin.runtime.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A token that lets its bearer hand articles in, as Tocsin keeps it: its name and the SHA-256 of the token. A token is 256
 * random bits, so its plain hash cannot be guessed back. Immutable.
 *
 * @param name whose it is; for people
 * @param sha256 64 lower-case hexadecimal digits
 */
public record PushToken(String name, String sha256) {
    private static final String PREFIX = "tocsin_";
    private static final int BYTES = 32;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public PushToken {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no SHA-256: 64 hexadecimal digits are expected");
        }
    }

    /** A new token, which is nowhere but in the answer. */
    public static Secret fresh(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of a token. */
    public static PushToken of(String name, Secret token) {
        return new PushToken(name, HexFormat.of().formatHex(hash(token.reveal())));
    }

    /**
     * Whether a client's token is one of these. Takes the same time whichever it is, and whether it is one: hashes are
     * compared, all of them, and each to its end.
     */
    static boolean isAmong(List<PushToken> tokens, String given) {
        byte[] hash = hash(given);
        boolean found = false;
        for (PushToken token : tokens) {
            found |= MessageDigest.isEqual(hash, HexFormat.of().parseHex(token.sha256()));
        }
        return found;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
