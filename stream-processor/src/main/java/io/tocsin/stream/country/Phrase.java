package io.tocsin.stream.country;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phrase of the gazetteer with all that it may mean. Filled while loading, then left alone. */
final class Phrase {
    /** {@link #specificity} of a phrase without a {@code *}. */
    static final int EXACT = 1000;

    /** What the phrase says about its neighbours, in some languages or in any. */
    record Use(WordClass wordClass, @Nullable BitSet languages) {}

    final String text;
    /** The longer the stem, the more a match of it says; {@link #EXACT} without a {@code *}. */
    final int specificity;
    /** Code units without the {@code *}, for the rules on languages. */
    final int length;

    /** It means something only before a hyphen and another word: {@code Sino-}. */
    final boolean isFirstPart;

    final List<Reading> readings = new ArrayList<>(1);
    final List<Use> uses = new ArrayList<>(0);

    Phrase(String text) {
        this.text = text;
        int star = text.indexOf('*');
        this.specificity = star < 0 ? EXACT : text.length();
        this.isFirstPart = text.endsWith("-");
        this.length = star < 0 ? text.length() : star;
    }
}
