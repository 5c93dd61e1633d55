package io.tocsin.stream.text;

/** A folded word as a few numbers: as many code units to each as fit, the first one highest, the last number part full. */
final class PackedWord {
    /** Numbers that any word fits into whose code units take a byte each. */
    static final int PARTS = Lexicon.MAX_WORD / Long.BYTES;

    /** Low bits of a length, all zero where a number of one-byte code units is full. */
    static final int FULL = Long.BYTES - 1;

    /** The highest code unit that takes a byte. */
    static final int NARROW = 0xFF;

    private static final int WIDE_IN_PART = Long.SIZE / Character.SIZE;

    private PackedWord() {}

    /** The number that the last of so many one-byte code units falls into. */
    static int last(int length) {
        return (length - 1) >>> 3;
    }

    /** The numbers that a word takes; may be more than {@link #PARTS} when it is wide. */
    static int parts(int length, boolean wide) {
        return wide ? (length + WIDE_IN_PART - 1) / WIDE_IN_PART : last(length) + 1;
    }

    /** Packs a word, as much of it as fits, and says whether it is wide. */
    static boolean pack(char[] word, int length, long[] packed) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= word[i];
        }
        boolean wide = all > NARROW;
        int bits = wide ? Character.SIZE : Byte.SIZE;
        int inPart = wide ? WIDE_IN_PART : Long.BYTES;
        int part = 0;
        for (int from = 0; from < length && part < PARTS; from += inPart) {
            long number = 0;
            int to = Math.min(length, from + inPart);
            for (int i = from; i < to; i++) {
                number = (number << bits) | word[i];
            }
            packed[part++] = number;
        }
        return wide;
    }
}
