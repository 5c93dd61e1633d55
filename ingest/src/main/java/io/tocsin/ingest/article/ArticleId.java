package io.tocsin.ingest.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stable article ids: the first 100 bits of a SHA-256 in base 32 (RFC 4648 in lower case, 20 characters). The same
 * article has the same id wherever and however often it is read.
 */
public final class ArticleId {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 20;

    private ArticleId() {}

    /** By its address; the doors of one page ({@code http}, {@code www.}, {@code m.}, AMP) are one article. */
    public static String of(CanonicalUrl url) {
        return hash("url", url.identity());
    }

    /** By what its source calls it; two sources may use the same name for different things. */
    public static String ofGuid(String sourceId, String guid) {
        return hash("guid", sourceId, guid.strip());
    }

    /**
     * By the name that a wire gives to a report in all its versions; by the address when that is the name.
     *
     * @param door what it came in through, whose names it bears
     */
    public static String ofWire(String door, String name) {
        CanonicalUrl address = CanonicalUrl.of(name);
        return address == null ? ofGuid(door, name) : of(address);
    }

    /** By what it says, when it has neither address nor name. */
    public static String ofContent(String sourceId, String title, String text) {
        return hash("content", sourceId, title.strip(), text.strip());
    }

    private static String hash(String... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        byte[] bytes = digest.digest();
        StringBuilder id = new StringBuilder(CHARACTERS);
        int bits = 0;
        int held = 0;
        int next = 0;
        while (id.length() < CHARACTERS) {
            if (held < 5) {
                bits = (bits << 8 | (bytes[next++] & 0xff)) & 0xffff;
                held += 8;
            }
            held -= 5;
            id.append(ALPHABET.charAt(bits >> held & 31));
        }
        return id.toString();
    }
}
