package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * Web pages that are read as {@code tocsin extract} does: from the file's bytes, without its address.
 *
 * @param folder of all sets
 */
record PageSet(
        String name,
        String file,
        Path folder,
        Function<RawDocument, ParseOutcome> reader,
        Supplier<Scorer<ParseOutcome>> scorers)
        implements LabelledSet<ParseOutcome> {

    @Override
    public String identity(JsonNode row) {
        return page(row);
    }

    @Override
    public ParseOutcome read(JsonNode row) {
        Path page = folder.resolve("extraction").resolve(page(row));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
            return reader.apply(RawDocument.file(Row.id(row) + ".html", in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Scorer<ParseOutcome> scorer() {
        return scorers.get();
    }

    /** The page's file, in the extraction folder; where several are named, they are one publisher's, by date. */
    private static String page(JsonNode row) {
        JsonNode pages = row.path("html");
        return pages.isArray() ? SavedPages.of(Row.texts(row, "html"), Row.text(row, "published")) : pages.asText();
    }
}
