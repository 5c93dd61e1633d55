package io.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text without mark-up: made tidy, and cut into headline and body. */
public final class PlainText {
    /** Longest first line that can be a headline. */
    private static final int LONGEST_TITLE = 200;

    /** Lines of a text that was broken to fit a page are no longer. */
    private static final int WIDEST_PAGE = 130;

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Z}\ufeff\u00ad\u200b]+");

    private PlainText() {}

    /** A headline (empty when there is none) and what follows. */
    record Split(String title, String body) {}

    /**
     * Lines that were only broken to fit a page become paragraphs again; runs of white space become one space; control
     * characters go.
     */
    public static String tidy(String raw) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int longest = longestLine(raw);
        int previous = 0;
        for (String line : LINES.split(raw, -1)) {
            String clean = INVISIBLE.matcher(line).replaceAll(" ").strip();
            boolean ended = longest >= WIDEST_PAGE || previous < longest * 0.6;
            if (clean.isEmpty() || ended) {
                flush(paragraph, paragraphs);
            }
            if (!clean.isEmpty()) {
                append(paragraph, clean);
            }
            previous = clean.length();
        }
        flush(paragraph, paragraphs);
        return String.join("\n", paragraphs);
    }

    private static void append(StringBuilder paragraph, String line) {
        int end = paragraph.length();
        boolean hyphenated = end > 1
                && paragraph.charAt(end - 1) == '-'
                && Character.isLetter(paragraph.charAt(end - 2))
                && Character.isLowerCase(line.charAt(0));
        if (hyphenated) {
            paragraph.setLength(end - 1);
        } else if (end > 0) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    private static void flush(StringBuilder paragraph, List<String> paragraphs) {
        if (paragraph.length() > 0) {
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    private static int longestLine(String raw) {
        int longest = 0;
        for (String line : LINES.split(raw, -1)) {
            longest = Math.max(longest, line.strip().length());
        }
        return longest;
    }

    /** The first line is the headline when it is short and something follows. */
    static Split split(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || end > LONGEST_TITLE || text.substring(0, end).endsWith(".")) {
            return new Split("", text);
        }
        return new Split(text.substring(0, end).strip(), text.substring(end + 1).strip());
    }
}
