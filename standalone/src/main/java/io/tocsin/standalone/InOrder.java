package io.tocsin.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work done by several threads whose results come out in the order in which it was given. At most a few pieces for each
 * thread are under way, so memory stays bounded.
 *
 * @param <R> the result of a piece
 */
final class InOrder<R> implements AutoCloseable {
    private static final int PIECES_PER_THREAD = 4;

    private final ExecutorService threads;
    private final Consumer<R> sink;
    private final int most;
    private final Deque<Future<R>> underWay = new ArrayDeque<>();

    InOrder(int threads, Consumer<R> sink) {
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "work");
            thread.setDaemon(true);
            return thread;
        });
        this.sink = sink;
        this.most = threads * PIECES_PER_THREAD;
    }

    /** Gives a piece of work; waits for the oldest while there is too much under way. */
    void submit(Callable<R> piece) throws InterruptedException, ExecutionException {
        while (underWay.size() >= most) {
            sink.accept(underWay.removeFirst().get());
        }
        underWay.addLast(threads.submit(piece));
    }

    /** Waits for all. */
    void finish() throws InterruptedException, ExecutionException {
        while (!underWay.isEmpty()) {
            sink.accept(underWay.removeFirst().get());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
