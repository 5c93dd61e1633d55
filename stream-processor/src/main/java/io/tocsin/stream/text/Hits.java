package io.tocsin.stream.text;

import java.util.Arrays;

/**
 * Phrases found in an article, by first token, then by length, longest first. A hit may lie inside another or overlap
 * it; which of them holds is the resolvers' business. Filled by {@link Lexicon#find}; not safe for use by several
 * threads.
 */
public final class Hits {
    int size;
    int[] entry = new int[256];
    int[] from = new int[256];
    int[] to = new int[256];
    /** How many there were before the token that the walk is at. */
    private int mark;

    void mark() {
        mark = size;
    }

    /** Sorts those of one first token, longest first, then by entry; insertion sort, for there are few. */
    void sortFromMark() {
        for (int i = mark + 1; i < size; i++) {
            int movedEntry = entry[i];
            int movedTo = to[i];
            int k = i - 1;
            while (k >= mark && (to[k] < movedTo || (to[k] == movedTo && entry[k] > movedEntry))) {
                entry[k + 1] = entry[k];
                to[k + 1] = to[k];
                k--;
            }
            entry[k + 1] = movedEntry;
            to[k + 1] = movedTo;
        }
    }

    void clear() {
        size = 0;
    }

    void add(int newEntry, int newFrom, int newTo) {
        if (size == entry.length) {
            entry = Arrays.copyOf(entry, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        entry[size] = newEntry;
        from[size] = newFrom;
        to[size] = newTo;
        size++;
    }

    public int size() {
        return size;
    }

    /** The entry's number, as its dictionary gave it to {@link Lexicon.Builder#add}. */
    public int entry(int hit) {
        return entry[hit];
    }

    /** First token. */
    public int from(int hit) {
        return from[hit];
    }

    /** One past the last token. */
    public int to(int hit) {
        return to[hit];
    }
}
