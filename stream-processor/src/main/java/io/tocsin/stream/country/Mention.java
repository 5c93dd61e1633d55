package io.tocsin.stream.country;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that may name a country, while it is being found out which. */
final class Mention {
    /** Where the finding out stands. */
    enum State {
        /** May be a place. */
        OPEN,
        /** Possibly a person's name; the rest of the article decides. */
        SUSPECT,
        /** A person's name or part of another name. */
        REJECTED
    }

    final int from;
    final int to;
    final Phrase phrase;
    final List<Reading> options;

    State state = State.OPEN;
    /** What it means; null until chosen, and for good when nothing is likely enough. */
    @Nullable
    Reading chosen;
    /** What stands beside it leaves no choice ("Paris, Texas"). */
    boolean fixed;

    Mention(int from, int to, Phrase phrase, List<Reading> options) {
        this.from = from;
        this.to = to;
        this.phrase = phrase;
        this.options = options;
    }

    boolean isAbbreviation() {
        return options.get(0).role() == Reading.Role.ABBREVIATION;
    }

    /** The country that all readings agree on, or -1. */
    int onlyCountry() {
        if (chosen != null) {
            return chosen.country();
        }
        int country = options.get(0).country();
        for (int i = 1; i < options.size(); i++) {
            if (options.get(i).country() != country) {
                return -1;
            }
        }
        return country;
    }

    /** Whether some reading is of the kind. */
    boolean has(MentionKind kind) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).kind() == kind) {
                return true;
            }
        }
        return false;
    }
}
