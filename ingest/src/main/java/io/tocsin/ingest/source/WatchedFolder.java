package io.tocsin.ingest.source;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.RawDocument;
import io.tocsin.ingest.publish.DocumentArticle;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.PublishOutcome.Accepted;
import io.tocsin.ingest.publish.PublishOutcome.End;
import io.tocsin.ingest.publish.Rejection;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the documents that are put into a folder. A file is taken when its size and time were the same at two looks
 * in a row, read, published, and moved to {@code done} once the broker has it; one that cannot be read goes to {@code
 * rejected} with {@code <name>.reason.txt} beside it. A file that is still there after a crash is taken again, under the
 * same id. Hidden files and those that end in {@code .part}, {@code .tmp} or {@code ~} are left alone.
 */
public final class WatchedFolder implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    /** Files that are taken at one look. */
    private static final int MOST_AT_ONCE = 500;

    /** How long a file may wait for the broker before the rest of the folder waits for the next look. */
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private final FolderConfig config;
    private final ArticleParser parser;
    private final ParseLimits limits;
    private final Owners owners;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final Path done;
    private final Path rejected;

    private Map<Path, Look> lastLook = Map.of();
    private @Nullable ScheduledThreadPoolExecutor scheduler;
    private volatile @Nullable String trouble;
    private final AtomicLong taken = new AtomicLong();

    /** What a file looked like. */
    private record Look(long size, long modified) {}

    /** A file that is published but not known to be with the broker yet. */
    private record Pending(Path file, Accepted accepted) {}

    public WatchedFolder(
            FolderConfig config,
            ArticleParser parser,
            ParseLimits limits,
            Owners owners,
            EventPublisher publisher,
            InstantSource clock) {
        this.config = config;
        this.parser = parser;
        this.limits = limits;
        this.owners = owners;
        this.publisher = publisher;
        this.clock = clock;
        this.done = config.path().resolve("done");
        this.rejected = config.path().resolve("rejected");
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public void start() throws IOException {
        Files.createDirectories(done);
        Files.createDirectories(rejected);
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "folder");
            thread.setDaemon(true);
            return thread;
        });
        scheduler = started;
        long millis = config.interval().toMillis();
        var unused = started.scheduleWithFixedDelay(this::look, 0, millis, TimeUnit.MILLISECONDS);
    }

    /** Looks once: takes what has not changed since the look before. */
    void look() {
        try {
            Map<Path, Look> now = looks();
            List<Path> complete = new ArrayList<>();
            now.forEach((file, look) -> {
                if (look.equals(lastLook.get(file)) && complete.size() < MOST_AT_ONCE) {
                    complete.add(file);
                }
            });
            lastLook = now;
            complete.sort(null);
            take(complete);
            trouble = null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("cannot take files from {}", config.path(), e);
            trouble = String.valueOf(e);
        }
    }

    private Map<Path, Look> looks() throws IOException {
        Map<Path, Look> looks = new HashMap<>();
        try (Stream<Path> files = Files.list(config.path())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isDocument(file)) {
                    looks.put(
                            file,
                            new Look(
                                    Files.size(file),
                                    Files.getLastModifiedTime(file).toMillis()));
                }
            }
        }
        return looks;
    }

    private static boolean isDocument(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean unfinished = name.endsWith(".part") || name.endsWith(".tmp") || name.endsWith("~");
        return Files.isRegularFile(file) && !name.startsWith(".") && !unfinished && !Files.isHidden(file);
    }

    private void take(List<Path> files) throws IOException {
        List<Pending> pending = new ArrayList<>();
        for (Path file : files) {
            PublishOutcome outcome = publish(file);
            if (outcome instanceof Accepted accepted) {
                pending.add(new Pending(file, accepted));
            } else if (outcome != null) {
                break; // no room: the rest at the next look
            }
        }
        for (Pending one : pending) {
            if (end(one) == End.ACKNOWLEDGED) {
                moveTo(done, one.file);
                taken.incrementAndGet();
            }
        }
    }

    /** Null when the file was rejected or is gone. */
    private @Nullable PublishOutcome publish(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            boolean large = Files.size(file) > limits.maxBytes();
            byte[] bytes = large ? firstBytes(file) : Files.readAllBytes(file);
            ParseOutcome outcome = large
                    ? new ParseOutcome.Rejected(
                            ParseOutcome.Reason.TOO_LARGE, "at most " + limits.maxBytes() + " bytes are read")
                    : parser.parse(RawDocument.file(name, bytes));
            if (outcome instanceof ParseOutcome.Parsed parsed) {
                RawArticle article = DocumentArticle.draft(parsed.document(), owners, config.sourceId(), name)
                        .seenAt(clock.instant());
                return parsed.document().kind() == Kind.RETRACTED && !publisher.remembers(article.id())
                        ? reject(
                                file,
                                Rejection.unfounded(article, file.toString(), ParseOutcome.Reason.NOT_FOR_USE, bytes))
                        : publisher.publish(article);
            }
            if (outcome instanceof ParseOutcome.Rejected reason) {
                return reject(file, new Rejection(name, file.toString(), reason.reason(), reason.detail(), bytes));
            }
            throw new IllegalStateException("no such outcome: " + outcome);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Rejection.MAX_BYTES);
        }
    }

    private @Nullable PublishOutcome reject(Path file, Rejection why) throws IOException {
        PublishOutcome outcome = publisher.reject(why);
        if (outcome instanceof PublishOutcome.Full) {
            return outcome;
        }
        Path moved = moveTo(rejected, file);
        Files.writeString(
                moved.resolveSibling(moved.getFileName() + ".reason.txt"),
                why.reasonName() + ": " + why.detail() + "\n",
                StandardCharsets.UTF_8);
        return null;
    }

    private static End end(Pending one) {
        try {
            return one.accepted.end().get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return End.BROKER_AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.CLOSED;
        }
    }

    /** Never over a file of the same name. */
    private static Path moveTo(Path folder, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int i = 1; ; i++) {
            Path target = folder.resolve(i == 1 ? name : name.substring(0, dot) + "-" + i + name.substring(dot));
            if (!Files.exists(target)) {
                try {
                    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                } catch (FileAlreadyExistsException e) {
                    LOG.debug("{} exists by now", target);
                }
            }
        }
    }

    @Override
    public CheckResult check() {
        if (scheduler == null) {
            return CheckResult.unavailable("not started");
        }
        String now = trouble;
        return now == null ? CheckResult.ok(taken.get() + " files published") : CheckResult.unavailable(now);
    }

    @Override
    public void close() {
        ScheduledThreadPoolExecutor running = scheduler;
        if (running != null) {
            running.shutdownNow();
            try {
                if (!running.awaitTermination(3, TimeUnit.SECONDS)) {
                    LOG.warn("a file is still being read");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
