package io.tocsin.standalone;

import io.tocsin.events.Field;
import io.tocsin.events.RawArticle;
import io.tocsin.events.TaggedArticle;
import io.tocsin.standalone.Highlights.Piece;
import io.tocsin.standalone.TagRows.Row;
import java.io.PrintStream;
import java.util.Locale;

/** Shows tagged articles in a terminal, in colours; without one, as plain text. */
final class TagText implements TagView {
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;

    /**
     * A view.
     *
     * @param colours whether a terminal reads along
     */
    TagText(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    @Override
    public void article(RawArticle article, TaggedArticle tagged) {
        out.println(marked(tagged, Field.TITLE, article.title()));
        out.println();
        out.println(marked(tagged, Field.TEXT, article.text()));
        out.println();
        for (Row row : TagRows.of(tagged)) {
            String line =
                    String.format(Locale.ROOT, "%-11s %s  %s  %s", row.kind(), row.name(), row.figure(), row.words());
            out.println(line.stripTrailing());
        }
        out.println();
    }

    @Override
    public void nothing(String file, String why) {
        out.println(file + ": nothing to tag: " + why);
    }

    @Override
    public void end() {
        // A terminal needs no ending.
    }

    private String marked(TaggedArticle tagged, Field field, String text) {
        StringBuilder marked = new StringBuilder(text.length() * 2);
        for (Piece piece : Highlights.of(tagged, field, text)) {
            String ink = ink(piece.kind());
            if (!colours || ink.isEmpty()) {
                marked.append(piece.text());
            } else {
                marked.append(ink).append(piece.text()).append(RESET);
                if (!piece.note().isEmpty()) {
                    marked.append("\u001b[90m[")
                            .append(piece.note())
                            .append(']')
                            .append(RESET);
                }
            }
        }
        return marked.toString();
    }

    private static String ink(Highlights.Kind kind) {
        return switch (kind) {
            case QUERY -> "\u001b[30;43m";
            case COUNTRY -> "\u001b[34m";
            case TOPIC -> "\u001b[32m";
            case ESCALATION -> "\u001b[1;31m";
            case DE_ESCALATION -> "\u001b[1;36m";
            case SUPPRESSED -> "\u001b[9;90m";
            case NOTHING -> "";
        };
    }
}
