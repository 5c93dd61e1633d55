package io.tocsin.ingest.parse.worker;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.worker.TextOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process that reads documents, seen from the one that started it. For use by one thread at a time. */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    /** What of the environment is handed on; nothing secret is among it. */
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

    /** What Java ends with when it has no memory left. */
    private static final int OUT_OF_MEMORY = 3;

    /** A process whose line broke ends by itself, if at all, within this time. */
    private static final long ENDS_WITHIN_SECONDS = 20;

    private final Process process;
    private final Path folder;
    private final WorkerLine line;
    private final ExecutorService talking;
    private int served;
    private volatile boolean over;

    private WorkerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.line = new WorkerLine(process.getInputStream(), process.getOutputStream());
        this.talking = Executors.newSingleThreadExecutor(run -> {
            Thread thread = new Thread(run, "document-process-" + process.pid());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @throws IOException when it cannot be started or does not get ready in time
     */
    static WorkerProcess start(String main, WorkerLimits limits) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tocsin-document-");
        List<String> command = WorkerCommand.of(main, limits.megabytes(), folder);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        WorkerProcess started;
        try {
            started = new WorkerProcess(builder.start(), folder);
        } catch (IOException e) {
            Files.deleteIfExists(folder);
            throw e;
        }
        Future<?> ready = started.talking.submit(() -> {
            started.line.awaitReady();
            return null;
        });
        try {
            ready.get(limits.start().toMillis(), TimeUnit.MILLISECONDS);
            return started;
        } catch (ExecutionException | TimeoutException e) {
            started.kill();
            throw new IOException("the process for documents did not get ready: " + e, e);
        } catch (InterruptedException e) {
            started.kill();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    int served() {
        return served;
    }

    boolean isAlive() {
        return !over && process.isAlive();
    }

    /** Has a document read. When the answer is late, broken or missing, the process does not survive it. */
    TextOutcome read(DocumentTask task, Duration deadline) throws InterruptedException {
        served++;
        Future<TextOutcome> answer = talking.submit(() -> {
            line.send(task);
            return line.outcome(task.maxCharacters());
        });
        try {
            return answer.get(Math.max(1, deadline.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            kill();
            return new Refused(
                    Reason.TIMEOUT, "not read within " + deadline.toMillis() + " ms, so its process was killed");
        } catch (ExecutionException e) {
            return ended(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    private Refused ended(Throwable broken) throws InterruptedException {
        boolean ended = process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        int code = ended ? process.exitValue() : 0;
        kill();
        return ended && code == OUT_OF_MEMORY
                ? new Refused(Reason.OUT_OF_MEMORY, "needs more memory than a process for documents has")
                : new Refused(
                        Reason.CRASHED,
                        ended
                                ? "its process ended with " + code
                                : "its process answered nonsense: " + broken.getMessage());
    }

    /** Ends it at once, whatever it does, and removes what it left. */
    void kill() {
        over = true;
        process.destroyForcibly();
        talking.shutdownNow();
        var unused = process.onExit().thenRun(() -> delete(folder));
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            LOG.debug("{} is left over", folder, e);
        }
    }
}
