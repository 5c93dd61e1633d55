package io.tocsin.stream.topic;

import java.util.List;

/**
 * A line of a topic dictionary.
 *
 * @param language number of the language
 * @param topic number of the topic, or {@link #ABOUT_NOTHING}
 * @param weight 1 hints, 4 leaves no doubt; below 0 speaks against
 * @param casing of its first word
 * @param forms as they stand in news
 */
record TopicTerm(int language, int topic, double weight, Casing casing, List<String> forms) {
    /** Topic of a phrase that only hides the terms inside it. */
    static final int ABOUT_NOTHING = -1;

    TopicTerm {
        forms = List.copyOf(forms);
    }
}
