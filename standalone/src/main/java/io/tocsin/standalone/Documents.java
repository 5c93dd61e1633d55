package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.RawDocument;
import io.tocsin.ingest.publish.DocumentArticle;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the documents that a command line names, as ingest would. */
final class Documents {
    private final Surroundings surroundings;
    private final InputFiles input;
    private final ArticleParser parser;
    private final Owners owners = Owners.bundled();

    Documents(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.input = new InputFiles(surroundings);
        this.parser = new ArticleParser(ParseLimits.defaults(), LanguageDetector.bundled());
    }

    /** What was read of a file. */
    ParseOutcome read(String file) throws IOException {
        return parser.parse(RawDocument.file(InputFiles.shown(file), input.bytes(file)));
    }

    /** The article of a file, or null when there is none: then it has been said why. */
    @Nullable
    RawArticle article(String file) throws IOException {
        ParseOutcome outcome = read(file);
        if (outcome instanceof ParseOutcome.Rejected rejected) {
            surroundings.err().println(InputFiles.shown(file) + ": " + rejected.reason() + ": " + rejected.detail());
            return null;
        }
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            String name = String.valueOf(Path.of(file).getFileName());
            return DocumentArticle.draft(parsed.document(), owners, "file", name)
                    .seenAt(surroundings.clock().instant());
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }
}
