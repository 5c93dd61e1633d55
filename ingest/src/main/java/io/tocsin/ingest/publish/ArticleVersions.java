package io.tocsin.ingest.publish;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which version of its article comes in, whatever door it comes through: what was published last under its id is
 * compared with it. The same title, text and kind are the same version, however often they come. The last {@value #MOST}
 * articles are remembered; an edit of an older one begins anew with version 1. Safe for use by any thread.
 */
final class ArticleVersions {
    /** About 25 MB of memory; articles are edited within hours. */
    static final int MOST = 100_000;

    private final VersionJournal journal;
    private final LinkedHashMap<String, Known> known = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The version of an article that was published last.
     *
     * @param hash of what it says
     * @param firstSeenAt of the article's first version
     */
    record Known(String id, int version, String hash, Kind kind, Instant firstSeenAt) {}

    /** An article as one version of itself. */
    record Revised(
            RawArticle article, Known known, @Nullable Known before) {}

    ArticleVersions(VersionJournal journal) {
        this.journal = journal;
        journal.read().forEach(one -> known.put(one.id(), one));
    }

    /** The article with its version; from now on it is the one that was published last. */
    synchronized Revised revise(RawArticle article) {
        Revision said = article.revision() == null
                ? new Revision(1, Kind.NEW, article.firstSeenAt(), List.of())
                : article.revision();
        String hash = hash(article, said.kind());
        Known before = known.get(article.id());
        Known now;
        if (before == null) {
            now = new Known(article.id(), 1, hash, said.kind(), article.firstSeenAt());
        } else if (before.hash().equals(hash)) {
            now = before;
        } else {
            Kind kind = said.kind() == Kind.NEW ? Kind.UPDATED : said.kind();
            now = new Known(article.id(), before.version() + 1, hash, kind, before.firstSeenAt());
        }
        known.put(article.id(), now);
        return new Revised(article.revised(said.as(now.version(), now.kind()), now.firstSeenAt()), now, before);
    }

    /** Whether a version of it was published. */
    synchronized boolean knows(String id) {
        return known.containsKey(id);
    }

    /** There was no room for it: what was known before holds. */
    synchronized void takeBack(Revised revised) {
        if (!revised.known().equals(known.get(revised.known().id()))) {
            return;
        }
        if (revised.before() == null) {
            known.remove(revised.known().id());
        } else {
            known.put(revised.known().id(), revised.before());
        }
    }

    /** The broker has it. */
    void settle(Revised revised) {
        if (!revised.known().equals(revised.before())) {
            journal.write(revised.known());
        }
    }

    void close() {
        journal.close();
    }

    private static String hash(RawArticle article, Kind kind) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update(article.title().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(article.text().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) (kind == Kind.CORRECTED ? 1 : kind == Kind.RETRACTED ? 2 : 0));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
