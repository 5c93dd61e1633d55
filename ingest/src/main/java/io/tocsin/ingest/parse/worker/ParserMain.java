package io.tocsin.ingest.parse.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A process that reads documents, one after the other, from standard input to standard output. It ends as soon as its
 * standard input does, also in the middle of a document, so it never outlives whoever started it.
 */
public final class ParserMain {
    /** Stack of the thread that reads: deep documents recurse. */
    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private static final Set<String> OUTSIDE = Set.of("http", "https", "ftp", "mailto");

    private ParserMain() {}

    public static void main(String[] args) throws IOException {
        WorkerLine line =
                new WorkerLine(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // what a library prints is no answer
        URL.setURLStreamHandlerFactory(scheme -> OUTSIDE.contains(scheme) ? new NoConnection() : null);
        BlockingQueue<DocumentTask> tasks = new LinkedBlockingQueue<>();
        Thread reader = new Thread(null, () -> readAll(line, tasks), "reader", STACK_BYTES);
        reader.setDaemon(true);
        reader.start();
        line.sayReady();
        try {
            while (true) {
                tasks.add(line.task());
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void readAll(WorkerLine line, BlockingQueue<DocumentTask> tasks) {
        try {
            while (true) {
                line.send(TikaText.read(tasks.take()));
            }
        } catch (IOException | InterruptedException | Error e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** No parser asks anybody for anything. */
    private static final class NoConnection extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(@Nullable URL url) throws IOException {
            throw new IOException("no connections are made while a document is read");
        }
    }
}
