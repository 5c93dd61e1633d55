package io.tocsin.ingest.parse;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work on a thread of its own and stops waiting at a deadline. Java cannot kill a thread: one that does not heed
 * its interruption goes on, and when too many do, no further work is begun. Safe for use by any thread.
 */
public final class BoundedCall {
    /** Stack of a worker: deep trees recurse. */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private final Duration deadline;
    private final int maxHanging;
    private final AtomicInteger hanging = new AtomicInteger();

    /**
     * Makes one.
     *
     * @param deadline for one piece of work
     * @param maxHanging pieces past their deadline that may still be running before no other is begun
     */
    public BoundedCall(Duration deadline, int maxHanging) {
        this.deadline = deadline;
        this.maxHanging = maxHanging;
    }

    /**
     * The work's result.
     *
     * @throws TimeoutException when it is not there in time, or too many others hang
     * @throws ExecutionException with what the work threw
     */
    public <T> T call(String name, Callable<T> work) throws TimeoutException, ExecutionException, InterruptedException {
        if (hanging.get() >= maxHanging) {
            throw new TimeoutException(maxHanging + " earlier documents are still being read");
        }
        FutureTask<T> task = new FutureTask<>(work);
        AtomicInteger state = new AtomicInteger();
        Runnable run = () -> {
            task.run();
            if (!state.compareAndSet(0, 1)) {
                hanging.decrementAndGet();
            }
        };
        Thread worker = new Thread(null, run, "parse " + name, STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            hanging.incrementAndGet();
            if (!state.compareAndSet(0, 2)) {
                hanging.decrementAndGet();
            }
            task.cancel(true);
            throw e;
        }
    }
}
