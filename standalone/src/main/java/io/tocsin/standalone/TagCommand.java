package io.tocsin.standalone;

import io.tocsin.events.CountedTime;
import io.tocsin.events.RawArticle;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.ingest.archive.ArchiveLine;
import io.tocsin.ingest.archive.ArchiveReader;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.query.QueryFile;
import io.tocsin.stream.query.SavedQueries;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin tag}. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = "Tags articles by country, topic and escalation, and shows the words that say so.",
        footer = {
            "",
            "Examples:",
            "  tocsin tag page.html report.pdf        reads, tags and highlights documents",
            "  tocsin tag --html page.html > tags.html the same as a page for a browser",
            "  cat note.txt | tocsin tag              the same for plain text on standard input",
            "  tocsin tag --queries my.yaml page.html  with your saved queries",
            "  tocsin tag --lexicon desk.txt page.html  with words of your own",
            "  tocsin tag --jsonl articles.jsonl      one article a line in, one TaggedArticle a line out, in order",
            "",
            "Fields of a line for --jsonl: id, title, text; optional: language, source (a domain or source id),",
            "sourceCountry, publishedAt, firstSeenAt, url. Files may be gzipped; - is standard input."
        })
final class TagCommand implements Callable<Integer> {
    private static final int BATCH = 64;

    private final Surroundings surroundings;

    @Option(names = "--jsonl", description = "JSON Lines in and out.")
    private boolean jsonl;

    @Option(names = "--html", description = "One HTML page instead of text.")
    private boolean html;

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "Rule files or folders with saved queries, which are looked for in each article.")
    private List<String> queryPlaces = List.of();

    @Mixin
    private final LexiconOptions lexicon = new LexiconOptions();

    @Option(names = "--threads", paramLabel = "N", description = "Threads that tag (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Parameters(paramLabel = "FILE", description = "Files to read; standard input when there are none.")
    private List<String> files = List.of();

    TagCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (jsonl && html) {
            throw new InvalidInput("--jsonl and --html: choose one");
        }
        Tagger tagger = lexicon.tagger(surroundings);
        List<String> named = files.isEmpty() ? List.of(InputFiles.STANDARD_INPUT) : files;
        try (SavedQueries queries = new SavedQueries()) {
            queries.putAll(QueryFiles.load(queryPlaces).stream()
                    .map(QueryFile.Written::query)
                    .toList());
            if (jsonl) {
                return tagLines(tagger, queries, named);
            }
            TagView view =
                    html ? new TagPage(surroundings.out()) : new TagText(surroundings.out(), surroundings.terminal());
            return new ShowTags(surroundings, tagger.session(queries), view)
                    .show(named)
                    .code();
        }
    }

    private int tagLines(Tagger tagger, SavedQueries queries, List<String> named) throws Exception {
        InputFiles input = new InputFiles(surroundings);
        BlockingQueue<Tagger.Session> sessions = new ArrayBlockingQueue<>(threads);
        for (int i = 0; i < threads; i++) {
            sessions.add(tagger.session(queries));
        }
        JsonEventCodec<TaggedArticle> codec = new JsonEventCodec<>(TaggedArticle.class);
        boolean invalid = false;
        try (InOrder<byte[]> work =
                new InOrder<>(threads, lines -> surroundings.out().write(lines, 0, lines.length))) {
            List<RawArticle> batch = new ArrayList<>(BATCH);
            for (String file : named) {
                try (ArchiveReader reader = input.archive(file)) {
                    for (ArchiveLine line = reader.next(); line != null; line = reader.next()) {
                        if (line instanceof ArchiveLine.Article article) {
                            batch.add(article.article());
                        } else if (line instanceof ArchiveLine.Invalid wrong) {
                            invalid = true;
                            surroundings.err().println(wrong.message());
                        }
                        if (batch.size() == BATCH) {
                            submit(work, sessions, codec, batch);
                            batch = new ArrayList<>(BATCH);
                        }
                    }
                }
            }
            submit(work, sessions, codec, batch);
            work.finish();
        }
        return (invalid ? ExitCode.INVALID_INPUT : ExitCode.DONE).code();
    }

    private static void submit(
            InOrder<byte[]> work,
            BlockingQueue<Tagger.Session> sessions,
            JsonEventCodec<TaggedArticle> codec,
            List<RawArticle> batch)
            throws InterruptedException, ExecutionException {
        work.submit(() -> {
            Tagger.Session session = sessions.take();
            try {
                ByteArrayOutputStream lines = new ByteArrayOutputStream(batch.size() * 4096);
                for (RawArticle article : batch) {
                    lines.writeBytes(codec.encode(tagged(session, article)));
                    lines.write('\n');
                }
                return lines.toByteArray();
            } finally {
                sessions.add(session);
            }
        });
    }

    /** The tags; an article without a word has none, and a line all the same. */
    private static TaggedArticle tagged(Tagger.Session session, RawArticle article) {
        return session.tag(article).fold(Tagging.Tagged::article, untaggable -> untagged(session.version(), article));
    }

    private static TaggedArticle untagged(String lexicon, RawArticle article) {
        CountedTime counted = CountedTime.of(article.publishedAt(), article.firstSeenAt());
        return new TaggedArticle(
                article.id(),
                article.url(),
                article.title(),
                article.language(),
                article.source(),
                article.publishedAt(),
                article.firstSeenAt(),
                counted.at(),
                counted.by(),
                List.of(),
                List.of(),
                TaggedArticle.Escalation.NONE,
                List.of(),
                lexicon,
                article.revision());
    }
}
