package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the versions of archived articles, as ingest does live: lines of one id are versions of one article, in the
 * order in which they were seen; a line that says what the one before said is the same version once more.
 */
final class ArchivedVersions {
    private ArchivedVersions() {}

    /** The articles in the order in which they were seen. What bears a version already keeps it. */
    static List<RawArticle> numbered(List<RawArticle> articles) {
        List<RawArticle> sorted = new ArrayList<>(articles);
        sorted.sort(Comparator.comparing(RawArticle::seenAt));
        Map<String, RawArticle> last = new HashMap<>();
        sorted.replaceAll(article -> {
            RawArticle before = last.get(article.id());
            RawArticle numbered = before == null ? article : after(before, article);
            last.put(article.id(), numbered);
            return numbered;
        });
        return sorted;
    }

    private static RawArticle after(RawArticle before, RawArticle article) {
        Revision said = article.revision() == null
                ? new Revision(1, Kind.NEW, article.firstSeenAt(), List.of())
                : article.revision();
        if (said.version() > 1) {
            return article;
        }
        Revision former = before.revision();
        int version = former == null ? 1 : former.version();
        Kind kind = former == null ? Kind.NEW : former.kind();
        boolean same = article.title().equals(before.title())
                && article.text().equals(before.text())
                && (said.kind() == Kind.NEW || said.kind() == kind);
        return same
                ? article.revised(said.as(version, kind), before.firstSeenAt())
                : article.revised(
                        said.as(version + 1, said.kind() == Kind.NEW ? Kind.UPDATED : said.kind()),
                        before.firstSeenAt());
    }
}
