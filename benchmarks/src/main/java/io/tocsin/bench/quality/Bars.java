package io.tocsin.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is to be reached, and what others have published: the resource {@code bars.tsv}. */
final class Bars {
    private final Map<String, Bar> bars = new HashMap<>();

    /**
     * A bar.
     *
     * @param percent to be reached on the frozen part
     * @param published figures of other systems, in words; may be empty
     */
    record Bar(double percent, String published) {}

    private Bars() {}

    static Bars bundled() {
        Bars read = new Bars();
        try (InputStream in = Objects.requireNonNull(Bars.class.getResourceAsStream("bars.tsv"), "bars.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                read.bars.put(
                        key(cells[0], cells[1]),
                        new Bar(Double.parseDouble(cells[2]), cells.length > 3 ? cells[3] : ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    Optional<Bar> of(String set, String measure) {
        return Optional.ofNullable(bars.get(key(set, measure)));
    }

    private static String key(String set, String measure) {
        return set + "\t" + measure;
    }
}
