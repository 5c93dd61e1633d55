package io.tocsin.ingest.source.catalogue;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.fetch.Credentials;
import io.tocsin.ingest.fetch.Keyring;
import io.tocsin.runtime.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the entries of lists of sources; no two sources of all lists share an id or an address. */
final class SourceReader {
    /** Servers are not asked more often. */
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Duration interval;
    private final CredentialsReader credentials;
    private final List<SourceConfig> sources = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Credentials> origins = new HashMap<>();

    SourceReader(Duration interval, Map<String, String> environment) {
        this.interval = interval;
        this.credentials = new CredentialsReader(environment);
    }

    /** What was read so far, in order. */
    List<SourceConfig> sources() {
        return List.copyOf(sources);
    }

    /**
     * Reads one list.
     *
     * @param place what messages call it
     * @throws io.tocsin.runtime.InvalidSettings with all that is wrong in it
     */
    void read(String place, List<Settings> entries) {
        for (Settings entry : entries) {
            SourceConfig source = source(entry);
            String here = place + ":" + entry.line();
            String same = source.id().isEmpty() ? null : ids.putIfAbsent(source.id(), here);
            if (same != null) {
                entry.problem(
                        "id",
                        "'" + source.id() + "' stands here twice: give each source an id of its own (the other: " + same
                                + ")");
            }
            String again = source.url().isEmpty() ? null : urls.putIfAbsent(source.url(), here);
            if (again != null) {
                entry.problem("url", "is that of " + again + " too: remove one of them");
            }
            Credentials known = origins.get(Keyring.origin(source.url()));
            if (source.credentials() != null && known != null && !known.equals(source.credentials())) {
                entry.problem("credentials", "are not those of another source of the same host: write the same");
            } else if (source.credentials() != null) {
                origins.put(Keyring.origin(source.url()), source.credentials());
            }
            sources.add(source);
        }
        if (!entries.isEmpty()) {
            entries.get(0).finish();
        }
    }

    private SourceConfig source(Settings entry) {
        String url = entry.text("url");
        CanonicalUrl address = CanonicalUrl.of(url);
        if (!url.isEmpty() && (address == null || !url.contains("://"))) {
            entry.problem("url", "'" + url + "' is not a web address: write https://...");
        }
        String country = entry.textOrNull("country");
        if (country != null && !COUNTRIES.contains(country) && !country.equals("XK")) {
            entry.problem("country", "'" + country + "' is not a country: write its ISO 3166-1 code, such as GB");
        }
        int tier = entry.number("tier", SourceConfig.DEFAULT_TIER, 1, SourceConfig.LAST_TIER);
        Duration own = entry.duration("interval", SourceConfig.interval(interval, tier));
        if (own.compareTo(SHORTEST_INTERVAL) < 0) {
            entry.problem("interval", "shorter than " + SHORTEST_INTERVAL.toSeconds() + "s: write a longer one");
        }
        String host = address == null ? "" : address.host().replaceFirst("^www\\.", "");
        return new SourceConfig(
                entry.text("id", host),
                url,
                entry.has("kind") ? entry.choice("kind", SourceKind.class, SourceKind.FEED) : null,
                entry.textOrNull("owner"),
                country,
                language(entry),
                tier,
                own,
                credentials.read(entry, url));
    }

    private static @Nullable String language(Settings entry) {
        String language = entry.textOrNull("language");
        if (language == null || isLanguage(language)) {
            return language;
        }
        entry.problem("language", "'" + language + "' is not a language: write its BCP 47 code, such as en or pt-BR");
        return null;
    }

    /** Whether it is a BCP 47 code of a language; of three letters, any. */
    static boolean isLanguage(@Nullable String tag) {
        if (tag == null) {
            return false;
        }
        try {
            String code = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return code.length() == 3 || LANGUAGES.contains(code);
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
