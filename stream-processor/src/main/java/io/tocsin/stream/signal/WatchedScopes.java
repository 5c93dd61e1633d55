package io.tocsin.stream.signal;

import io.tocsin.events.CellName;
import io.tocsin.events.Scope;
import io.tocsin.stream.story.StoryCandidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in force look at beyond a country and a topic, so that it is counted and told. Cells that no rule looks
 * at and that are not counted anyway ({@link #isCounted}) cost nothing. Safe for use by any thread.
 */
public final class WatchedScopes {
    private volatile Map<String, Scope> scopes = Map.of();

    /** A rule's scope, in place of the one before. */
    public synchronized void put(String rule, Scope scope) {
        Map<String, Scope> next = new HashMap<>(scopes);
        next.put(rule, scope);
        scopes = Map.copyOf(next);
    }

    /** The rule is gone. */
    public synchronized void remove(String rule) {
        Map<String, Scope> next = new HashMap<>(scopes);
        next.remove(rule);
        scopes = Map.copyOf(next);
    }

    /** Whether a rule looks at that cell. */
    public boolean watches(String place, String subject) {
        for (Scope scope : scopes.values()) {
            if (scope.covers(place, subject)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule has to hear of that cell's falls, also when nothing in it is surprising. */
    public boolean follows(String place, String subject) {
        for (Scope scope : scopes.values()) {
            if (scope.followed() && scope.covers(place, subject)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell is counted whatever the rules say: a country's topics, families and all its news; a pair's news. */
    public static boolean isCounted(String place, String subject) {
        if (subject.indexOf(';') >= 0 || CellName.isQuery(subject)) {
            return false;
        }
        return CellName.isCountry(place) || (CellName.isPair(place) && subject.equals(CellName.ANY));
    }

    /** Whether a cell's signal is told with each story whatever the rules say. */
    public static boolean isAlwaysTold(String place, String subject) {
        return CellName.isCountry(place) && CellName.isTopic(subject) && subject.indexOf(';') < 0;
    }

    /**
     * The cells of an article that are counted because rules look at them: subjects by place. With each place goes all its
     * news of the same voices, of which the others are a share. An article without what a scope asks for is in none.
     */
    public Map<String, Set<String>> wide(StoryCandidate article) {
        Map<String, Set<String>> cells = new TreeMap<>();
        for (Scope scope : scopes.values()) {
            if (!hasVoice(scope, article)) {
                continue;
            }
            List<String> subjects = subjects(scope, article);
            if (subjects.isEmpty()) {
                continue;
            }
            String voices = scope.voices();
            for (String place : places(scope, article)) {
                add(cells, place, CellName.ANY + voices);
                subjects.forEach(subject -> add(cells, place, subject + voices));
            }
        }
        return cells;
    }

    private static void add(Map<String, Set<String>> cells, String place, String subject) {
        if (!isCounted(place, subject)) {
            cells.computeIfAbsent(place, key -> new TreeSet<>()).add(subject);
        }
    }

    private static boolean hasVoice(Scope scope, StoryCandidate article) {
        return (scope.languages().isEmpty() || scope.languages().contains(language(article.language())))
                && (scope.sources().isEmpty()
                        || scope.sources().contains(article.source().id())
                        || scope.sources().contains(article.source().owner()));
    }

    /** The language without script and region; empty when it is unknown. */
    private static String language(@Nullable String tag) {
        if (tag == null) {
            return "";
        }
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }

    private static List<String> subjects(Scope scope, StoryCandidate article) {
        List<String> subjects = new ArrayList<>();
        for (String subject : article.subjects()) {
            if (scope.subjects().contains(subject)
                    || (CellName.isTopic(subject) && scope.subjects().contains(Scope.EACH_TOPIC))
                    || (CellName.isFamily(subject) && scope.subjects().contains(Scope.EACH_FAMILY))) {
                subjects.add(subject);
            }
        }
        return subjects;
    }

    private static List<String> places(Scope scope, StoryCandidate article) {
        List<String> places = new ArrayList<>();
        for (String place : scope.places()) {
            if (place.equals(Scope.EACH_COUNTRY)) {
                places.addAll(article.countries());
            } else if (place.equals(CellName.ANY)
                    || (!CellName.countries(place).isEmpty()
                            && article.countries().containsAll(CellName.countries(place)))) {
                places.add(place);
            }
        }
        for (Scope.Group group : scope.groups()) {
            if (scope.places().contains(group.name())
                    && group.countries().stream().anyMatch(article.countries()::contains)) {
                places.add(group.name());
            }
        }
        return places;
    }
}
