package io.tocsin.stream.country.build;

import io.tocsin.stream.text.Fold;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cities and first-level subdivisions of GeoNames. */
final class CitySource {
    /** Inhabitants; smaller towns are recognised by the region that is written after them. */
    private static final int MIN_POPULATION = 5_000;
    /** Inhabitants; a smaller town has its local name only. */
    private static final int MIN_FOR_SPELLINGS = 100_000;

    /** First columns of {@link Drops} rows that are about cities and regions; the second is a country there. */
    private static final String TOWN = "town";

    private static final String REGION_DROP = "region";

    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int ASCII = 2;
    private static final int SPELLINGS = 3;
    private static final int FEATURE = 7;
    private static final int COUNTRY = 8;
    private static final int REGION = 10;
    private static final int POPULATION = 14;

    private static final Pattern LATIN = Pattern.compile("\\p{Lu}[\\p{IsLatin}\\p{M}'’.\\- ]{3,}");
    private static final Pattern OTHER = Pattern.compile("[^\\p{IsLatin}\\d]{2,}");
    private static final Pattern GENERIC = Pattern.compile(
            "(?i)(north|south|east|west|central|upper|lower|northern|southern|eastern|western|capital|center|centre|"
                    + "gulf|federal|metro|mon|west coast|east coast|north shore|centrale|centro|norte|sur|"
                    + "middle|coast|plateau|delta|rivers|union|port|general|free|high|north[- ]?(east|west)(ern)?|"
                    + "south[- ]?(east|west)(ern)?)( (province|region|district|state))?");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?i)^(.*?) (province|region|state|oblast['’]?|governorate|county|district|department|prefecture|krai|"
                    + "kray|voivodeship|oblısı|wilaya|municipality|division|parish|canton)$");

    private record City(String code, String region, int population, boolean capital, String name, List<String> other) {}

    private final List<City> cities = new ArrayList<>();
    private final Map<String, Long> regionPopulation = new HashMap<>();
    private final List<String> regionRows = new ArrayList<>();
    /** Folded spellings of the cities of a country, C or blank each. */
    private final Map<String, Map<String, String>> spellings = new HashMap<>();

    CitySource(Path folder, Drops drops) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(folder.resolve("cities500.txt"))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                city(line.split("\t", -1), drops);
            }
        }
        for (String line : Files.readAllLines(folder.resolve("admin1CodesASCII.txt"))) {
            region(line.split("\t", -1), drops);
        }
    }

    private void city(String[] row, Drops drops) {
        String code = row[COUNTRY];
        String region = row[REGION];
        int population = Integer.parseInt(row[POPULATION]);
        regionPopulation.merge(code + '.' + region, (long) population, Long::sum);
        boolean capital = row[FEATURE].equals("PPLC");
        boolean part = row[FEATURE].equals("PPLX") && population < MIN_FOR_SPELLINGS;
        boolean gone = row[FEATURE].equals("PPLH") || row[FEATURE].equals("PPLQ") || row[FEATURE].equals("PPLW");
        if ((population < MIN_POPULATION && !capital) || part || gone || row[ID].isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String name : List.of(row[NAME], row[ASCII])) {
            if (name.length() >= 2 && !drops.contains(TOWN, code, name) && seen.add(Fold.fold(name))) {
                names.add(name);
            }
        }
        if (population >= MIN_FOR_SPELLINGS || capital) {
            for (String raw : row[SPELLINGS].split(",", -1)) {
                String name = raw.strip();
                if (isUsable(name, population, capital)
                        && !drops.contains(TOWN, code, name)
                        && seen.add(Fold.fold(name))) {
                    names.add(name);
                }
            }
        }
        if (names.isEmpty()) {
            return;
        }
        cities.add(new City(code, region, population, capital, names.get(0), names.subList(1, names.size())));
        for (String name : names) {
            spellings
                    .computeIfAbsent(code, k -> new HashMap<>())
                    .merge(Fold.fold(name), capital ? "capital" : "city", (a, b) -> a.equals("capital") ? a : b);
        }
    }

    /** GeoNames lists transliterations, airport codes and post-office names among the spellings. */
    private static boolean isUsable(String name, int population, boolean capital) {
        if (LATIN.matcher(name).matches()) {
            return !name.equals(name.toUpperCase(java.util.Locale.ROOT))
                    && name.length() <= 30
                    && name.split(" ", -1).length <= 3;
        }
        if (!OTHER.matcher(name).matches() || (name.indexOf('・') >= 0 && name.length() > 12)) {
            return false;
        }
        int letters = (int) name.codePoints().filter(Character::isLetter).count();
        boolean single = name.codePointAt(0) > 0x2E80;
        boolean large = capital || population >= 500_000;
        return letters >= (single ? (large ? 2 : 3) : (large ? 3 : 4)) && name.length() <= 30;
    }

    private void region(String[] row, Drops drops) {
        String code = row[0].substring(0, 2);
        String region = row[0].substring(3);
        Set<String> names = new LinkedHashSet<>();
        for (String name : List.of(row[1], row[2])) {
            var suffix = SUFFIX.matcher(name);
            names.add(name);
            if (suffix.matches()) {
                names.add(suffix.group(1));
            }
        }
        Set<String> seen = new HashSet<>();
        names.removeIf(name -> GENERIC.matcher(name).matches()
                || name.length() < 3
                || drops.contains(REGION_DROP, code, name)
                || !Character.isUpperCase(name.codePointAt(0))
                || !seen.add(Fold.fold(name)));
        if (!names.isEmpty()) {
            List<String> list = List.copyOf(names);
            regionRows.add(String.join(
                    "\t",
                    code,
                    region,
                    String.valueOf(regionPopulation.getOrDefault(row[0], 0L)),
                    list.get(0),
                    String.join("|", list.subList(1, list.size()))));
        }
    }

    /** Whether a spelling of a city of the country begins with the folded stem: capital, city, or null. */
    @Nullable
    String kind(String code, String stem) {
        String found = null;
        for (Map.Entry<String, String> spelling :
                spellings.getOrDefault(code, Map.of()).entrySet()) {
            if (spelling.getKey().startsWith(stem)) {
                if (spelling.getValue().equals("capital")) {
                    return "capital";
                }
                found = "city";
            }
        }
        return found;
    }

    Collection<String> rows() {
        List<String> rows = new ArrayList<>();
        for (City city : cities) {
            rows.add(String.join(
                    "\t",
                    city.code,
                    city.region,
                    String.valueOf(city.population),
                    city.capital ? "C" : "",
                    city.name,
                    String.join("|", city.other)));
        }
        return rows;
    }

    Collection<String> regionRows() {
        return regionRows;
    }
}
