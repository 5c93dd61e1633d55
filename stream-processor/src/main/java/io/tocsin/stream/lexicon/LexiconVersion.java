package io.tocsin.stream.lexicon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The version that every tagged article and alert bears: the editors' date of {@code version.txt} and the first eight
 * hexadecimal digits of a SHA-256 over the dictionaries, so that an edit without a new date shows.
 */
public final class LexiconVersion {
    private LexiconVersion() {}

    /** The version of these files, in this order: {@code 2026.11.1+3f9a12bc}. */
    public static String of(List<DictionaryFile> files) {
        MessageDigest digest = sha256();
        for (DictionaryFile file : files) {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            update(digest, file);
        }
        String date = DictionaryFile.resource(LexiconVersion.class, "lexicon", "version.txt")
                .lines()
                .get(0)
                .text();
        return date + "+" + digits(digest);
    }

    /**
     * The version of these files and a user's, {@code 2026.11.1+3f9a12bc.5e0d41aa}: the digits at the end are of the
     * user's files, whatever these are called.
     */
    public static String of(List<DictionaryFile> files, UserDictionary user) {
        if (user.files().isEmpty()) {
            return of(files);
        }
        MessageDigest digest = sha256();
        user.files().forEach(file -> update(digest, file));
        return of(files) + "." + digits(digest);
    }

    private static void update(MessageDigest digest, DictionaryFile file) {
        digest.update(file.text().replace("\r", "").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String digits(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
