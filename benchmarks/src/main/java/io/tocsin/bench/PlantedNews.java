package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Invented reports of fighting, one for each of {@link #COUNTRIES}, and a rule that rings at the first one of each: the
 * report is the crossing article.
 */
final class PlantedNews {
    /** Countries whose names mean nothing else and that the bundled sample does not write about. */
    static final List<String> COUNTRIES = List.of(
            ("AF AL AO AZ BD BG BI BJ BO BT BW BY CI CL CM CO CR CU CY CZ DJ EC EE ER ET FI FJ GA GH GM GT GY HN HR HT HU"
                            + " IS JM KE KG KH KW KZ LA LK LR LS LT LV LY MD MM MN MR MT MU MW MZ NA NI NP OM PA PG PH PY"
                            + " RO RS RW SI SK SL SN SO SR SV SY TG TJ TM TN TT TZ UG UY UZ VE VN VU YE ZM ZW")
                    .split(" ", -1));

    private static final String[] TOWNS = {
        "a garrison town in the north", "the central highlands", "a village on the western border", "the old quarter"
    };

    private PlantedNews() {}

    /** The rule's text. */
    static String rule() {
        return """
                id: planted
                title: Planted news of fighting
                watch: {countries: [%s], topics: [medtop:16000000]}
                when: {count: {over: 24h}}
                need: {stories: 1, owners: 1}
                levels: {high: {stories: 1}}
                all-clear: {stories-below: 1, for: 12h}
                """.formatted(COUNTRIES.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", ")));
    }

    /** The id of a country's report. */
    static String id(String country) {
        return "planted-" + country.toLowerCase(Locale.ROOT);
    }

    /** A country's report as a line of JSON. */
    static String report(int number) {
        String code = COUNTRIES.get(number);
        String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
        ObjectNode article = Json.MAPPER.createObjectNode();
        article.put("id", id(code));
        article.put("title", "Gunmen attack army base in " + name);
        article.put(
                "text",
                "Gunmen attacked an army base in " + TOWNS[number % TOWNS.length] + " of " + name + " and killed "
                        + (number + 3) + " soldiers, the defence ministry of " + name
                        + " said. Troops and rebels fought"
                        + " for " + (number % 9 + 2) + " hours before the attackers withdrew under artillery fire.");
        article.put("language", "en");
        article.put("source", "planted" + number + ".example");
        return article.toString();
    }
}
