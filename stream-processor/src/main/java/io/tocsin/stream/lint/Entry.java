package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.List;

/**
 * A phrase of a dictionary and what it means there.
 *
 * @param file name of the file, such as {@code topic/en.txt}
 * @param line from 1
 * @param language two-letter code, or {@code *} for all
 * @param scope entries of different scopes do not compete: topics, escalation, countries
 * @param meaning what a hit says, such as {@code medtop:16000000 = 2.0}; equal meanings are the same to the tagger
 * @param role whether it says something alone
 * @param phrase as its editor wrote it
 * @param forms all that the lexicon is given for it, the first one nearest to the phrase; a word may end in {@code *}
 */
public record Entry(
        String file,
        int line,
        String language,
        String scope,
        String meaning,
        Role role,
        String phrase,
        List<String> forms) {

    /** What an entry does. */
    public enum Role {
        /** It says its meaning. */
        SAYS,
        /** It keeps phrases within it from saying theirs. */
        HIDES,
        /** It is a part of a longer pattern, or a word that colours its surroundings. */
        PART
    }

    public Entry {
        forms = List.copyOf(forms);
    }

    DictionaryProblem problem(String message) {
        return new DictionaryProblem(file, line, message);
    }

    /** What it says, whatever weight it gives to that. */
    String subject() {
        int weight = meaning.indexOf(" = ");
        return weight < 0 ? meaning : meaning.substring(0, weight);
    }

    /** As other entries' problems name it. */
    String place() {
        return file + ":" + line;
    }
}
