package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.WrittenDate;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The date of publication as it stands on the page itself. */
final class PageDates {
    private static final String MICRODATA =
            "[itemprop~=(?i)^datePublished$], [property~=(?i)^(schema:)?datePublished$]";
    private static final String TIMES =
            "article time[datetime], main time[datetime], header time[datetime], time[pubdate],"
                    + " [class*=publi] time[datetime], [class*=date] time[datetime], time[datetime]";
    private static final String WRITTEN =
            "abbr.published, .published, .entry-date, .post-date, .pubdate, .publish-date,"
                    + " .article-date, .date-published, .dateline, .article__date, .byline-date, .timestamp, [class*=publish],"
                    + " [class*=datum], [class*=fecha], [class*=date]";

    /** Elements that are looked at for each rule. */
    private static final int MOST = 12;

    private PageDates() {}

    static @Nullable Instant onPage(Document page) {
        for (String rule : new String[] {MICRODATA, TIMES, WRITTEN}) {
            int looked = 0;
            for (Element element : page.select(rule)) {
                if (looked++ >= MOST) {
                    break;
                }
                Instant date = of(element);
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static @Nullable Instant of(Element element) {
        for (String attribute : new String[] {"content", "datetime", "data-datetime", "title"}) {
            Instant date = element.hasAttr(attribute) ? WrittenDate.read(element.attr(attribute)) : null;
            if (date != null) {
                return date;
            }
        }
        String text = element.text();
        return text.length() > 80 ? null : WrittenDate.read(text);
    }
}
