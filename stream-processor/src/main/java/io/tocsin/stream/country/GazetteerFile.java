package io.tocsin.stream.country;

import java.util.ArrayList;
import java.util.List;

/**
 * A dictionary file: UTF-8, one row a line, columns separated by a tab, lines that begin with {@code #} are comments.
 *
 * @param name its file name, with which errors begin
 */
record GazetteerFile(String name, List<Row> rows) {

    /**
     * A row.
     *
     * @param line from 1
     */
    record Row(String file, int line, List<String> columns) {
        Row {
            columns = List.copyOf(columns);
        }

        /** A column, blank when the row ends before it. */
        String column(int index) {
            return index < columns.size() ? columns.get(index) : "";
        }

        /** The parts of a column that holds several, separated by {@code |}. */
        List<String> list(int index) {
            return split(column(index), '|');
        }

        int number(int index) {
            try {
                return Integer.parseInt(column(index));
            } catch (NumberFormatException e) {
                throw error("column " + (index + 1) + " is no number: '" + column(index) + "'");
            }
        }

        GazetteerException error(String problem) {
            return new GazetteerException(file, line, problem);
        }
    }

    static GazetteerFile parse(String name, String content) {
        List<Row> rows = new ArrayList<>();
        int line = 0;
        int start = 0;
        while (start < content.length()) {
            int end = content.indexOf('\n', start);
            if (end < 0) {
                end = content.length();
            }
            line++;
            if (end > start && content.charAt(start) != '#') {
                rows.add(new Row(name, line, split(content.substring(start, end), '\t')));
            }
            start = end + 1;
        }
        return new GazetteerFile(name, rows);
    }

    static List<String> split(String text, char separator) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
