package io.tocsin.ingest.parse.worker;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.worker.TextOutcome.Refused;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that read documents. None runs before the first document; {@link #start} starts none. Safe for use by any
 * thread.
 */
public final class DocumentWorkers implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentWorkers.class);

    private final WorkerLimits limits;
    private final String main;
    private final Semaphore places;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> all = new HashSet<>();
    private @Nullable ScheduledThreadPoolExecutor ending;
    private long killed;
    private boolean closed;

    public DocumentWorkers(WorkerLimits limits) {
        this(limits, ParserMain.class.getName());
    }

    /**
     * Makes one with processes of another kind.
     *
     * @param main class with the {@code main} method
     */
    DocumentWorkers(WorkerLimits limits, String main) {
        this.limits = limits;
        this.main = main;
        this.places = new Semaphore(limits.processes(), true);
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public void start() {
        // The first document starts the first process.
    }

    /**
     * Reads a document in a process.
     *
     * @param deadline for the waiting for a process, and again for the reading; the start of a process has its own
     */
    public TextOutcome read(DocumentTask task, Duration deadline) throws InterruptedException {
        if (!places.tryAcquire(Math.max(1, deadline.toMillis()), TimeUnit.MILLISECONDS)) {
            return new Refused(Reason.TIMEOUT, "all " + limits.processes() + " processes for documents were busy");
        }
        WorkerProcess worker = null;
        try {
            worker = take();
            return worker.read(task, deadline);
        } catch (IOException e) {
            LOG.error("documents cannot be read: {}", e.getMessage());
            return new Refused(Reason.CRASHED, "no process for documents: " + e.getMessage());
        } finally {
            if (worker != null) {
                giveBack(worker);
            }
            places.release();
        }
    }

    private WorkerProcess take() throws IOException, InterruptedException {
        synchronized (this) {
            if (closed) {
                throw new IOException("Tocsin is being stopped");
            }
            for (WorkerProcess one = idle.pollLast(); one != null; one = idle.pollLast()) {
                if (one.isAlive()) {
                    return one;
                }
                end(one);
            }
        }
        WorkerProcess started = WorkerProcess.start(main, limits);
        synchronized (this) {
            if (!closed) {
                all.add(started);
                return started;
            }
        }
        started.kill();
        throw new IOException("Tocsin is being stopped");
    }

    private synchronized void giveBack(WorkerProcess worker) {
        if (!worker.isAlive()) {
            killed++;
            end(worker);
        } else if (closed || worker.served() >= limits.documents()) {
            end(worker);
        } else {
            idle.addLast(worker);
            int served = worker.served();
            var unused = ending().schedule(
                            () -> endIdle(worker, served), limits.idle().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void endIdle(WorkerProcess worker, int served) {
        if (worker.served() == served && idle.remove(worker)) {
            end(worker);
        }
    }

    private synchronized void end(WorkerProcess worker) {
        all.remove(worker);
        worker.kill();
    }

    private synchronized ScheduledThreadPoolExecutor ending() {
        ScheduledThreadPoolExecutor made = ending;
        if (made == null) {
            made = new ScheduledThreadPoolExecutor(1, run -> {
                Thread thread = new Thread(run, "document-processes");
                thread.setDaemon(true);
                return thread;
            });
            made.setRemoveOnCancelPolicy(true);
            ending = made;
        }
        return made;
    }

    /** Process ids of those that run. */
    synchronized List<Long> running() {
        return all.stream().map(WorkerProcess::pid).toList();
    }

    @Override
    public synchronized CheckResult check() {
        return closed
                ? CheckResult.unavailable("closed")
                : CheckResult.ok(all.size() + " of at most " + limits.processes() + " processes, " + killed
                        + " were lost to a document");
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (WorkerProcess worker : List.copyOf(all)) {
            end(worker);
        }
        idle.clear();
        if (ending != null) {
            ending.shutdownNow();
        }
    }
}
