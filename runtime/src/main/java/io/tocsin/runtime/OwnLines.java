package io.tocsin.runtime;

import java.util.ArrayList;
import java.util.List;

/** The lines of one item of a YAML list, as a text of its own. */
final class OwnLines {
    private OwnLines() {}

    /** Without the indentation of a list's item, trailing blank lines and comments that belong to the next item. */
    static String of(String source) {
        List<String> lines =
                new ArrayList<>(source.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && (lines.get(lines.size() - 1).isBlank() || isComment(lines.get(lines.size() - 1)))) {
            lines.remove(lines.size() - 1);
        }
        int indent = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank() && !isComment(line))
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            int from = text.isEmpty()
                    ? 0
                    : Math.min(indent, line.length() - line.stripLeading().length());
            text.append(line.substring(from)).append('\n');
        }
        return text.toString();
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }
}
