package io.tocsin.alerts.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Groups of countries that have a name. The members stand in {@code groups.tsv}. Immutable. */
public final class CountryGroups {
    private static final String RESOURCE = "groups.tsv";

    private final Map<String, Group> groups;

    private CountryGroups(Map<String, Group> groups) {
        this.groups = groups;
    }

    /**
     * A group.
     *
     * @param name lower-case letters, digits and hyphens
     * @param label for people: {@code the European Union}
     * @param countries ISO 3166-1 alpha-2 or {@code XK}
     */
    public record Group(String name, String label, List<String> countries) {
        public Group {
            countries = List.copyOf(countries);
        }
    }

    /** The groups that come with Tocsin. */
    public static CountryGroups bundled() {
        Map<String, Group> groups = new TreeMap<>();
        try (InputStream in = CountryGroups.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the module's resource " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", 3);
                if (!line.startsWith("#") && fields.length == 3) {
                    groups.put(fields[0], new Group(fields[0], fields[1], List.of(fields[2].split(" ", -1))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CountryGroups(groups);
    }

    /** A group by its name, whatever the case. */
    public Optional<Group> find(String name) {
        return Optional.ofNullable(groups.get(name.toLowerCase(Locale.ROOT)));
    }

    /** All names, in the order of the alphabet. */
    public Set<String> names() {
        return groups.keySet();
    }
}
