package io.tocsin.alerts.lifecycle;

import io.tocsin.events.Alert;
import io.tocsin.events.EvidenceArticle;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that an alert is known by: an article's own title and its source. Nothing in it is invented. */
final class Headline {
    private static final String DASH = " – ";
    private static final String ELLIPSIS = "…";

    /** Longest source name shown, in characters. */
    private static final int MAX_SOURCE = 40;

    /** Control characters, and those that turn the direction of a line. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What a reader sees as one character (UAX 29). */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Headline() {}

    /**
     * At most {@value Alert#MAX_HEADLINE} characters.
     *
     * @param fallback the rule's title, for an alert without evidence
     */
    static String of(List<EvidenceArticle> evidence, String fallback) {
        for (EvidenceArticle article : evidence) {
            String title = clean(article.title());
            if (!title.isEmpty()) {
                String source = cut(clean(article.source()), MAX_SOURCE);
                String ending = source.isEmpty() ? "" : DASH + source;
                return cut(title, Alert.MAX_HEADLINE - ending.length()) + ending;
            }
        }
        return cut(clean(fallback), Alert.MAX_HEADLINE);
    }

    private static String clean(String text) {
        return SPACES.matcher(UNPRINTABLE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Cuts between graphemes, at a word's end if one is near. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = 0;
        Matcher graphemes = GRAPHEME.matcher(text);
        while (graphemes.find() && graphemes.end() <= max - ELLIPSIS.length()) {
            end = graphemes.end();
        }
        int space = text.lastIndexOf(' ', end);
        int wordEnd = space > end - max / 4 ? space : end;
        return text.substring(0, wordEnd).stripTrailing() + ELLIPSIS;
    }
}
