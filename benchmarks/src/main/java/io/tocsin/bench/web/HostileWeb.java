package io.tocsin.bench.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** All hosts of a web on one port of this machine; the name of a host says its {@link Manner}. */
final class HostileWeb implements AutoCloseable {
    private static final int BACKLOG = 1000;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        Thread thread = new Thread(run, "web");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong requests = new AtomicLong();

    HostileWeb() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Requests so far, those for robots.txt included. */
    long requests() {
        return requests.get();
    }

    private void accept() {
        while (end.getCount() > 0) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                return; // closed
            }
        }
    }

    /** A client that has had enough closes the connection: that ends the answer. */
    private void serve(Socket connection) {
        try (Socket socket = connection;
                OutputStream out = socket.getOutputStream();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            String path = String.valueOf(in.readLine()).replaceFirst("^GET (\\S*) .*", "$1");
            String host = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.regionMatches(true, 0, "host:", 0, 5)) {
                    host = line.substring(5).strip();
                }
            }
            Answers answers = new Answers(out, end, requests.incrementAndGet());
            Manner manner = Manner.of(host);
            if (!path.equals("/robots.txt")) {
                manner.answer(answers);
            } else if (manner == Manner.ROBOTS) {
                answers.typed("text/plain", "User-agent: *\nDisallow: /\n");
            } else {
                answers.status(404);
            }
        } catch (IOException | IllegalArgumentException e) {
            // The client is gone, or asked for a host that there is none.
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
