package io.tocsin.ingest.websub;

import java.time.Duration;
import java.util.List;

/**
 * Which feeds are subscribed to.
 *
 * @param callback address of this process as hubs see it, without a path: {@code https://tocsin.example.org}
 * @param lease how long a subscription is to last; the hub may say otherwise
 * @param sources ids of sources whose feeds name a hub
 */
public record WebSubConfig(String callback, Duration lease, List<String> sources) {
    public WebSubConfig {
        sources = List.copyOf(sources);
    }
}
