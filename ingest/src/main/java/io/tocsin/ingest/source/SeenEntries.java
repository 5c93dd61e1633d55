package io.tocsin.ingest.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a source published, the latest few thousand: an entry that says the same as before is not published again. */
final class SeenEntries {
    private final int most;
    private final LinkedHashMap<String, Integer> versions = new LinkedHashMap<>(16, 0.75f, true);

    SeenEntries(int most) {
        this.most = most;
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

    synchronized void remember(String id, int version) {
        versions.put(id, version);
        if (versions.size() > most) {
            Map.Entry<String, Integer> oldest = versions.entrySet().iterator().next();
            versions.remove(oldest.getKey());
        }
    }

    synchronized void forget(String id) {
        versions.remove(id);
    }
}
