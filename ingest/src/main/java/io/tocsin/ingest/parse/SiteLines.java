package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.WrittenDate;
import io.tocsin.ingest.parse.BlockText.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Leaves out the lines of an article that are the site's and not the author's: notices, bylines, pointers elsewhere. */
final class SiteLines {
    /** Lines at either end among which bylines and notices are looked for. */
    private static final int EDGE = 6;

    /** From this length on a line at the beginning is the article. */
    private static final int PROSE = 110;

    /** Shortest line that stands twice only by mistake. */
    private static final int REPEATED = 40;

    /** Longest such line: captions are repeated, paragraphs are not. */
    private static final int REPEATED_AT_MOST = 300;

    /** Wherever it stands, the whole line. */
    private static final Pattern SITE = Pattern.compile(
            "(?:advertisement|anzeige|publicit[e\u00e9]|publicidad|pubblicit\u00e0|reklama?|sponsored|story continues below.{0,40}"
                    + "|article continues (?:after|below).{0,40}|continue reading.{0,60}|read (?:more|also|next)\\b.{0,140}"
                    + "|(?:lesen|lies) (?:sie )?(?:auch|mehr)\\b.{0,140}|mehr zum thema.{0,80}|(?:\u00e0 )?lire aussi\\b.{0,140}"
                    + "|leggi anche\\b.{0,140}|lea tambi\u00e9n\\b.{0,140}|see also\\b.{0,140}|don[\u2019']t miss.{0,20}"
                    + "|related(?: stories| articles| news| topics)?:?.{0,20}|share(?: this)?(?: article| story| on .{0,30})?"
                    + "|follow us on.{0,60}|click here (?:to|for)\\b.{0,120}"
                    + "|(?:loading|comments?|print|e-?mail|tweet|save|reply|close|caption|voltar|back to top)\\.*"
                    + "|photo(?: by| credit)?:.{0,80}|image(?: source| credit)?:.{0,80}|getty images|all rights reserved\\.?"
                    + "|.{0,200}\\((?:image|photo|picture|pic|bild|foto|symbolbild)s?\\s?:[^)]{0,80}\\)"
                    + "|\u00a9.{0,120}|copyright \u00a9?.{0,120}|https?://\\S+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BYLINE = Pattern.compile(
            "(?:by|von|por|par|di|door|av|af|text|words|story|published|updated|posted|ver\u00f6ffentlicht|stand|publicado|publi\u00e9"
                    + "|aktualisiert|last updated|first published|publikacja|autor|author)\\b[:\\s].{2,90}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FAREWELL = Pattern.compile(
            "(?:follow (?:him|her|them|us|@|\\S+ \\S+ on)|have a tip\\b|(?:sign|signing) up\\b|subscribe\\b|join our\\b|get the latest\\b"
                    + "|get our\\b|download (?:the|our)\\b|like us on\\b|this article is (?:the )?copyright|written permission\\b"
                    + "|the contents of this site\\b|for more (?:information|news|stories)\\b|contact (?:us|the (?:writer|reporter|author))\\b"
                    + "|reach (?:him|her|the (?:writer|reporter))\\b|e-?mail:?\\s|tel(?:efon)?\\.?:|\u00a9|copyright\\b|more (?:on|from) .{0,60}$"
                    + "|tags?:|filed under\\b|topics?:|schlagw\u00f6rter|mehr (?:zu|aus|von)\\b.{0,80}$|auch interessant|weitere themen"
                    + "|dieser (?:text|artikel) (?:wurde|erschien)\\b|click here\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SiteLines() {}

    /** The article's own lines. */
    static String without(List<Line> lines, PageMetadata metadata) {
        List<String> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean begun = false;
        int size = lines.size();
        for (int i = 0; i < size; i++) {
            Line line = lines.get(i);
            String text = line.text();
            boolean edge = !begun && i < EDGE;
            boolean site = SITE.matcher(text).matches()
                    || (line.isLink() && text.length() >= 20 && size > 3)
                    || (edge && isHead(text, metadata))
                    || (begun && i >= size - EDGE && FAREWELL.matcher(text).lookingAt() && text.length() < 400)
                    || (text.length() >= REPEATED && text.length() <= REPEATED_AT_MOST && !seen.add(text));
            begun |= text.length() >= PROSE;
            if (!site) {
                kept.add(text);
            }
        }
        return String.join("\n", kept);
    }

    /** What stands between headline and article: the headline again, who wrote it and when. */
    private static boolean isHead(String text, PageMetadata metadata) {
        if (text.length() >= PROSE) {
            return false;
        }
        String bare = bare(text);
        boolean title = !bare.isEmpty() && bare(metadata.title()).equals(bare);
        boolean author = metadata.authors().stream()
                .anyMatch(name -> bare.startsWith(bare(name)) && text.length() < name.length() + 30);
        boolean byline = BYLINE.matcher(text).matches() && !text.endsWith(".");
        return title || author || byline || WrittenDate.read(text) != null;
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
