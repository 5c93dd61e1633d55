package io.tocsin.ingest.article;

import crawlercommons.domains.EffectiveTldFinder;
import io.tocsin.events.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The publisher families: which domains are one voice, and where they are at home. A domain that is not listed owns
 * itself, by its registrable part ({@code news.example.co.uk} is {@code example.co.uk}, as the public suffix list
 * says), and is at home where its country-code domain is, unless that domain is sold to the world.
 */
public final class Owners {
    /** The source of what has none. */
    public static final String UNKNOWN = "unknown";

    /** Country-code domains that say nothing of the country. */
    private static final Set<String> WORLDWIDE = Set.of(
            "ac", "ag", "ai", "as", "bz", "cc", "cd", "co", "cx", "dj", "eu", "fm", "gg", "gl", "im", "io", "la", "li",
            "ly", "me", "ms", "mu", "nu", "pw", "sc", "sh", "so", "st", "su", "tc", "tf", "tk", "to", "tv", "vc", "vg",
            "ws");

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Sources that are remembered, since archives name the same few again and again. */
    private static final int REMEMBERED = 20_000;

    private final Map<String, Owner> byDomain;
    private final Map<String, Source> known = new ConcurrentHashMap<>();

    private record Owner(String name, @Nullable String country) {}

    private Owners(Map<String, Owner> byDomain) {
        this.byDomain = Map.copyOf(byDomain);
    }

    /** The list that comes with Tocsin. */
    public static Owners bundled() {
        try (InputStream in = Objects.requireNonNull(Owners.class.getResourceAsStream("owners.tsv"), "owners.tsv")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list: one domain a line, its owner, its country ({@code -} for none), with tabs between; {@code #} begins
     * a comment.
     */
    public static Owners read(InputStream in) throws IOException {
        Map<String, Owner> owners = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IllegalArgumentException(
                        "owners, line " + number + ": expected domain, owner and country with tabs between");
            }
            Owner owner = new Owner(columns[1], columns[2].equals("-") ? null : columns[2]);
            if (owners.put(columns[0], owner) != null) {
                throw new IllegalArgumentException("owners, line " + number + ": " + columns[0] + " stands here twice");
            }
        }
        return new Owners(owners);
    }

    /**
     * The source behind a name.
     *
     * @param nameOrDomain a domain, a host, an address, or any other id of a source
     * @param country where it is known to be at home, or null to look it up
     */
    public Source source(@Nullable String nameOrDomain, @Nullable String country) {
        String name = nameOrDomain == null ? "" : nameOrDomain.strip();
        if (name.isEmpty()) {
            return new Source(UNKNOWN, UNKNOWN, country);
        }
        CanonicalUrl address = name.contains("://") ? CanonicalUrl.of(name) : null;
        String host = address != null ? address.host() : name.toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            return new Source(name, name, country);
        }
        String domain = host.startsWith("www.") ? host.substring(4) : host;
        Source found = known.get(domain);
        if (found == null) {
            found = find(domain);
            if (known.size() < REMEMBERED) {
                known.put(domain, found);
            }
        }
        return country == null ? found : new Source(found.id(), found.owner(), country);
    }

    private Source find(String domain) {
        Owner listed = listed(domain);
        return listed == null
                ? new Source(domain, registrable(domain), countryOf(domain))
                : new Source(domain, listed.name, listed.country);
    }

    /** The source of an address, or the unknown one. */
    public Source sourceOf(@Nullable CanonicalUrl url) {
        return source(url == null ? null : url.host(), null);
    }

    private @Nullable Owner listed(String domain) {
        String part = domain;
        while (part.indexOf('.') >= 0) {
            Owner owner = byDomain.get(part);
            if (owner != null) {
                return owner;
            }
            part = part.substring(part.indexOf('.') + 1);
        }
        return null;
    }

    private static String registrable(String domain) {
        try {
            String assigned = EffectiveTldFinder.getAssignedDomain(domain, false, true);
            return assigned == null
                            || assigned.isEmpty()
                            || !EffectiveTldFinder.getEffectiveTLDs().containsKey(last(domain))
                    ? lastTwo(domain)
                    : assigned;
        } catch (IllegalArgumentException e) {
            return lastTwo(domain);
        }
    }

    private static String last(String domain) {
        return domain.substring(domain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String lastTwo(String domain) {
        int before = domain.lastIndexOf('.', domain.lastIndexOf('.') - 1);
        return before < 0 ? domain : domain.substring(before + 1);
    }

    private static @Nullable String countryOf(String domain) {
        String last = last(domain);
        if (last.equals("uk")) {
            return "GB";
        }
        String code = last.toUpperCase(Locale.ROOT);
        return !WORLDWIDE.contains(last) && COUNTRIES.contains(code) ? code : null;
    }
}
