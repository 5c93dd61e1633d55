package io.tocsin.stream.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A hash table from numbers to things, open-addressed, without a box for each number. Not safe for several threads. */
final class IntTable<V> {
    private static final int SMALLEST = 1 << 10;

    private int[] keys = new int[SMALLEST];
    private @Nullable Object[] values = new Object[SMALLEST];
    private int size;

    private int home(int key) {
        int mixed = key * 0x9E3779B1;
        return (mixed ^ (mixed >>> 16)) & (keys.length - 1);
    }

    private int slot(int key) {
        int slot = home(key);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(int key) {
        return (V) values[slot(key)];
    }

    void put(int key, V value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (values[slot] == null) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = Arrays.copyOf(new Object[0], keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Takes a number out and moves up what lay behind it, so that no gap is left. */
    void remove(int key) {
        int gap = slot(key);
        if (values[gap] == null) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int next = (gap + 1) & mask;
        while (values[next] != null) {
            if (((next - home(keys[next])) & mask) >= ((next - gap) & mask)) {
                keys[gap] = keys[next];
                values[gap] = values[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        values[gap] = null;
    }
}
