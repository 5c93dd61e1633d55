package io.tocsin.stream.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tocsin.stream.text.Tokens;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample of a text's shingles (runs of {@value #SHINGLE} words), by which two texts are compared without the texts.
 * The sample holds every shingle whose hash lies below a limit, a FracMinHash (Irber et al. 2022): unlike MinHash it
 * estimates containment too, which is what a copy that was cut short needs. A short text is kept whole, a long one
 * halves its limit until it fits. Immutable.
 */
public final class Fingerprint {
    /** Words of a shingle. */
    static final int SHINGLE = 3;

    /** Most hashes that are kept. */
    static final int MAX_SAMPLE = 128;

    private static final int BUCKET_BITS = 8;
    private static final int BUCKETS = 1 << BUCKET_BITS;

    /** More hashes than this hold repeated ones, which are not spread evenly. */
    private static final int FEW = 4 * MAX_SAMPLE;

    /** A text with fewer shingles is too short to be compared by them. */
    static final int MIN_SHINGLES = 6;

    /** Hashes, unsigned, ascending, all below 2^32 / 2^{@link #halvings}. */
    private final int[] sample;

    private final int halvings;

    private Fingerprint(int[] sample, int halvings) {
        this.sample = sample;
        this.halvings = halvings;
    }

    /** The fingerprint of an article's text; of its title when there is no text. */
    public static Fingerprint of(Tokens tokens) {
        int from = tokens.size() - tokens.titleSize() >= SHINGLE ? tokens.titleSize() : 0;
        int count = Math.max(0, tokens.size() - from - SHINGLE + 1);
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            int hash = 17;
            for (int k = 0; k < SHINGLE; k++) {
                hash = hash * 0x9E3779B1 + tokens.hash(from + i + k);
            }
            hashes[i] = mix(hash);
        }
        int halvings = Math.max(0, halvingsThatFit(hashes) - 1);
        int[] sample = distinctBelow(hashes, halvings);
        if (sample.length > MAX_SAMPLE) {
            halvings++;
            sample = below(sample, halvings);
        } else {
            // Shingles that come again and again leave room for more.
            for (int[] more = sample; halvings > 0 && more.length <= MAX_SAMPLE; ) {
                more = distinctBelow(hashes, halvings - 1);
                if (more.length <= MAX_SAMPLE) {
                    halvings--;
                    sample = more;
                }
            }
        }
        return new Fingerprint(sample, halvings);
    }

    /** The fewest halvings of the limit after which all hashes below it fit, repeated ones counted. */
    private static int halvingsThatFit(int[] hashes) {
        int[] withZeros = new int[Integer.SIZE + 1];
        for (int hash : hashes) {
            withZeros[Integer.numberOfLeadingZeros(hash)]++;
        }
        int below = hashes.length;
        int halvings = 0;
        while (below > MAX_SAMPLE && halvings < Integer.SIZE) {
            below -= withZeros[halvings];
            halvings++;
        }
        return halvings;
    }

    /** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
    private static int mix(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** The distinct hashes below a limit, unsigned, ascending. */
    private static int[] distinctBelow(int[] hashes, int halvings) {
        int[] sorted = new int[hashes.length];
        int count = 0;
        for (int hash : hashes) {
            if (isBelow(hash, halvings)) {
                sorted[count++] = hash ^ Integer.MIN_VALUE;
            }
        }
        if (count <= FEW) {
            sortUniform(sorted, count, halvings);
        } else {
            Arrays.sort(sorted, 0, count);
        }
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        for (int i = 0; i < size; i++) {
            sorted[i] ^= Integer.MIN_VALUE;
        }
        return Arrays.copyOf(sorted, size);
    }

    /**
     * Sorts numbers that are spread evenly from the least one up to the limit: each goes to where it will about stand, and
     * a sort by insertion does the rest.
     */
    private static void sortUniform(int[] numbers, int count, int halvings) {
        int[] rough = new int[count];
        int[] from = new int[BUCKETS + 1];
        for (int i = 0; i < count; i++) {
            from[bucket(numbers[i], halvings) + 1]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            from[bucket + 1] += from[bucket];
        }
        for (int i = 0; i < count; i++) {
            rough[from[bucket(numbers[i], halvings)]++] = numbers[i];
        }
        for (int i = 0; i < count; i++) {
            int number = rough[i];
            int at = i;
            while (at > 0 && numbers[at - 1] > number) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = number;
        }
    }

    private static int bucket(int number, int halvings) {
        return ((number ^ Integer.MIN_VALUE) << halvings) >>> (Integer.SIZE - BUCKET_BITS);
    }

    private static int[] below(int[] ascending, int halvings) {
        return Arrays.copyOf(ascending, sizeBelow(ascending, halvings));
    }

    private static int sizeBelow(int[] ascending, int halvings) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isBelow(ascending[middle], halvings)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int sizeBelow(int limit) {
        return limit == halvings ? sample.length : sizeBelow(sample, limit);
    }

    private static boolean isBelow(int hash, int halvings) {
        return Integer.toUnsignedLong(hash) < (1L << (32 - halvings));
    }

    /** Whether there is enough text to compare. */
    public boolean isComparable() {
        return sample.length >= MIN_SHINGLES;
    }

    /** The lowest hashes, by which an index finds this text again; at most {@code max}. */
    int[] keys(int max) {
        return Arrays.copyOf(sample, Math.min(max, sample.length));
    }

    /**
     * How much of the shorter text stands in the longer one, 0 to 1, and how much of the longer one in the shorter.
     *
     * @param ofShorter shared shingles over those of the text that has fewer
     * @param ofThis shared shingles over those of the text that is asked
     */
    public record Overlap(double ofShorter, double ofThis) {
        static final Overlap NONE = new Overlap(0, 0);
    }

    /** Compares two texts at the finer of their limits that both can serve. */
    public Overlap overlap(Fingerprint other) {
        int common = Math.max(halvings, other.halvings);
        int mine = sizeBelow(common);
        int theirs = other.sizeBelow(common);
        int shared = 0;
        for (int i = 0, k = 0; i < mine && k < theirs; ) {
            int one = sample[i] ^ Integer.MIN_VALUE;
            int two = other.sample[k] ^ Integer.MIN_VALUE;
            if (one == two) {
                shared++;
                i++;
                k++;
            } else if (one < two) {
                i++;
            } else {
                k++;
            }
        }
        int shorter = Math.min(mine, theirs);
        return shorter < MIN_SHINGLES / 2
                ? Overlap.NONE
                : new Overlap((double) shared / shorter, (double) shared / mine);
    }

    /** As text: {@link #bytes} in Base64. */
    @JsonValue
    public String encoded() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes());
    }

    /** The reverse of {@link #encoded}. */
    @JsonCreator
    public static Fingerprint decoded(String encoded) {
        return of(Base64.getDecoder().decode(encoded));
    }

    /** The halvings and the hashes. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + 4 * sample.length).put((byte) halvings);
        for (int hash : sample) {
            bytes.putInt(hash);
        }
        return bytes.array();
    }

    /** The reverse of {@link #bytes}. */
    static Fingerprint of(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        int halvings = bytes.get();
        int[] sample = new int[bytes.remaining() / 4];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = bytes.getInt();
        }
        return new Fingerprint(sample, halvings);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && halvings == that.halvings && Arrays.equals(sample, that.sample);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sample);
    }

    @Override
    public String toString() {
        return List.of(sample.length, halvings).toString();
    }
}
