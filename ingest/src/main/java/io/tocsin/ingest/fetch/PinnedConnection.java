package io.tocsin.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request over a connection of its own to an address that was looked up and checked before: the name is not looked up
 * again, so that a second answer of the DNS cannot lead elsewhere (rebinding). The server's certificate must be that of
 * the name. Every wait ends at the deadline. For one request.
 */
final class PinnedConnection {
    private static final Logger LOG = LoggerFactory.getLogger(PinnedConnection.class);

    private static final String IP_LITERAL = "[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?";

    /** For an address to take the connection while there are others to be tried. */
    private static final int PATIENCE_MILLIS = 5000;

    private final ScheduledExecutorService watchdog;
    private final InstantSource clock;
    private final Instant end;
    private final int maxBytes;
    private volatile boolean overdue;

    PinnedConnection(ScheduledExecutorService watchdog, InstantSource clock, Instant end, int maxBytes) {
        this.watchdog = watchdog;
        this.clock = clock;
        this.end = end;
        this.maxBytes = maxBytes;
    }

    /**
     * Sends a GET and reads the answer.
     *
     * @param addresses that were checked, tried in their order until one answers
     * @param headers besides Host and Connection
     * @throws SocketTimeoutException when the deadline has passed
     */
    HttpAnswer get(URI uri, List<InetAddress> addresses, Map<String, String> headers) throws IOException {
        return exchange("GET", uri, addresses, headers, new byte[0]);
    }

    /** As {@link #get}, with a body. */
    HttpAnswer post(URI uri, List<InetAddress> addresses, Map<String, String> headers, byte[] body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Length", Integer.toString(body.length));
        return exchange("POST", uri, addresses, all, body);
    }

    private HttpAnswer exchange(
            String method, URI uri, List<InetAddress> addresses, Map<String, String> headers, byte[] body)
            throws IOException {
        try (Socket plain = connected(addresses, port(uri))) {
            ScheduledFuture<?> cut = watchdog.schedule(() -> closed(plain), millisLeft(), TimeUnit.MILLISECONDS);
            try (Socket socket = isSecure(uri) ? secured(plain, uri) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(request(method, uri, headers).getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                return new HttpWire(new BufferedInputStream(socket.getInputStream()), maxBytes).read();
            } catch (IOException e) {
                if (overdue) {
                    throw (IOException) new SocketTimeoutException("the deadline has passed").initCause(e);
                }
                throw e;
            } finally {
                cut.cancel(false);
            }
        }
    }

    /** Whoever reads from it or writes to it is woken by an error, however slowly the server drips. */
    private void closed(Socket socket) {
        overdue = true;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a connection at its deadline failed", e);
        }
    }

    private Socket connected(List<InetAddress> addresses, int port) throws IOException {
        IOException last = new IOException("no address");
        for (int i = 0; i < addresses.size(); i++) {
            Socket socket = new Socket();
            try {
                int patience = i + 1 < addresses.size() ? Math.min(millisLeft(), PATIENCE_MILLIS) : millisLeft();
                socket.connect(new InetSocketAddress(addresses.get(i), port), patience);
                socket.setSoTimeout(millisLeft());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private SSLSocket secured(Socket plain, URI uri) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        String host = uri.getHost();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port(uri), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!host.matches(IP_LITERAL)) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(millisLeft());
        socket.startHandshake();
        return socket;
    }

    private static String request(String method, URI uri, Map<String, String> headers) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(ascii(target))
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getHost())
                .append(port)
                .append("\r\nConnection: close\r\n");
        headers.forEach((name, value) -> request.append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]", " "))
                .append("\r\n"));
        return request.append("\r\n").toString();
    }

    /** Letters beyond ASCII are written as the bytes of UTF-8, by percent. */
    private static String ascii(String target) {
        return target.chars().allMatch(c -> c < 0x80)
                ? target
                : URI.create(target).toASCIIString();
    }

    private static boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
    }

    private int millisLeft() throws SocketTimeoutException {
        long left = Duration.between(clock.instant(), end).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("the deadline has passed");
        }
        return (int) Math.min(Integer.MAX_VALUE, left);
    }
}
