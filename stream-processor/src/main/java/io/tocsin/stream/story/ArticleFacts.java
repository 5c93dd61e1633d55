package io.tocsin.stream.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What of an article can be compared with another article in other words or another language: who, where, how many,
 * what kind of thing. Each fact is a number that is the same on every machine. Some 400 bytes. Immutable.
 */
public final class ArticleFacts {
    /** Of an article of which nothing is known. */
    public static final ArticleFacts NONE = new ArticleFacts(0, new int[Part.values().length][0]);

    /** The kinds of fact. Only append: the position is stored. */
    enum Part {
        /** Countries in focus. */
        FOCUS(2),
        /** Other countries that it names. */
        COUNTRIES(4),
        /** Towns other than capitals, the weightiest first. */
        TOWNS(4),
        /** Capitals, the weightiest first. */
        CAPITALS(3),
        /** First-level subdivisions, also those of its towns. */
        REGIONS(5),
        /** Skeletons of the last words of names of two words and more: persons, mostly. */
        PERSONS(8),
        /** Skeletons of all words of names. */
        NAMES(24),
        /** Skeletons of words that may be names, in scripts without capitals. */
        LOOSE_NAMES(32),
        /** Kinds of event and thing, in the order of the article. */
        CONCEPTS(12),
        /** {@link Quantity#packed} numbers. */
        NUMBERS(QuantityReader.MAX),
        /** Word stems of its own language, title first. */
        TERMS(56);

        /** Most that are kept. */
        final int max;

        Part(int max) {
            this.max = max;
        }
    }

    private static final int PARTS = Part.values().length;
    private static final int[] NOTHING = {};

    /** Hash of the language's code, 0 when unknown. */
    private final int language;

    private final int[][] parts;
    /** The parts in ascending order, to be met with another's. */
    private final int[][] sorted;

    ArticleFacts(int language, int[][] parts) {
        this.language = language;
        this.parts = parts;
        this.sorted = new int[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            sorted[i] = sorted(parts[i]);
        }
    }

    /** The same array when it is in order: three days of articles are held in memory. */
    private static int[] sorted(int[] part) {
        for (int i = 1; i < part.length; i++) {
            if (part[i - 1] > part[i]) {
                int[] sorted = part.clone();
                Arrays.sort(sorted);
                return sorted;
            }
        }
        return part;
    }

    boolean isSameLanguage(ArticleFacts other) {
        return language != 0 && language == other.language;
    }

    /** In the order of their weight; not to be written to. */
    int[] of(Part part) {
        return parts[part.ordinal()];
    }

    /** In ascending order; not to be written to. */
    int[] sorted(Part part) {
        return sorted[part.ordinal()];
    }

    boolean has(Part part) {
        return parts[part.ordinal()].length > 0;
    }

    /** Whether there is anything to compare. */
    public boolean isComparable() {
        return has(Part.TERMS) || has(Part.CONCEPTS) || has(Part.NAMES);
    }

    /** As text: {@link #bytes} in Base64. */
    @JsonValue
    public String encoded() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes());
    }

    /** The reverse of {@link #encoded}. */
    @JsonCreator
    public static ArticleFacts decoded(String encoded) {
        return of(Base64.getDecoder().decode(encoded));
    }

    /** The language, then of each part the length and the numbers. */
    byte[] bytes() {
        int size = 4 + PARTS;
        for (int[] part : parts) {
            size += 4 * part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).putInt(language);
        for (int[] part : parts) {
            bytes.put((byte) part.length);
            for (int fact : part) {
                bytes.putInt(fact);
            }
        }
        return bytes.array();
    }

    /** The reverse of {@link #bytes}. */
    static ArticleFacts of(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        int language = bytes.getInt();
        int[][] parts = new int[PARTS][];
        for (int i = 0; i < PARTS; i++) {
            int length = bytes.get();
            parts[i] = length == 0 ? NOTHING : new int[length];
            for (int k = 0; k < parts[i].length; k++) {
                parts[i][k] = bytes.getInt();
            }
        }
        return new ArticleFacts(language, parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArticleFacts that && language == that.language && Arrays.deepEquals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * language + Arrays.deepHashCode(parts);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(parts);
    }
}
