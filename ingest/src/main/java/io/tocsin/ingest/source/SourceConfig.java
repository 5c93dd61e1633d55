package io.tocsin.ingest.source;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.runtime.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed to be polled.
 *
 * @param id stands on its articles and in {@code sources}; by default the host of its address
 * @param url of the feed
 * @param owner the publisher family, or null to look it up
 * @param country where it is at home, or null to look it up
 * @param language of its articles, or null to find out
 * @param interval between two polls
 */
public record SourceConfig(
        String id,
        String url,
        @Nullable String owner,
        @Nullable String country,
        @Nullable String language,
        Duration interval) {

    /** Unless a source says otherwise. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

    /** Servers are not asked more often. */
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * Reads a list of sources. Whatever is wrong is reported with file and line.
     *
     * @param name what messages call it: the file's path
     * @param defaultInterval for sources that do not say
     * @throws io.tocsin.runtime.InvalidSettings with all problems at once
     */
    public static List<SourceConfig> list(String name, String yaml, Duration defaultInterval) {
        List<Settings> entries = Settings.list(name, yaml);
        List<SourceConfig> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Settings entry : entries) {
            SourceConfig source = from(entry, defaultInterval);
            if (!source.id.isEmpty() && !ids.add(source.id)) {
                entry.problem("id", "'" + source.id + "' stands here twice: give each source an id of its own");
            }
            sources.add(source);
        }
        if (!entries.isEmpty()) {
            entries.get(0).finish();
        }
        return List.copyOf(sources);
    }

    private static SourceConfig from(Settings entry, Duration defaultInterval) {
        String url = entry.text("url");
        CanonicalUrl address = CanonicalUrl.of(url);
        if (!url.isEmpty() && (address == null || !url.contains("://"))) {
            entry.problem("url", "'" + url + "' is not a web address: write https://...");
        }
        String country = entry.textOrNull("country");
        if (country != null && !COUNTRIES.contains(country) && !country.equals("XK")) {
            entry.problem("country", "'" + country + "' is not a country: write its ISO 3166-1 code, such as GB");
        }
        Duration interval = entry.duration("interval", defaultInterval);
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            entry.problem("interval", "shorter than " + SHORTEST_INTERVAL.toSeconds() + "s: write a longer one");
        }
        String host = address == null ? "" : address.host().replaceFirst("^www\\.", "");
        return new SourceConfig(
                entry.text("id", host),
                url,
                entry.textOrNull("owner"),
                country,
                entry.textOrNull("language"),
                interval);
    }
}
