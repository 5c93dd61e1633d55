package io.tocsin.alerts.rule;

import io.tocsin.events.CellName;
import io.tocsin.events.Family;
import io.tocsin.events.Scope;
import io.tocsin.runtime.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the cells that a rule watches. Problems stay with the settings. */
final class WatchParser {
    private static final String ALL = "all";
    private static final String ANY = "any";
    private static final Set<String> COUNTRIES = countries();
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern SOURCE = Pattern.compile("[^\\s,;|=]+");

    private final TopicTree topics;
    private final CountryGroups groups;

    WatchParser(TopicTree topics, CountryGroups groups) {
        this.topics = topics;
        this.groups = groups;
    }

    /**
     * The cells.
     *
     * @param query the saved query whose matches are counted, null when the rule counts none
     * @param whole whether the rule looks at all news unless topics are named, and not at each topic
     * @param followed whether it has to hear of falls
     */
    Watch parse(Settings watch, @Nullable String query, boolean whole, boolean followed) {
        List<String> written = texts(watch, "topics");
        boolean narrower = watch.flag("narrower", false);
        List<String> families = texts(watch, "families");
        List<String> languages = languages(watch);
        List<String> sources = sources(watch);
        boolean anywhere = query != null || !sources.isEmpty();
        List<Scope.Group> together = new ArrayList<>();
        List<String> places = places(watch, together, anywhere);
        List<String> subjects =
                query == null ? subjects(watch, written, families, narrower, whole) : queried(watch, query);
        return new Watch(written, narrower, new Scope(places, together, subjects, languages, sources, followed));
    }

    private static List<String> queried(Settings watch, String query) {
        for (String key : List.of("topics", "families")) {
            if (watch.has(key)) {
                watch.problem(key, "a rule on a saved query counts its matches, whatever their topic: remove it");
            }
        }
        return List.of(CellName.query(query));
    }

    private List<String> places(Settings watch, List<Scope.Group> together, boolean anywhere) {
        List<String> countries = texts(watch, "countries");
        List<String> places = new ArrayList<>();
        if (countries.contains(ALL) || countries.contains(ANY)) {
            if (countries.size() > 1) {
                watch.problem(
                        "countries",
                        "'" + (countries.contains(ALL) ? ALL : ANY) + "' stands among others: write either");
            }
            places.add(countries.contains(ALL) ? Scope.EACH_COUNTRY : CellName.ANY);
        } else {
            for (String country : countries) {
                places.addAll(country(watch, country));
            }
        }
        for (String name : texts(watch, "groups")) {
            groups.find(name)
                    .ifPresentOrElse(
                            group -> {
                                places.add(group.name());
                                together.add(new Scope.Group(group.name(), group.countries()));
                            },
                            () -> watch.problem("groups", "'" + name + "' is no group: known are " + known()));
        }
        for (String pair : texts(watch, "pairs")) {
            String[] two = pair.split("-", -1);
            if (two.length == 2 && COUNTRIES.contains(two[0]) && COUNTRIES.contains(two[1]) && !two[0].equals(two[1])) {
                places.add(CellName.pair(two[0], two[1]));
            } else {
                watch.problem("pairs", "'" + pair + "' is no pair of countries: write two codes with a hyphen, IL-IR");
            }
        }
        if (places.isEmpty()) {
            places.add(anywhere ? CellName.ANY : Scope.EACH_COUNTRY);
        }
        return places.stream().distinct().toList();
    }

    private List<String> country(Settings watch, String written) {
        if (COUNTRIES.contains(written)) {
            return List.of(written);
        }
        return groups.find(written).map(CountryGroups.Group::countries).orElseGet(() -> {
            watch.problem(
                    "countries",
                    "'" + written + "' is no country: write ISO 3166-1 alpha-2 codes in capitals (IR, US, XK), 'all', "
                            + "'any', or a group for its members: " + known()
                            + (written.equals("no") || written.equals("false") ? "; and NO in quotes for Norway" : ""));
            return List.of();
        });
    }

    private String known() {
        return String.join(", ", groups.names());
    }

    private List<String> subjects(
            Settings watch, List<String> written, List<String> families, boolean narrower, boolean whole) {
        Set<String> subjects = new TreeSet<>();
        if (written.contains(ALL) || written.contains(ANY)) {
            if (written.size() > 1) {
                watch.problem(
                        "topics", "'" + (written.contains(ALL) ? ALL : ANY) + "' stands among others: write either");
            }
            subjects.add(written.contains(ALL) ? Scope.EACH_TOPIC : CellName.ANY);
        } else {
            for (String code : written) {
                if (topics.name(code).isEmpty()) {
                    watch.problem(
                            "topics",
                            "'" + code + "' is no IPTC Media Topic: write a code such as medtop:16000000 "
                                    + "(see http://cv.iptc.org/newscodes/mediatopic/), 'all' or 'any'");
                }
                subjects.addAll(narrower ? topics.withNarrower(code) : Set.of(code));
            }
        }
        for (String family : families) {
            if (family.equals(ALL)) {
                subjects.add(Scope.EACH_FAMILY);
            } else {
                family(watch, family, subjects);
            }
        }
        if (subjects.isEmpty()) {
            subjects.add(whole ? CellName.ANY : Scope.EACH_TOPIC);
        }
        return List.copyOf(subjects);
    }

    private static void family(Settings watch, String written, Set<String> subjects) {
        Arrays.stream(Family.values())
                .filter(family -> family.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .ifPresentOrElse(
                        family -> subjects.add(CellName.family(family)),
                        () -> watch.problem(
                                "families",
                                "'" + written + "' is no family: write 'all' or some of "
                                        + Arrays.stream(Family.values())
                                                .map(family -> family.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))));
    }

    private static List<String> languages(Settings watch) {
        List<String> languages = texts(watch, "languages");
        for (String language : languages) {
            boolean known = LANGUAGE.matcher(language).matches()
                    && !new Locale(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
            if (!known) {
                watch.problem("languages", "'" + language + "' is no language: write ISO 639 codes such as en, fa");
            }
        }
        return languages;
    }

    private static List<String> sources(Settings watch) {
        List<String> sources = texts(watch, "sources");
        for (String source : sources) {
            if (!SOURCE.matcher(source).matches()) {
                watch.problem(
                        "sources", "'" + source + "' is no source: write its id, such as tass.ru, or its owner's");
            }
        }
        return sources;
    }

    private static List<String> texts(Settings watch, String key) {
        List<String> values = watch.texts(key, List.of());
        if (values.isEmpty() && watch.has(key)) {
            watch.problem(key, "the list is empty: name at least one, or remove it");
        }
        return values;
    }

    private static Set<String> countries() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
