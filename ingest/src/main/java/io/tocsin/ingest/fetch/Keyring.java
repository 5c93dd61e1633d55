package io.tocsin.ingest.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which origin (scheme, host and port) gets which credentials. They are shown to no other origin, wherever a server
 * redirects to. Immutable.
 */
public final class Keyring {
    private final Map<String, Credentials> byOrigin;

    private Keyring(Map<String, Credentials> byOrigin) {
        this.byOrigin = Map.copyOf(byOrigin);
    }

    /** Without any. */
    public static Keyring empty() {
        return new Keyring(Map.of());
    }

    /** By {@link #origin}. */
    public static Keyring of(Map<String, Credentials> byOrigin) {
        return new Keyring(byOrigin);
    }

    /** The origin of an address; empty when it is none. */
    public static String origin(String address) {
        URI uri = HttpFetcher.webAddress(address);
        return uri == null ? "" : origin(uri);
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + PinnedConnection.port(uri)).toLowerCase(Locale.ROOT);
    }

    /** What is shown at an address, or null. */
    @Nullable
    Credentials of(URI uri) {
        return byOrigin.isEmpty() ? null : byOrigin.get(origin(uri));
    }
}
