package io.tocsin.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Collectors;

/**
 * Sends forms to servers within the limits and over the checked addresses of {@link HttpFetcher}; redirects are not
 * followed. Never throws for an address's sake. Safe for use by any thread.
 */
public final class FormPost {
    private final ScheduledThreadPoolExecutor watchdog;
    private final FetchLimits limits;
    private final AddressGate gate;
    private final HostResolver hosts;
    private final InstantSource clock;
    private final String userAgent;

    /** What became of a form. */
    public sealed interface Outcome {
        /** The server answered with a status of the 2xx class. */
        record Taken(int status) implements Outcome {}

        /** It did not, or was not asked. */
        record Refused(String detail) implements Outcome {}
    }

    /**
     * Makes one.
     *
     * @param version of Tocsin, as servers see it
     */
    public FormPost(FetchLimits limits, HostResolver hosts, InstantSource clock, String version) {
        this.limits = limits;
        this.gate = new AddressGate(limits.allowedHosts());
        this.hosts = hosts;
        this.clock = clock;
        this.userAgent = "Tocsin/" + version + " (+https://github.com/tocsin-news/tocsin)";
        this.watchdog = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "form deadlines");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** Sends it; the caller's thread waits for at most the deadline. */
    public Outcome post(String address, Map<String, String> form) {
        URI uri = HttpFetcher.webAddress(address);
        if (uri == null) {
            return new Outcome.Refused("not an address on the web: " + address);
        }
        String host = uri.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        List<InetAddress> addresses;
        try {
            addresses = hosts.resolve(bare);
        } catch (UnknownHostException e) {
            return new Outcome.Refused("no such host: " + host);
        }
        if (gate.of(bare, addresses) == AddressGate.Passage.PRIVATE) {
            return new Outcome.Refused(host + " is not a public host");
        }
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        Map<String, String> headers =
                Map.of("User-Agent", userAgent, "Content-Type", "application/x-www-form-urlencoded");
        try {
            HttpAnswer answer = new PinnedConnection(
                            watchdog, clock, clock.instant().plus(limits.deadline()), limits.maxBytes())
                    .post(uri, addresses, headers, body.getBytes(StandardCharsets.UTF_8));
            return answer.status() / 100 == 2
                    ? new Outcome.Taken(answer.status())
                    : new Outcome.Refused("status " + answer.status() + " from " + host);
        } catch (IOException e) {
            return new Outcome.Refused(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
