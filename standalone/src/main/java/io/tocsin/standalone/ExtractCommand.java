package io.tocsin.standalone;

import io.tocsin.ingest.parse.DocumentLine;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.ParsedDocument;
import io.tocsin.runtime.ExitCode;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin extract}. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Shows what ingest reads out of a page or document: title, text, dates, authors, language.",
        footer = {
            "",
            "Examples:",
            "  tocsin extract page.html",
            "  tocsin extract --jsonl pages/*.html > extracted.jsonl   one line a file, also for what cannot be read"
        })
final class ExtractCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--jsonl", description = "One JSON object a line and file.")
    private boolean jsonl;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "HTML, PDF, DOCX, ODT, RTF, e-mail, NITF, NewsML, ninjs, CAP, IPTC 7901, ANPA or plain text.")
    private List<String> files = List.of();

    ExtractCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Documents documents = new Documents(surroundings);
        ExitCode code = ExitCode.DONE;
        try (Progress progress = new Progress(
                surroundings.err(),
                surroundings.terminal() && jsonl && files.size() > 1,
                surroundings.clock(),
                "files")) {
            long done = 0;
            for (String file : files) {
                ParseOutcome outcome = documents.read(file);
                if (jsonl) {
                    surroundings.out().println(DocumentLine.of(file, outcome));
                } else if (!print(file, outcome)) {
                    code = ExitCode.INVALID_INPUT;
                }
                progress.at(++done, files.size(), "");
            }
        }
        return code.code();
    }

    private boolean print(String file, ParseOutcome outcome) {
        PrintStream out = surroundings.out();
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            ParsedDocument document = parsed.document();
            out.println(document.title());
            line(out, "url", document.url());
            line(out, "published", document.publishedAt());
            line(out, "modified", document.modifiedAt());
            line(out, "language", document.language());
            line(out, "authors", document.authors().isEmpty() ? null : String.join(", ", document.authors()));
            out.println();
            out.println(document.text());
            out.println();
            return true;
        }
        if (outcome instanceof ParseOutcome.Rejected rejected) {
            surroundings.err().println(InputFiles.shown(file) + ": " + rejected.reason() + ": " + rejected.detail());
            return false;
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    private static void line(PrintStream out, String name, @Nullable Object value) {
        if (value != null) {
            out.printf("%-10s %s%n", name, value);
        }
    }
}
