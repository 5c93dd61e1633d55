package io.tocsin.bench.quality;

import java.io.PrintStream;
import java.util.List;

/** Columns as wide as their widest cell; the first two to the left, the others to the right. */
final class TextTable {
    private static final int LEFT = 2;

    private final List<List<String>> rows;

    /** A table; the first row is its head. */
    TextTable(List<List<String>> rows) {
        this.rows = rows;
    }

    void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(column) - cell.length());
                line.append(column < LEFT ? cell + space : space + cell).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
