package io.tocsin.ingest.source.catalogue;

import io.tocsin.ingest.fetch.Credentials;
import io.tocsin.ingest.fetch.Keyring;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source to be polled.
 *
 * @param id stands on its articles and in {@code sources}
 * @param url of the feed, sitemap or wire file
 * @param kind that is expected there, or null when whatever comes is read
 * @param owner the publisher family, or null to look it up
 * @param country where it is at home (ISO 3166-1 alpha-2), or null to look it up
 * @param language of its articles (BCP 47), or null to find out
 * @param tier 1 for agencies, public broadcasters and papers of record, 2 for other news, 3 for the rest
 * @param interval shortest time between two polls
 * @param credentials that its server wants, or null
 */
public record SourceConfig(
        String id,
        String url,
        @Nullable SourceKind kind,
        @Nullable String owner,
        @Nullable String country,
        @Nullable String language,
        int tier,
        Duration interval,
        @Nullable Credentials credentials) {

    /** Of a source that does not say. */
    public static final int DEFAULT_TIER = 1;

    /** The last one. */
    public static final int LAST_TIER = 3;

    /** Unless a source says otherwise. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

    /** The credentials of all sources. */
    public static Keyring keyring(List<SourceConfig> sources) {
        Map<String, Credentials> byOrigin = new HashMap<>();
        for (SourceConfig source : sources) {
            if (source.credentials() != null) {
                byOrigin.put(Keyring.origin(source.url()), source.credentials());
            }
        }
        return Keyring.of(byOrigin);
    }

    /** Of a source of this tier that does not say: as it is, twice, four times as long. */
    static Duration interval(Duration ofTheFirst, int tier) {
        return ofTheFirst.multipliedBy(1L << (tier - 1));
    }
}
