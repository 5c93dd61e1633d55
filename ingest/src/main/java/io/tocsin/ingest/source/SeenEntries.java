package io.tocsin.ingest.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a source published, the latest few thousand: an entry that says the same as before is not published again. */
final class SeenEntries {
    private int most;
    private final LinkedHashMap<String, Integer> versions = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> underway = new HashSet<>();

    SeenEntries(int most) {
        this.most = most;
    }

    /** Remembers more of them from now on, never fewer. */
    synchronized void holdAtLeast(int entries) {
        most = Math.max(most, entries);
    }

    /** What an entry is to us. */
    enum Novelty {
        NEW,
        /** Known under this id, with another text. */
        CHANGED,
        KNOWN
    }

    synchronized Novelty look(String id, int version) {
        Integer known = versions.get(id);
        if (known == null) {
            return Novelty.NEW;
        }
        return known == version ? Novelty.KNOWN : Novelty.CHANGED;
    }

    /** Takes it as published; the broker may not have it yet. */
    synchronized void remember(String id, int version) {
        underway.add(id);
        put(id, version);
    }

    /** The broker has it. */
    synchronized void settle(String id) {
        underway.remove(id);
    }

    synchronized void forget(String id) {
        underway.remove(id);
        versions.remove(id);
    }

    /** Takes over what was kept, the latest last. */
    synchronized void restore(Map<String, Integer> kept) {
        kept.forEach(this::put);
    }

    private void put(String id, int version) {
        versions.put(id, version);
        if (versions.size() > most) {
            Map.Entry<String, Integer> oldest = versions.entrySet().iterator().next();
            versions.remove(oldest.getKey());
        }
    }

    /** The latest that the broker has, the very latest last. */
    synchronized Map<String, Integer> settled(int atMost) {
        Map<String, Integer> settled = new LinkedHashMap<>(versions);
        settled.keySet().removeAll(underway);
        settled.keySet()
                .removeAll(settled.keySet().stream()
                        .limit(Math.max(0, settled.size() - atMost))
                        .toList());
        return settled;
    }

    synchronized boolean isAllSettled() {
        return underway.isEmpty();
    }
}
