package io.tocsin.stream.story;

import java.util.Arrays;

/** The articles that state one thing: how many, and the numbers of the latest. Not safe for use by several threads. */
final class Posting {
    /** Articles that are named: the latest. */
    static final int LATEST = 64;

    private int count;
    /** A ring once it is full. */
    private int[] latest = new int[2];

    private int written;

    void add(int article) {
        if (written == latest.length && latest.length < LATEST) {
            latest = Arrays.copyOf(latest, Math.min(LATEST, latest.length * 4));
        }
        latest[written % latest.length] = article;
        written++;
        count++;
    }

    /** One of the articles is gone. Answers whether it was the last. */
    boolean removed() {
        count--;
        return count <= 0;
    }

    /** Articles that state it now. */
    int count() {
        return count;
    }

    /** How many are named, gone ones included. */
    int named() {
        return Math.min(written, latest.length);
    }

    /** The number of one that is named, from 0 to {@link #named}, in no order. */
    int latest(int index) {
        return latest[index];
    }
}
