package io.tocsin.ingest.websub;

import io.tocsin.runtime.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code X-Hub-Signature: sha256=...}, an HMAC over the body with the subscription's secret. Pure. */
final class HubSignature {
    /** SHA-1 too: many hubs know no other, and as an HMAC it cannot be forged. */
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** What was found. */
    enum Check {
        GOOD,
        MISSING,
        WRONG
    }

    /** Compares in constant time. */
    static Check check(@Nullable String header, Secret secret, byte[] body) {
        if (header == null || header.isBlank()) {
            return Check.MISSING;
        }
        int equals = header.indexOf('=');
        String algorithm = equals < 0
                ? null
                : METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            return Check.WRONG;
        }
        String expected = HexFormat.of().formatHex(hmac(algorithm, secret, body));
        byte[] given =
                header.substring(equals + 1).strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected.getBytes(StandardCharsets.UTF_8)) ? Check.GOOD : Check.WRONG;
    }

    private static byte[] hmac(String algorithm, Secret secret, byte[] body) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance(algorithm);
            mac.init(new javax.crypto.spec.SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is missing in this Java", e);
        }
    }
}
