package io.tocsin.ingest.fetch;

import io.tocsin.runtime.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a server wants to see of its customer: one header. Prints without its value.
 *
 * @param header its name
 * @param value its whole value
 */
public record Credentials(String header, Secret value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final String AUTHORIZATION = "Authorization";

    /** Name and password (RFC 7617). */
    public static Credentials basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new Credentials(
                AUTHORIZATION, new Secret("Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    /** A token (RFC 6750). */
    public static Credentials bearer(Secret token) {
        return new Credentials(AUTHORIZATION, new Secret("Bearer " + token.reveal()));
    }

    /** A key in a header of the server's choice. */
    public static Credentials header(String name, Secret value) {
        return new Credentials(name, value);
    }

    /** Whether HTTP allows a header of this name (RFC 9110, section 5.1). */
    public static boolean isHeaderName(String name) {
        return NAME.matcher(name).matches();
    }
}
