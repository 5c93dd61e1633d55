package io.tocsin.stream.tag;

import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.JsonEventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of {@code traps.jsonl}, each written for this project, one JSON object a line. */
record TrapSet(List<TrapRow> rows) {
    private static final JsonEventCodec<TrapRow> CODEC = new JsonEventCodec<>(TrapRow.class);

    static TrapSet bundled() {
        try (InputStream in = Objects.requireNonNull(TrapSet.class.getResourceAsStream("traps.jsonl"), "traps.jsonl")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrapSet parse(String lines) {
        return new TrapSet(lines.lines()
                .map(line -> CODEC.decode(line.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        for (TrapRow row : rows) {
            lines.append(new String(CODEC.encode(row), StandardCharsets.UTF_8)).append('\n');
        }
        return lines.toString();
    }

    /** The same rows, marked with what the tagger gets wrong in each. */
    TrapSet marked(Tagger.Session session) {
        return new TrapSet(rows.stream()
                .map(row -> row.withKnownMistake(mark(row.mistakes(tagged(session, row)))))
                .toList());
    }

    static TaggedArticle tagged(Tagger.Session session, TrapRow row) {
        return session.tag(row.article()).fold(Tagging.Tagged::article, untaggable -> {
            throw new AssertionError(row + " " + untaggable);
        });
    }

    private static @Nullable String mark(List<String> mistakes) {
        return mistakes.isEmpty() ? null : String.join("; ", mistakes);
    }

    /** How many rows there are by trap or language, and how many known mistakes among them. */
    String summary(Function<TrapRow, String> by) {
        Map<String, int[]> counts = new TreeMap<>();
        for (TrapRow row : rows) {
            int[] count = counts.computeIfAbsent(by.apply(row), key -> new int[3]);
            count[0]++;
            count[1] += row.lookAlike() ? 1 : 0;
            count[2] += row.knownMistake() == null ? 0 : 1;
        }
        StringBuilder table =
                new StringBuilder(String.format("%-20s %5s %12s %15s%n", "", "rows", "look-alikes", "known mistakes"));
        counts.forEach((key, count) ->
                table.append(String.format("%-20s %5d %12d %15d%n", key, count[0], count[1], count[2])));
        return table.toString();
    }
}
