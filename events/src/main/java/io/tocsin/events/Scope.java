package io.tocsin.events;

import java.util.List;

/**
 * The cells that a rule looks at: each of its places with each of its subjects. Stands on the rules topic as {@code
 * cells}, so that what is counted for a rule is counted without knowing rules.
 *
 * @param places as {@link CellName} writes them, or {@value #EACH_COUNTRY}
 * @param groups the members of those places that are groups
 * @param subjects as {@link CellName} writes them without voices, or {@value #EACH_TOPIC} or {@value #EACH_FAMILY}
 * @param languages ISO 639 codes of the articles that count; empty for all
 * @param sources ids or owners of the sources whose articles count; empty for all
 * @param followed whether the rule has to hear of it when the counts of an ordinary cell fall
 */
public record Scope(
        List<String> places,
        List<Group> groups,
        List<String> subjects,
        List<String> languages,
        List<String> sources,
        boolean followed) {

    /** Every country as a cell of its own. */
    public static final String EACH_COUNTRY = "each-country";

    /** Every topic as a cell of its own. */
    public static final String EACH_TOPIC = "medtop:*";

    /** Every family as a cell of its own. */
    public static final String EACH_FAMILY = "family:*";

    public Scope {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
        subjects = List.copyOf(subjects);
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
    }

    /** Countries that are counted as one place. */
    public record Group(String name, List<String> countries) {
        public Group {
            countries = List.copyOf(countries);
        }
    }

    /** Whose news is counted, as {@link CellName#voices(List, List)} writes it. */
    public String voices() {
        return CellName.voices(languages, sources);
    }

    /** Whether it looks at that cell. */
    public boolean covers(String place, String subject) {
        return coversPlace(place) && coversVoices(subject) && coversSubject(CellName.bare(subject));
    }

    private boolean coversVoices(String subject) {
        return (languages.isEmpty() && sources.isEmpty())
                ? subject.indexOf(';') < 0
                : CellName.voices(subject).equals(voices());
    }

    private boolean coversPlace(String place) {
        return places.contains(place) || (CellName.isCountry(place) && places.contains(EACH_COUNTRY));
    }

    private boolean coversSubject(String subject) {
        return subjects.contains(subject)
                || (CellName.isTopic(subject) && subjects.contains(EACH_TOPIC))
                || (CellName.isFamily(subject) && subjects.contains(EACH_FAMILY));
    }
}
