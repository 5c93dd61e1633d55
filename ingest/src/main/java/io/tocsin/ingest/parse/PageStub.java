package io.tocsin.ingest.parse;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Pages that stand where an article should: the teaser before a paywall, a question for consent, a gallery, a live
 * ticker. Told only when the page says so itself and its text is too short to be the article; a long text is an article,
 * whatever is said around it. Pure.
 */
final class PageStub {
    /** Characters from which on a text is an article although the page asks for money. */
    private static final int WHOLE_ARTICLE = 1000;

    /** Characters from which on a text is an article although it speaks of cookies or stands among pictures. */
    private static final int SOME_ARTICLE = 600;

    /** Elements that publishers put over what is not for everyone. */
    private static final String PAYWALL_ELEMENTS =
            "[class*=paywall], [id*=paywall], [class*=pay-wall], [data-paywall], [class*=piano-container],"
                    + " [class*=subscriber-only], [class*=subscribers-only], [class*=regwall], [class*=premium-content-gate]";

    /** What stands over them. */
    private static final Pattern PAYWALL_WORDS = Pattern.compile(
            "(?:subscribe|sign up|register|log ?in) (?:now )?(?:to|and) (?:continue|read|keep reading|unlock|get full access)"
                    + "|(?:continue|keep) reading (?:this article )?(?:with|by) (?:a |an |your )?(?:free )?(?:trial|subscri|account)"
                    + "|(?:this|the) (?:article|story|content) is (?:only )?(?:available )?(?:for|to|reserved for) (?:our )?(?:paying )?(?:subscribers|members)"
                    + "|subscriber-only (?:article|story|content)|already a subscriber\\?"
                    + "|(?:weiterlesen|jetzt lesen) mit\\b|dieser (?:artikel|inhalt) ist (?:nur )?f\u00fcr abonnenten|(?:nur|exklusiv) f\u00fcr abonnenten"
                    + "|(?:article|contenu) (?:est )?r\u00e9serv\u00e9 (?:aux|\u00e0 nos) abonn\u00e9s|la suite est r\u00e9serv\u00e9e|d\u00e9j\u00e0 abonn\u00e9"
                    + "|(?:art\u00edculo|contenido) (?:exclusivo|solo) para (?:suscriptores|socios)|suscr\u00edb(?:ete|ase) para (?:seguir|continuar) leyendo"
                    + "|(?:articolo|contenuto) riservato agli abbonati|conte\u00fado exclusivo para assinantes|assine para continuar"
                    + "|alleen voor abonnees|artyku\u0142 (?:tylko )?dla (?:prenumerator\u00f3w|subskrybent\u00f3w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CONSENT = Pattern.compile(
            "\\b(?:cookies?|consent|gdpr|einwilligung|zustimm\\w*|consentement|consentimiento|consenso|toestemming|zgod[ay])\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Times that a page must speak of consent, in a text that is short, to be about nothing else. */
    private static final int CONSENT_WORDS = 3;

    private PageStub() {}

    /** Why the page is no article, or null when it may be one. */
    static @Nullable Reason of(Document page, String text) {
        int length = text.length();
        LinkedData data = LinkedData.of(page);
        if (length < WHOLE_ARTICLE && isForSubscribers(page, data)) {
            return Reason.PAYWALL;
        }
        if (length < SOME_ARTICLE
                && CONSENT.matcher(text).results().limit(CONSENT_WORDS).count() >= CONSENT_WORDS) {
            return Reason.COOKIE_WALL;
        }
        if (data.describes("LiveBlogPosting")
                && page.select("[itemtype$=BlogPosting], article, .live-post").size() > 1) {
            return Reason.LIVE_TICKER;
        }
        return length < SOME_ARTICLE
                        && (data.describes("ImageGallery") || data.describes("MediaGallery") || isGallery(page))
                ? Reason.GALLERY
                : null;
    }

    /** Two signs, or the word of the publisher and a wall: many pages that are free have one of them. */
    private static boolean isForSubscribers(Document page, LinkedData data) {
        String free = data.text("isAccessibleForFree");
        boolean said = "false".equalsIgnoreCase(free)
                || page.selectFirst("meta[property=article:content_tier][content~=(?i)^(?:locked|metered)$]") != null;
        boolean wall = page.selectFirst(PAYWALL_ELEMENTS) != null;
        boolean words = PAYWALL_WORDS.matcher(page.body().text()).find();
        return (said && (wall || words)) || (wall && words);
    }

    private static boolean isGallery(Document page) {
        return page.selectFirst("meta[property=og:type][content~=(?i)gallery]") != null;
    }
}
