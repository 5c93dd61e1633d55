package io.tocsin.standalone;

import io.tocsin.runtime.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the process begins. */
public final class TocsinMain {
    private static final int STOP_WITHIN_SECONDS = 20;

    /** The launcher says whether somebody is looking: what Java says of it differs between versions. */
    private static final String TERMINAL = "TOCSIN_TERMINAL";

    private TocsinMain() {}

    public static void main(String[] args) throws Exception {
        // Whatever the locale, what we write is UTF-8.
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (ended.getCount() > 0) {
                                interrupted.countDown();
                            }
                            try {
                                ended.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "shutdown"));
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                System.in,
                out,
                err,
                "true".equals(System.getenv(TERMINAL)),
                InstantSource.system(),
                new SplittableRandom(),
                interrupted);
        int code = TocsinCommand.execute(surroundings, args);
        out.flush();
        err.flush();
        ended.countDown();
        // Threads of libraries that are no daemons must not keep the process.
        if (interrupted.getCount() > 0 || code != ExitCode.INTERRUPTED.code()) {
            System.exit(code);
        }
    }
}
