package io.tocsin.ingest.fetch;

import java.time.Duration;
import java.util.Set;

/**
 * What a fetch may cost and where it may go.
 *
 * @param deadline for the whole exchange, redirects and body included
 * @param maxBytes largest body, as sent and as unpacked
 * @param maxRedirects how many redirects are followed
 * @param allowedHosts hosts that may be reached although their addresses are not public
 */
public record FetchLimits(Duration deadline, int maxBytes, int maxRedirects, Set<String> allowedHosts) {

    public FetchLimits {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** 30 seconds, 5 MB, 5 redirects, no exceptions. */
    public static FetchLimits defaults() {
        return new FetchLimits(Duration.ofSeconds(30), 5 * 1024 * 1024, 5, Set.of());
    }
}
