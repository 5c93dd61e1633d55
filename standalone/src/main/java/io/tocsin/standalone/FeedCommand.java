package io.tocsin.standalone;

import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.feed.FeedLine;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.runtime.ExitCode;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin feed}. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = "Shows what ingest reads out of a feed, a sitemap, a wire file or an archive.",
        footer = {
            "",
            "Examples:",
            "  tocsin feed atom.xml",
            "  tocsin feed --jsonl feeds/*.xml > feeds.jsonl   one line a file, also for what cannot be read"
        })
final class FeedCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--jsonl", description = "One JSON object a line and file.")
    private boolean jsonl;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "RSS, Atom, RDF, JSON Feed, sitemap; NewsML-G2, NewsML 1.2, NITF, ninjs, IPTC 7901, ANPA, CAP, e-mail;",
                "WARC, GDELT. Told apart by what is in them; gzip and zip are unpacked."
            })
    private List<String> files = List.of();

    FeedCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        FeedParser parser = new FeedParser(FeedParser.DEFAULT_MAX_BYTES);
        InputFiles input = new InputFiles(surroundings);
        ExitCode code = ExitCode.DONE;
        for (String file : files) {
            FeedOutcome outcome = parser.parse(input.bytes(file), null, null);
            if (jsonl) {
                surroundings.out().println(FeedLine.of(file, outcome));
            } else if (!print(file, outcome)) {
                code = ExitCode.INVALID_INPUT;
            }
        }
        return code.code();
    }

    private boolean print(String file, FeedOutcome outcome) {
        PrintStream out = surroundings.out();
        if (outcome instanceof FeedOutcome.Read read) {
            out.println(read.feed().title());
            for (FeedEntry entry : read.feed().entries()) {
                out.printf(
                        "  %s  %s%n      %s%n",
                        entry.publishedAt() == null ? "no date" : entry.publishedAt(), entry.title(), entry.url());
            }
            out.println();
            return true;
        }
        if (outcome instanceof FeedOutcome.Rejected rejected) {
            surroundings.err().println(InputFiles.shown(file) + ": " + rejected.reason() + ": " + rejected.detail());
            return false;
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }
}
