package io.tocsin.alerts.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.CellName;
import io.tocsin.events.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says cells back: in words for people, and as JSON in the shape of the YAML. Immutable. */
public final class ScopeEcho {
    private final TopicTree topics;
    private final CountryGroups groups;

    /** With the topics' and groups' names. */
    public ScopeEcho(TopicTree topics, CountryGroups groups) {
        this.topics = topics;
        this.groups = groups;
    }

    /** A cell in words: {@code Iran: armed conflict}. */
    public String cell(String place, String subject) {
        return place(place) + ": " + subject(subject);
    }

    /** A place in words. */
    public String place(String place) {
        if (place.equals(CellName.ANY)) {
            return "the world";
        }
        List<String> countries = CellName.countries(place);
        return countries.isEmpty()
                ? groups.find(place).map(CountryGroups.Group::label).orElse(place)
                : countries.stream().map(ScopeEcho::country).collect(Collectors.joining(" and "));
    }

    private static String country(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** A subject in words, with whose news is counted. */
    public String subject(String subject) {
        String bare = CellName.bare(subject);
        String named;
        if (bare.equals(CellName.ANY)) {
            named = "all news";
        } else if (CellName.isFamily(bare)) {
            named = "news to " + CellName.name(bare);
        } else if (CellName.isQuery(bare)) {
            named = "matches of the saved query '" + CellName.name(bare) + "'";
        } else {
            named = topics.name(bare).orElse(bare);
        }
        return named + voices(CellName.languages(subject), CellName.sources(subject));
    }

    private static String voices(List<String> languages, List<String> sources) {
        String text = "";
        if (!languages.isEmpty()) {
            text += " in "
                    + languages.stream()
                            .map(code -> new Locale(code).getDisplayLanguage(Locale.ENGLISH))
                            .collect(Collectors.joining(", "));
        }
        return sources.isEmpty() ? text : text + " from " + String.join(", ", sources);
    }

    /** What a rule rings for: {@code every country on 'armed conflict'}. */
    String sentence(Watch watch) {
        Scope scope = watch.scope();
        String places = scope.places().stream()
                .map(place -> place.equals(Scope.EACH_COUNTRY)
                        ? "every country"
                        : CellName.isPair(place) ? place(place) + " together" : place(place))
                .collect(Collectors.joining(", "));
        return places + " on " + subjects(watch) + voices(scope.languages(), scope.sources());
    }

    private String subjects(Watch watch) {
        List<String> names = new ArrayList<>();
        boolean listed = false;
        for (String subject : watch.scope().subjects()) {
            if (subject.equals(Scope.EACH_TOPIC)) {
                names.add("every topic");
            } else if (subject.equals(Scope.EACH_FAMILY)) {
                names.add("every family");
            } else if (!CellName.isTopic(subject)) {
                names.add(subject(subject));
            } else if (!listed) {
                listed = true;
                names.add(watch.topics().stream()
                        .map(code -> "'" + topics.name(code).orElse(code) + "'")
                        .collect(Collectors.joining(", ")));
            }
        }
        long watched =
                watch.scope().subjects().stream().filter(CellName::isTopic).count();
        return String.join(", ", names)
                + (watch.narrower() && watched > watch.topics().size() ? " and narrower topics" : "");
    }

    /** The cells in the shape of the YAML. */
    static void write(ObjectNode json, Watch watch) {
        Scope scope = watch.scope();
        List<String> countries = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (String place : scope.places()) {
            if (place.equals(CellName.ANY)) {
                countries.add("any");
            } else if (place.equals(Scope.EACH_COUNTRY)) {
                countries.add("all");
            } else {
                (CellName.isCountry(place) ? countries : CellName.isPair(place) ? pairs : groups).add(place);
            }
        }
        list(json, "countries", countries);
        list(json, "groups", groups);
        list(json, "pairs", pairs);
        List<String> names = new ArrayList<>(watch.topics());
        List<String> families = new ArrayList<>();
        for (String subject : scope.subjects()) {
            if (names.isEmpty() && (subject.equals(Scope.EACH_TOPIC) || subject.equals(CellName.ANY))) {
                names.add(subject.equals(CellName.ANY) ? "any" : "all");
            } else if (CellName.isFamily(subject)) {
                families.add(subject.equals(Scope.EACH_FAMILY) ? "all" : CellName.name(subject));
            }
        }
        list(json, "topics", names);
        json.put("narrower", watch.narrower());
        list(json, "families", families);
        list(json, "languages", scope.languages());
        list(json, "sources", scope.sources());
    }

    private static void list(ObjectNode json, String key, List<String> values) {
        if (values.equals(List.of("all")) || values.equals(List.of("any"))) {
            json.put(key, values.get(0));
        } else if (!values.isEmpty()) {
            ArrayNode array = json.putArray(key);
            values.forEach(array::add);
        }
    }
}
