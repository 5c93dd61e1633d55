package io.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/** What on a page never is, or by its name is hardly ever, part of an article. */
final class PageNoise {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "canvas",
            "map",
            "audio",
            "video",
            "button",
            "input",
            "select",
            "textarea",
            "option",
            "datalist",
            "nav",
            "dialog",
            "link",
            "meta",
            "footer",
            "menu",
            "progress",
            "frame",
            "frameset");

    private static final Set<String> ROLES = Set.of(
            "menu",
            "menubar",
            "complementary",
            "navigation",
            "alert",
            "alertdialog",
            "dialog",
            "banner",
            "contentinfo",
            "search",
            "tablist",
            "toolbar",
            "tooltip",
            "button");

    /** Elements that may hold the text itself. */
    private static final Set<String> TEXT = Set.of("article", "body", "main", "p", "a", "em", "strong", "b", "i", "h1");

    /** Words in class and id of what surrounds an article. */
    private static final Pattern UNLIKELY = Pattern.compile(
            "-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|gdpr|legends|menu|newsletter"
                    + "|pagination|pager|popup|promo|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor"
                    + "|supplemental|ad-break|agegate|yom-remote|foot(?!note)|masthead|widget|subscri|share|sharing|outbrain"
                    + "|taboola|recommend|most-read|mostread|most-popular|trending|teaser|read-more|readmore|more-stories"
                    + "|morestories|signup|sign-up|cookie|consent|paywall|toolbar|navbar|nav-|-nav|navigation|tag-list|taglist"
                    + "|author-bio|authorbio|about-author|advert|adsense|adslot|dfp-|google-ad|author-box|bottom-of-article"
                    + "|print-only|skip-link|screen-reader|visually-hidden|sr-only",
            Pattern.CASE_INSENSITIVE);

    /** Words that save an element from the above. */
    private static final Pattern PERHAPS = Pattern.compile(
            "and|article|body|column|content|main|shadow|story|entry|post|text", Pattern.CASE_INSENSITIVE);

    /** Names that nothing saves. */
    private static final Pattern CERTAIN = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?|respond|disqus_thread|related(?:[-_]?(?:articles?|posts?|stories|news|content|links?|topics))?"
                    + "|newsletter(?:[-_]?(?:signup|box|form|promo))?|social(?:[-_]?(?:share|media|links|icons|bar))?"
                    + "|share(?:[-_]?(?:bar|buttons?|tools|links|icons))?|sharing|sharedaddy|breadcrumbs?|cookie[-_\\w]*"
                    + "|outbrain|taboola|sidebar|tags|tag-?list|post-?tags|entry-tags|article-tags|recommended|recommendations"
                    + "|jp-relatedposts|author-?bio|about-?the-?author|most-?read|most-?popular|read-?next|up-?next"
                    + "|advertisement|advertising|post-?navigation|nav-?links|wp-caption-text|sr-only|visually-?hidden)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

    /** Share of a page's text from which on an element is no surrounding, whatever it is called. */
    private static final double TOO_MUCH = 0.5;

    private PageNoise() {}

    /** Removes from a page's body what is not to be looked at. */
    static void strip(Element body, Strictness strictness) {
        body.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Comment) {
                    return FilterResult.REMOVE;
                }
                return node instanceof Element element && depth > 0 && isNever(element)
                        ? FilterResult.REMOVE
                        : FilterResult.CONTINUE;
            }
        });
        for (Element form : body.select("form, fieldset, center, font")) {
            form.tagName("div");
        }
        if (strictness != Strictness.STRICT) {
            return;
        }
        ElementText text = ElementText.of(body);
        double most = text.get(body).length() * TOO_MUCH;
        List<Element> unlikely = new ArrayList<>();
        Map<String, Name> names = new HashMap<>();
        body.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Element element
                        && depth > 0
                        && isUnlikely(element, names)
                        && text.get(element).length() < most) {
                    unlikely.add(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                return FilterResult.CONTINUE;
            }
        });
        unlikely.forEach(Node::remove);
    }

    private static boolean isNever(Element element) {
        return NEVER.contains(element.normalName())
                || element.hasAttr("hidden")
                || (element.attr("aria-hidden").equals("true")
                        && !element.className().contains("fallback-image"))
                || HIDDEN.matcher(element.attr("style")).find();
    }

    /** What class and id say of an element. */
    private enum Name {
        /** It surrounds an article, whatever it is. */
        CERTAIN,
        /** It may well. */
        UNLIKELY,
        /** Nothing of that. */
        NOTHING;

        static Name of(String name) {
            if (PageNoise.CERTAIN.matcher(name).find()) {
                return CERTAIN;
            }
            return PageNoise.UNLIKELY.matcher(name).find()
                            && !PERHAPS.matcher(name).find()
                    ? UNLIKELY
                    : NOTHING;
        }
    }

    /** The names of a page come again and again: each is looked at once. */
    private static boolean isUnlikely(Element element, Map<String, Name> names) {
        if (TEXT.contains(element.normalName())) {
            return names.computeIfAbsent(name(element), Name::of) == Name.CERTAIN
                    && !element.normalName().equals("article")
                    && !element.normalName().equals("main");
        }
        if (element.nameIs("aside") || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return true;
        }
        String name = name(element);
        if (name.isEmpty()) {
            return false;
        }
        Name said = names.computeIfAbsent(name, Name::of);
        return said == Name.CERTAIN || (said == Name.UNLIKELY && element.closest("table, code") == null);
    }

    /** Class and id. */
    static String name(Element element) {
        String classes = element.className();
        String id = element.id();
        return id.isEmpty() ? classes : classes.isEmpty() ? id : classes + " " + id;
    }
}
