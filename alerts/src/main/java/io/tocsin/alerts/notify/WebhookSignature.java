package io.tocsin.alerts.notify;

import io.tocsin.runtime.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks 1.0 asks (https://github.com/standard-webhooks/standard-webhooks): {@code v1,} and the
 * base64 of HMAC-SHA256 over {@code id.timestamp.body}, once for each key.
 */
public final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 24;
    private static final int MAX_KEY_BYTES = 64;

    private final List<SecretKeySpec> keys;

    /**
     * Signs with the given secrets.
     *
     * @param secrets {@code whsec_} and the base64 of 24 to 64 bytes; two while one replaces the other
     * @throws IllegalArgumentException when a secret is not such a text
     */
    public WebhookSignature(List<Secret> secrets) {
        keys = secrets.stream().map(WebhookSignature::key).toList();
    }

    private static SecretKeySpec key(Secret secret) {
        String text = secret.reveal().strip();
        String encoded = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length < MIN_KEY_BYTES || bytes.length > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("must be whsec_ and the base64 of 24 to 64 random bytes: make one with "
                    + "echo whsec_$(openssl rand -base64 32)");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The value of the header {@code webhook-signature}. */
    String sign(String id, Instant timestamp, byte[] body) {
        byte[] head = (id + '.' + timestamp.getEpochSecond() + '.').getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + hmac(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String hmac(SecretKeySpec key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
