package io.tocsin.stream.topic;

import java.util.List;

/**
 * Whether an article's war words are meant. Matches, films, shops and heat waves attack, bombard and invade too: where
 * such a topic is strong, conflict needs a term that leaves no doubt. Immutable.
 */
final class WarWords {
    private static final String CONFLICT = "medtop:16000000";
    /** Sport, arts, lifestyle, weather, health, science, economy: they borrow the words of war. */
    private static final List<String> BORROWERS = List.of(
            "medtop:15000000",
            "medtop:01000000",
            "medtop:10000000",
            "medtop:17000000",
            "medtop:07000000",
            "medtop:13000000",
            "medtop:04000000");

    /** Weight from which a term of conflict is no figure of speech. */
    private static final double NO_DOUBT = 3;
    /** Share of what conflict has gathered from which a borrower is strong. */
    private static final double STRONG = 0.55;

    private final int conflict;
    private final int[] borrowers;
    private final boolean[] warlike;

    WarWords(TopicIndex index) {
        conflict = index.number(CONFLICT);
        borrowers = BORROWERS.stream().mapToInt(index::number).toArray();
        warlike = new boolean[index.size()];
        for (int topic = 0; topic < warlike.length; topic++) {
            int broader = index.broader(topic);
            warlike[topic] = topic == conflict || (broader >= 0 && warlike[broader]);
        }
    }

    /** Whether it is conflict, war and peace or narrower. */
    boolean isWarlike(int topic) {
        return topic >= 0 && warlike[topic];
    }

    /** Whether a term of this topic and weight is meant wherever it stands. */
    boolean leavesNoDoubt(int topic, double weight) {
        return isWarlike(topic) && weight >= NO_DOUBT;
    }

    /** Whether another topic has gathered so much that mere war words are likely borrowed. */
    boolean areBorrowed(double[] gathered) {
        for (int borrower : borrowers) {
            if (borrower >= 0 && gathered[borrower] >= STRONG * gathered[conflict]) {
                return true;
            }
        }
        return false;
    }
}
