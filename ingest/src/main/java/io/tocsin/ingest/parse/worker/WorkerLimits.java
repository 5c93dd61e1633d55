package io.tocsin.ingest.parse.worker;

import java.time.Duration;

/**
 * What the processes that read documents may cost.
 *
 * @param processes most at a time
 * @param megabytes heap of one
 * @param documents after which one is replaced by a fresh one
 * @param idle after which one is ended
 * @param start how long a fresh one may take until it is ready
 */
public record WorkerLimits(int processes, int megabytes, int documents, Duration idle, Duration start) {

    /** 2 processes of 192 MB, replaced after 500 documents, ended after a minute without one, ready within 2 minutes. */
    public static WorkerLimits defaults() {
        return new WorkerLimits(2, 192, 500, Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    /** The same with as many processes of as much memory. */
    public WorkerLimits with(int most, int heapMegabytes) {
        return new WorkerLimits(most, heapMegabytes, documents, idle, start);
    }
}
