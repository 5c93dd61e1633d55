package io.tocsin.stream.country.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.stream.text.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of countries and peoples in many languages. */
final class NameSource {
    /** newsmap's files and their languages; English is written by hand, its patterns are too short for news. */
    private static final Map<String, String> NEWSMAP = Map.ofEntries(
            Map.entry("arabic", "ar"),
            Map.entry("chinese_simplified", "zh"),
            Map.entry("chinese_traditional", "zh"),
            Map.entry("french", "fr"),
            Map.entry("german", "de"),
            Map.entry("hebrew", "he"),
            Map.entry("italian", "it"),
            Map.entry("japanese", "ja"),
            Map.entry("portuguese", "pt"),
            Map.entry("russian", "ru"),
            Map.entry("spanish", "es"),
            Map.entry("turkish", "tr"));

    private static final Set<String> NO_COUNTRY = Set.of("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA");

    /** Letters of a stem that may be written without a capital, at least. */
    private static final int MIN_PEOPLE = 5;

    private final Path source;
    private final ObjectMapper json;
    private final Set<String> codes;
    private final Drops drops;

    NameSource(Path source, ObjectMapper json, Set<String> codes, Drops drops) {
        this.source = source;
        this.json = json;
        this.codes = codes;
        this.drops = drops;
    }

    Phrases names(List<JsonNode> factbook) throws IOException {
        Phrases names = new Phrases(drops);
        for (String line : Files.readAllLines(source.resolve("cldr/territory_names.jsonl"))) {
            JsonNode row = json.readTree(line);
            String language = language(row.get("locale").asText());
            row.get("territories")
                    .properties()
                    .forEach(entry -> name(
                            names,
                            entry.getKey().substring(0, 2),
                            language,
                            entry.getValue().asText()));
        }
        JsonNode byLanguage = json.readTree(
                source.resolve("i18n_iso_countries/countries_by_lang.json").toFile());
        byLanguage.properties().forEach(entry -> entry.getValue().properties().forEach(country -> {
            for (JsonNode name : country.getValue().isArray() ? country.getValue() : List.of(country.getValue())) {
                name(names, country.getKey(), language(entry.getKey()), name.asText());
            }
        }));
        for (JsonNode country : factbook) {
            String code = country.path("iso2").asText("");
            for (String field : List.of("short", "long")) {
                String name =
                        country.path(field).asText("").split("[;(\\[]", -1)[0].strip();
                if (!name.equals("none") && !name.equals("conventional")) {
                    name(names, code, "en", name);
                }
            }
        }
        return names;
    }

    private void name(Phrases names, String code, String language, String raw) {
        String name = raw.replaceAll("\\s*[(\\[（【].*$", "").replace("ʻ", "'").strip();
        boolean inverted = name.matches(".*[,،、，].*");
        if (!codes.contains(code) || NO_COUNTRY.contains(code) || inverted || !isUsable(name)) {
            return;
        }
        String used = language.equals("en") ? Phrases.ANY : language;
        names.add(code, "name", used, name);
        for (String form : Inflection.forms(name, language)) {
            names.add(code, "name", language, form);
        }
    }

    /** A name begins with a capital where there are any, and is longer than a code. */
    private static boolean isUsable(String name) {
        if (name.isEmpty() || Fold.fold(name).isBlank()) {
            return false;
        }
        int first = name.codePointAt(0);
        boolean georgian = Character.UnicodeScript.of(first) == Character.UnicodeScript.GEORGIAN;
        boolean cased = !georgian && Character.toUpperCase(first) != Character.toLowerCase(first);
        if (cased && !name.codePoints().anyMatch(Character::isLowerCase)) {
            return name.codePointAt(0) > 0x250 && name.length() >= 3;
        }
        int letters = (int) name.codePoints().filter(Character::isLetter).count();
        boolean han = Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN;
        return letters >= (han || first > 0x2E80 ? 2 : 3)
                && (!cased || Character.isUpperCase(first) || name.matches("^\\p{L}{1,2}['’ ].*"));
    }

