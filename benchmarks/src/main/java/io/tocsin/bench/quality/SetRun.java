package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads the rows of a set on all processors and marks them in their order, so that the report is always the same. */
final class SetRun<R> {
    /** Rows that are under way at a time. */
    private static final int ROWS = 256;

    private final LabelledSet<R> set;
    private final Scorer<R> lookedAt;
    private final Scorer<R> frozen;
    private final List<Miss> misses = new ArrayList<>();

    private SetRun(LabelledSet<R> set) {
        this.set = set;
        this.lookedAt = set.scorer();
        this.frozen = set.scorer();
    }

    /**
     * Scores a set.
     *
     * @param done is told how many rows are done
     */
    static <R> SetReport of(LabelledSet<R> set, Path file, LongConsumer done) throws IOException {
        return new SetRun<>(set).run(file, done);
    }

    private SetReport run(Path file, LongConsumer done) throws IOException {
        long rows = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (List<JsonNode> batch = next(lines); !batch.isEmpty(); batch = next(lines)) {
                List<R> read = batch.parallelStream().map(set::read).toList();
                for (int i = 0; i < batch.size(); i++) {
                    mark(batch.get(i), read.get(i));
                }
                rows += batch.size();
                done.accept(rows);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return SetReport.of(set.name(), lookedAt.figures(), frozen.figures(), misses);
    }

    private void mark(JsonNode row, R read) {
        if (Part.of(set.identity(row)) == Part.LOOKED_AT) {
            lookedAt.mark(row, read).ifPresent(misses::add);
        } else {
            frozen.mark(row, read);
        }
    }

    private static List<JsonNode> next(BufferedReader lines) throws IOException {
        List<JsonNode> batch = new ArrayList<>(ROWS);
        while (batch.size() < ROWS) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            if (!line.isBlank()) {
                batch.add(Json.MAPPER.readTree(line));
            }
        }
        return batch;
    }
}
