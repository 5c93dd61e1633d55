package io.tocsin.stream.country.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Writes a dictionary file: comment lines that say what it is, then sorted rows. */
final class TsvWriter {
    private TsvWriter() {}

    static void write(Path file, String header, Collection<String> rows) throws IOException {
        StringBuilder out = new StringBuilder();
        header.lines().forEach(line -> out.append("# ").append(line).append('\n'));
        rows.stream().sorted().distinct().forEach(row -> out.append(row).append('\n'));
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }
}