    Phrases demonyms(List<JsonNode> factbook, Phrases names, CitySource cities) throws IOException {
        Phrases demonyms = new Phrases(drops);
        for (Map.Entry<String, String> file : NEWSMAP.entrySet()) {
            Map<String, List<String>> words = NewsmapFile.read(source.resolve("newsmap/" + file.getKey() + ".yml"));
            words.forEach((code, list) -> list.forEach(raw -> {
                String word = people(raw, file.getValue());
                if (codes.contains(code) && isUsablePattern(word)) {
                    demonyms.add(code, kind(code, word, names, cities), file.getValue(), bare(word, file.getValue()));
                }
            }));
        }
        JsonNode nationalities = json.readTree(
                source.resolve("i18n_nationality/nationalities_by_lang.json").toFile());
        nationalities
                .properties()
                .forEach(entry -> entry.getValue().properties().forEach(country -> {
                    String language = language(entry.getKey());
                    for (JsonNode node :
                            country.getValue().isArray() ? country.getValue() : List.of(country.getValue())) {
                        String word = node.asText().strip();
                        boolean english = language.equals("en");
                        if (codes.contains(country.getKey())
                                && word.length() >= 4
                                && !isName(names, country.getKey(), word)
                                && !english
                                && !word.matches(".*[,(/].*")) {
                            String lower = word.toLowerCase(java.util.Locale.ROOT);
                            demonyms.add(country.getKey(), "demonym", language, lower);
                            for (String form : Peoples.forms(lower, language)) {
                                demonyms.add(country.getKey(), "demonym", language, form);
                            }
                        }
                    }
                }));
        for (JsonNode country : factbook) {
            String code = country.path("iso2").asText("");
            for (String word : english(country)) {
                if (codes.contains(code)
                        && !names.of(code, "name").getOrDefault(word, Set.of()).contains(Phrases.ANY)) {
                    demonyms.add(code, "demonym", Phrases.ANY, word);
                }
            }
        }
        return demonyms;
    }

    /** A stem of a people in the Romance languages, which newsmap writes with a capital and they do not. */
    private static String people(String word, String language) {
        boolean stem =
                word.endsWith("*") && word.indexOf(' ') < 0 && Fold.fold(word).length() > MIN_PEOPLE;
        return stem && Peoples.isRomance(language) ? word.toLowerCase(java.util.Locale.ROOT) : word;
    }

    private static boolean isName(Phrases names, String code, String word) {
        String folded = Fold.fold(word);
        return names.of(code, "name").keySet().stream()
                .anyMatch(name -> Fold.fold(name).equals(folded));
    }

    /** English adjective and nouns, with their plurals. */
    private static Set<String> english(JsonNode country) {
        Set<String> words = new HashSet<>();
        for (String field : List.of("nationality_adj", "nationality_noun")) {
            String all = country.path(field).asText("").split("[;\\[]", -1)[0];
            for (String part : all.split(",| or ", -1)) {
                String word = part.replaceAll("\\(.*$", "").strip();
                boolean plural = part.contains("(s)");
                if (word.matches("\\p{Lu}[\\p{L}\\- ]{3,}") && !word.equals("Batswana")) {
                    words.add(word);
                    if (plural) {
                        words.add(word + "s");
                    }
                }
            }
        }
        return words;
    }

    /** A prefix of two or three letters begins too many words. */
    private static boolean isUsablePattern(String word) {
        int star = word.indexOf('*');
        String stem = word.substring(0, star < 0 ? word.length() : star);
        int first = stem.isEmpty() ? 0 : stem.codePointAt(0);
        if (first > 0x2E80) {
            return stem.length() >= 2;
        }
        if (star >= 0 && stem.indexOf(' ') < 0 && word.length() == star + 1) {
            boolean lower = Character.isLowerCase(first);
            return Fold.fold(stem).length() >= (lower ? 5 : 4);
        }
        return stem.length() >= 3 && !stem.matches("\\p{Lu}{2,4}");
    }

    /** Scripts that are cut into single characters need no star, and a star takes no part in a word there. */
    private static String bare(String word, String language) {
        return language.equals("zh") || language.equals("ja") ? word.replace("*", "") : word;
    }

    private static String kind(String code, String word, Phrases names, CitySource cities) {
        String stem = Fold.fold(word.replace("*", ""));
        boolean lower = Character.isLowerCase(word.codePointAt(0));
        if (!lower) {
            for (String name : names.of(code, "name").keySet()) {
                if (Fold.fold(name).startsWith(stem)) {
                    return "name";
                }
            }
            String city = cities.kind(code, stem);
            if (city != null) {
                return city;
            }
        }
        return "demonym";
    }

    /** The language of a locale, under the code that news uses. */
    private static String language(String locale) {
        List<String> parts = new ArrayList<>(List.of(locale.split("[-_]", -1)));
        return switch (parts.get(0)) {
            case "nb", "nn" -> "no";
            case "iw" -> "he";
            case "in" -> "id";
            case "tl" -> "fil";
            case "yue" -> "zh";
            default -> parts.get(0);
        };
    }
}
