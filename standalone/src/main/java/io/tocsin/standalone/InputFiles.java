package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.ingest.archive.ArchiveLine;
import io.tocsin.ingest.archive.ArchiveReader;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.runtime.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Opens the files that a command line names. */
final class InputFiles {
    /** What names standard input. */
    static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;
    private final ArticleJson articles;
    private final Instant now;

    InputFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
        // Languages are left to the tagger, which knows them by the words that it looks up anyway.
        this.articles = new ArticleJson(Owners.bundled(), null);
        this.now = surroundings.clock().instant();
    }

    /** Articles of an archive, one a line. */
    ArchiveReader archive(String file) throws IOException {
        return archive(shown(file), open(file));
    }

    /** Articles of an open stream, one a line. */
    ArchiveReader archive(String name, InputStream in) throws IOException {
        return new ArchiveReader(name, in, articles, now);
    }

    /**
     * What whole archives hold.
     *
     * @param articles in the order in which they were seen, with their versions
     * @param code {@link ExitCode#INVALID_INPUT} when a line was no article: then it has been said which and why
     */
    record Archived(List<RawArticle> articles, ExitCode code) {}

    /** Reads whole archives. */
    Archived archived(List<String> files) throws IOException {
        List<RawArticle> read = new ArrayList<>();
        ExitCode code = ExitCode.DONE;
        for (String file : files) {
            try (ArchiveReader reader = archive(file)) {
                for (ArchiveLine line = reader.next(); line != null; line = reader.next()) {
                    if (line instanceof ArchiveLine.Article article) {
                        read.add(article.article());
                    } else if (line instanceof ArchiveLine.Invalid wrong) {
                        surroundings.err().println(wrong.message());
                        code = ExitCode.INVALID_INPUT;
                    }
                }
            }
        }
        return new Archived(ArchivedVersions.numbered(read), code);
    }

    /** The whole of a file. */
    byte[] bytes(String file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    private InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return surroundings.in();
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new InvalidInput(file + ": is a folder: name the files in it");
        }
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(file + ": no such file");
        } catch (AccessDeniedException e) {
            throw new InvalidInput(file + ": may not be read: change its permissions");
        }
    }

    /** What messages call it. */
    static String shown(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }
}
