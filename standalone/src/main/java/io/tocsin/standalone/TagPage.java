package io.tocsin.standalone;

import io.tocsin.events.Field;
import io.tocsin.events.RawArticle;
import io.tocsin.events.TaggedArticle;
import io.tocsin.standalone.Highlights.Kind;
import io.tocsin.standalone.Highlights.Piece;
import io.tocsin.standalone.TagRows.Row;
import java.io.PrintStream;
import java.util.Locale;

/** Shows tagged articles as one HTML page that needs nothing else: no script, no font, no picture. */
final class TagPage implements TagView {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Tocsin: tagged articles</title>
            <style>
            body {font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff}
            .text {white-space: pre-wrap; overflow-wrap: anywhere}
            mark {background: none; color: inherit; border-radius: .2em; padding: 0 .1em}
            .country {background: #d7e6fb} .topic {background: #d9f0dc} .query {background: #fdeeb0}
            .escalation {background: #f9d0cb; font-weight: 600} .de-escalation {background: #c9f0ef; font-weight: 600}
            s, .note {color: #6b6b6b} .note {font-size: .75em; margin-left: .2em}
            table {border-collapse: collapse; font-size: .875rem; margin: 1rem 0 3rem}
            td {border-top: 1px solid #ddd; padding: .25rem .75rem .25rem 0; vertical-align: top}
            @media (prefers-color-scheme: dark) {
            body {color: #e6e6e6; background: #161616} td {border-color: #444} s, .note {color: #9a9a9a}
            .country {background: #1f3a5f} .topic {background: #1f4a2a} .query {background: #5a4a10}
            .escalation {background: #6a2620} .de-escalation {background: #14504e}
            }
            </style>
            </head>
            <body>
            <p><mark class="country">country</mark> <mark class="topic">topic</mark> <mark class="query">saved query</mark>
            <mark class="escalation">escalation</mark> <mark class="de-escalation">de-escalation</mark>
            <s>does not count</s><span class="note">why</span></p>
            """;

    private final PrintStream out;

    TagPage(PrintStream out) {
        this.out = out;
        out.print(HEAD);
    }

    @Override
    public void article(RawArticle article, TaggedArticle tagged) {
        out.print("<article>\n<h1 dir=\"auto\">");
        pieces(tagged, Field.TITLE, article.title());
        out.print("</h1>\n<div class=\"text\" dir=\"auto\">");
        pieces(tagged, Field.TEXT, article.text());
        out.print("</div>\n<table>\n");
        for (Row row : TagRows.of(tagged)) {
            out.print("<tr>");
            cell(row.kind());
            cell(row.name());
            cell(row.figure());
            cell(row.words());
            out.print("</tr>\n");
        }
        out.print("</table>\n</article>\n");
    }

    @Override
    public void nothing(String file, String why) {
        out.print("<p>" + escaped(file + ": nothing to tag: " + why) + "</p>\n");
    }

    @Override
    public void end() {
        out.print("</body>\n</html>\n");
    }

    private void cell(String text) {
        out.print("<td dir=\"auto\">" + escaped(text) + "</td>");
    }

    private void pieces(TaggedArticle tagged, Field field, String text) {
        for (Piece piece : Highlights.of(tagged, field, text)) {
            String words = escaped(piece.text());
            if (piece.kind() == Kind.NOTHING) {
                out.print(words);
            } else if (piece.kind() == Kind.SUPPRESSED) {
                out.print("<s>" + words + "</s><span class=\"note\">" + escaped(piece.note()) + "</span>");
            } else {
                String kind = piece.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                out.print("<mark class=\"" + kind + "\">" + words + "</mark>");
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
