package io.tocsin.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the two halves of a cell are written. The place is a country ({@code IR}), a pair of countries ({@code IL-IR},
 * in the order of the alphabet), a group by its name ({@code sahel}) or {@value #ANY}. The subject is a topic ({@code
 * medtop:16000000}), an escalation family ({@code family:assault}), a saved query ({@code query:hormuz}) or {@value #ANY},
 * and says behind semicolons whose news alone is counted ({@code medtop:16000000;language=de;source=tass.ru}).
 */
public final class CellName {
    /** Whatever place, or whatever subject. */
    public static final String ANY = "*";

    private static final String TOPIC = "medtop:";
    private static final String FAMILY = "family:";
    private static final String QUERY = "query:";
    private static final String LANGUAGES = ";language=";
    private static final String SOURCES = ";source=";
    private static final Pattern PAIR = Pattern.compile("[A-Z]{2}-[A-Z]{2}");

    private CellName() {}

    /** The place of two countries. */
    public static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + '-' + other : other + '-' + one;
    }

    /** The places of all pairs among countries, which are not the same. */
    public static List<String> pairs(List<String> countries) {
        List<String> sorted = List.copyOf(new TreeSet<>(countries));
        List<String> pairs = new ArrayList<>();
        for (int one = 0; one < sorted.size(); one++) {
            for (int other = one + 1; other < sorted.size(); other++) {
                pairs.add(pair(sorted.get(one), sorted.get(other)));
            }
        }
        return pairs;
    }

    /** Whether it is one country. */
    public static boolean isCountry(String place) {
        return place.length() == 2;
    }

    /** Whether it is a pair of countries. */
    public static boolean isPair(String place) {
        return PAIR.matcher(place).matches();
    }

    /** The countries of a place that names them: one, two, or none. */
    public static List<String> countries(String place) {
        if (isCountry(place)) {
            return List.of(place);
        }
        return isPair(place) ? List.of(place.substring(0, 2), place.substring(3)) : List.of();
    }

    /** A family as a subject. */
    public static String family(Family family) {
        return FAMILY + family.name().toLowerCase(Locale.ROOT);
    }

    /** A saved query as a subject. */
    public static String query(String id) {
        return QUERY + id;
    }

    /** Whether the subject is a topic, whosever news is counted. */
    public static boolean isTopic(String subject) {
        return subject.startsWith(TOPIC);
    }

    /** Whether the subject is a family, whosever news is counted. */
    public static boolean isFamily(String subject) {
        return subject.startsWith(FAMILY);
    }

    /** Whether the subject is a saved query, whosever news is counted. */
    public static boolean isQuery(String subject) {
        return subject.startsWith(QUERY);
    }

    /** Behind the colon: the family's or the query's name. */
    public static String name(String subject) {
        String bare = bare(subject);
        return bare.substring(bare.indexOf(':') + 1);
    }

    /** What is written behind a subject of which the news of some voices alone is counted; empty for everybody's. */
    public static String voices(List<String> languages, List<String> sources) {
        return (languages.isEmpty() ? "" : LANGUAGES + String.join(",", new TreeSet<>(languages)))
                + (sources.isEmpty() ? "" : SOURCES + String.join(",", new TreeSet<>(sources)));
    }

    /** The subject without whose news is counted. */
    public static String bare(String subject) {
        int end = subject.indexOf(';');
        return end < 0 ? subject : subject.substring(0, end);
    }

    /** Whose news is counted, as {@link #voices} writes it. */
    public static String voices(String subject) {
        int begin = subject.indexOf(';');
        return begin < 0 ? "" : subject.substring(begin);
    }

    /** The languages whose news alone is counted; empty for all. */
    public static List<String> languages(String subject) {
        return part(subject, LANGUAGES);
    }

    /** The sources whose news alone is counted; empty for all. */
    public static List<String> sources(String subject) {
        return part(subject, SOURCES);
    }

    private static List<String> part(String subject, String key) {
        int begin = subject.indexOf(key);
        if (begin < 0) {
            return List.of();
        }
        String rest = subject.substring(begin + key.length());
        int end = rest.indexOf(';');
        return List.of((end < 0 ? rest : rest.substring(0, end)).split(",", -1));
    }
}
