package io.tocsin.stream.country.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Phrases of the sources that mean something else more often, by hand: {@code code, language, phrases} for
 * names and peoples, {@code town} or {@code region}, code, phrases for places.
 */
final class Drops {
    private final Set<String> dropped = new HashSet<>();

    /** Reads {@code drops.tsv}; a missing file drops nothing. */
    static Drops read(Path file) throws IOException {
        Drops drops = new Drops();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.split("\t", -1);
                if (!line.startsWith("#") && columns.length >= 3) {
                    for (String phrase : columns[2].split("\\|", -1)) {
                        drops.dropped.add(columns[0] + '\t' + columns[1] + '\t' + phrase);
                    }
                }
            }
        }
        return drops;
    }

    /**
     * Whether the phrase is not to mean the country in the language (or the town or region in the country); {@code *}
     * in a row stands for any.
     */
    boolean contains(String code, String language, String phrase) {
        return dropped.contains(code + '\t' + language + '\t' + phrase)
                || dropped.contains(code + "\t*\t" + phrase)
                || dropped.contains("*\t" + language + '\t' + phrase);
    }
}
