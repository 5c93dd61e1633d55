package io.tocsin.ingest.parse;

import io.tocsin.ingest.parse.ElementText.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the article: each paragraph gives points for its length and its commas to the elements
 * around it, the nearest most; names count, links cost. The method is that of Mozilla's Readability
 * (https://github.com/mozilla/readability), with a premium for elements that pages mark as the body of an article.
 */
final class Candidates {
    private static final Set<String> SCORED = Set.of("section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre");
    private static final int SHORTEST_PARAGRAPH = 25;
    private static final int ANCESTORS = 5;
    private static final int LOOKED_AT = 5;

    private static final Pattern POSITIVE = Pattern.compile(
            "article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATIVE = Pattern.compile(
            "-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain"
                    + "|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget|teaser|newsletter",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY = Pattern.compile(
            "(?:^|[\\s_-])(?:article|story|post|entry|news|page)(?:[-_]{0,2})(?:body|content|text|copy|main)(?:$|[\\s_-])"
                    + "|articlebody|storybody|(?:^|\\s)(?:body-?copy|body-?text|rich-?text)(?:$|\\s)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?: |$)");

    private final Element body;
    private final ElementText text;
    private final IdentityHashMap<Element, Double> scores = new IdentityHashMap<>();
    private final Strictness strictness;

    private Candidates(Element body, Strictness strictness) {
        this.body = body;
        this.text = ElementText.of(body);
        this.strictness = strictness;
    }

    /** A new element with all that belongs to the article; the body itself when nothing stands out. */
    static Element article(Element body, Strictness strictness) {
        Candidates candidates = new Candidates(body, strictness);
        candidates.score();
        Element top = candidates.top();
        return candidates.withSiblings(top);
    }

    private void score() {
        for (Element element : body.getAllElements()) {
            Measure measure = text.get(element);
            if (!SCORED.contains(element.normalName()) || measure.length() < SHORTEST_PARAGRAPH) {
                continue;
            }
            double points = 1 + measure.commas() + 1 + Math.min(measure.length() / 100, 3);
            Element ancestor = element.parent();
            for (int level = 0; level < ANCESTORS && ancestor != null && !same(ancestor, body.parent()); level++) {
                double divider = level == 0 ? 1 : level == 1 ? 2 : level * 3;
                if (!scores.containsKey(ancestor)) {
                    scores.put(ancestor, initial(ancestor));
                }
                scores.merge(ancestor, points / divider, Double::sum);
                ancestor = ancestor.parent();
            }
        }
        scores.replaceAll((element, score) -> score * (1 - text.get(element).linkDensity()));
    }

    private double initial(Element element) {
        double base =
                switch (element.normalName()) {
                    case "div", "main" -> 5;
                    case "article" -> 10;
                    case "pre", "td", "blockquote" -> 3;
                    case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
                    case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
                    default -> 0;
                };
        return base + weight(element, strictness);
    }

    /** What class and id say of an element. */
    static double weight(Element element, Strictness strictness) {
        if (strictness == Strictness.LAST_RESORT) {
            return 0;
        }
        double weight = 0;
        for (String name : new String[] {element.className(), element.id()}) {
            if (!name.isEmpty()) {
                weight -= NEGATIVE.matcher(name).find() ? 25 : 0;
                weight += POSITIVE.matcher(name).find() ? 25 : 0;
            }
        }
        return weight;
    }

    /** Whether a page marks an element as the body of its article. */
    static boolean isMarkedBody(Element element) {
        return element.attr("itemprop").equalsIgnoreCase("articleBody")
                || element.attr("property").endsWith("articleBody")
                || BODY.matcher(PageNoise.name(element)).find();
    }

    private double score(@Nullable Element element) {
        return element == null ? 0 : scores.getOrDefault(element, 0.0);
    }

    private Element top() {
        List<Element> best = new ArrayList<>(scores.keySet());
        best.sort(Comparator.comparingDouble((Element e) -> -score(e))
                .thenComparingInt(e -> -text.get(e).length()));
        if (best.isEmpty()) {
            return body;
        }
        Element top = best.get(0);
        Element common = commonAncestor(top, best.subList(1, Math.min(best.size(), LOOKED_AT)));
        if (common != null) {
            top = common;
        }
        top = climbed(top);
        Element parent = top.parent();
        while (parent != null && !same(parent, body) && parent.childrenSize() == 1) {
            top = parent;
            parent = top.parent();
        }
        return top;
    }

    /** An element that holds most of the best ones: articles in several columns or sections. */
    private @Nullable Element commonAncestor(Element top, List<Element> others) {
        List<Element> rivals = new ArrayList<>();
        for (Element other : others) {
            if (score(other) / score(top) >= 0.75) {
                rivals.add(other);
            }
        }
        if (rivals.size() < 3) {
            return null;
        }
        for (Element ancestor = top.parent(); ancestor != null && !same(ancestor, body); ancestor = ancestor.parent()) {
            int holds = 0;
            for (Element rival : rivals) {
                holds += isWithin(rival, ancestor) ? 1 : 0;
            }
            if (holds >= 3) {
                return ancestor;
            }
        }
        return null;
    }

    private static boolean isWithin(Element inner, Element outer) {
        for (Element e = inner.parent(); e != null; e = e.parent()) {
            if (same(e, outer)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // elements of one tree: the very same, not an equal one
    private static boolean same(@Nullable Element one, @Nullable Element other) {
        return one == other;
    }

    /** Up as long as the score grows, which it does where the article goes on next door. */
    private Element climbed(Element top) {
        double last = score(top);
        double least = last / 3;
        for (Element parent = top.parent(); parent != null && !same(parent, body); parent = parent.parent()) {
            double score = score(parent);
            if (!scores.containsKey(parent)) {
                continue;
            }
            if (score < least) {
                return top;
            }
            if (score > last) {
                return parent;
            }
            last = score;
        }
        return top;
    }

    private Element withSiblings(Element top) {
        Element article = new Element("div");
        Element parent = top.parent();
        if (same(top, body) || parent == null) {
            article.appendChildren(List.copyOf(top.childNodes()));
            return article;
        }
        double threshold = Math.max(10, score(top) * 0.2);
        List<Element> kept = new ArrayList<>();
        for (Element sibling : parent.children()) {
            if (same(sibling, top) || belongs(sibling, top, threshold)) {
                kept.add(sibling);
            }
        }
        kept.forEach(article::appendChild);
        return article;
    }

    private boolean belongs(Element sibling, Element top, double threshold) {
        double bonus = !top.className().isEmpty() && sibling.className().equals(top.className()) ? score(top) * 0.2 : 0;
        if (scores.containsKey(sibling) && score(sibling) + bonus >= threshold) {
            return true;
        }
        if (!sibling.nameIs("p")) {
            return false;
        }
        Measure measure = text.get(sibling);
        if (measure.length() > 80) {
            return measure.linkDensity() < 0.25;
        }
        return measure.length() > 0
                && measure.linked() == 0
                && SENTENCE_END.matcher(sibling.text()).find();
    }
}
