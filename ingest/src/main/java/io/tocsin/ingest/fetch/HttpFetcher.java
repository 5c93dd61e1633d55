package io.tocsin.ingest.fetch;

import io.tocsin.ingest.fetch.FetchOutcome.Failed;
import io.tocsin.ingest.fetch.FetchOutcome.Failure;
import io.tocsin.ingest.fetch.FetchOutcome.Fetched;
import io.tocsin.ingest.fetch.FetchOutcome.NotModified;
import io.tocsin.ingest.fetch.FetchOutcome.Refusal;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches addresses within limits, over connections to the very addresses that were checked, one request each. Never throws
 * for an address's sake. Safe for use by any thread.
 */
public final class HttpFetcher implements Fetcher, HopFetcher {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** No server is left alone for longer. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final ScheduledThreadPoolExecutor watchdog;
    private final FetchLimits limits;
    private final AddressGate gate;
    private final HostResolver hosts;
    private final Keyring keys;
    private final InstantSource clock;
    private final String userAgent;

    /**
     * Makes a fetcher.
     *
     * @param keys what servers want to see of their customers
     * @param version of Tocsin, as servers see it
     */
    public HttpFetcher(FetchLimits limits, HostResolver hosts, Keyring keys, InstantSource clock, String version) {
        this.limits = limits;
        this.gate = new AddressGate(limits.allowedHosts());
        this.hosts = hosts;
        this.keys = keys;
        this.clock = clock;
        this.userAgent = "Tocsin/" + version + " (+https://github.com/tocsin-news/tocsin)";
        this.watchdog = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "fetch deadlines");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** A hop that did not end the journey. */
    private record Redirect(URI to) {}

    /**
     * Fetches an address; the caller's thread waits for at most the deadline.
     *
     * @param validators of the version that is known, or {@link Validators#NONE}
     */
    @Override
    public FetchOutcome fetch(String address, Validators validators) {
        return fetch(address, validators, Passage.open());
    }

    @Override
    public FetchOutcome fetch(String address, Validators validators, Passage passage) {
        URI uri = webAddress(address);
        if (uri == null) {
            return new Refused(Refusal.BAD_ADDRESS, "not an address on the web: " + address, null);
        }
        Instant end = clock.instant().plus(limits.deadline());
        for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
            FetchOutcome stopped = passage.enter(uri);
            if (stopped != null) {
                return stopped;
            }
            Object answer = hop(uri, validators, end);
            if (answer instanceof FetchOutcome outcome) {
                return outcome;
            }
            uri = ((Redirect) answer).to;
        }
        return new Refused(Refusal.TOO_MANY_REDIRECTS, "more than " + limits.maxRedirects(), null);
    }

    /** An outcome or a redirect. */
    private Object hop(URI uri, Validators validators, Instant end) {
        List<InetAddress> addresses;
        try {
            addresses = hosts.resolve(bare(uri.getHost()));
        } catch (UnknownHostException e) {
            return new Failed(Failure.UNKNOWN_HOST, "no such host: " + uri.getHost());
        }
        if (gate.of(bare(uri.getHost()), addresses) == AddressGate.Passage.PRIVATE) {
            return new Refused(Refusal.PRIVATE_ADDRESS, uri.getHost() + " is not a public host", null);
        }
        try {
            PinnedConnection connection = new PinnedConnection(watchdog, clock, end, limits.maxBytes());
            return read(uri, connection.get(uri, addresses, headers(uri, validators)));
        } catch (IOException e) {
            return clock.instant().isBefore(end) && !(e instanceof SocketTimeoutException)
                    ? failed(e)
                    : new Failed(Failure.TIMEOUT, "no answer within " + limits.deadline());
        }
    }

    private Map<String, String> headers(URI uri, Validators validators) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", userAgent);
        headers.put(
                "Accept",
                "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5");
        headers.put("Accept-Encoding", "gzip");
        if (validators.etag() != null) {
            headers.put("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            headers.put("If-Modified-Since", validators.lastModified());
        }
        Credentials credentials = keys.of(uri);
        if (credentials != null) {
            headers.put(credentials.header(), credentials.value().reveal());
        }
        return headers;
    }

    private Object read(URI uri, HttpAnswer answer) {
        int status = answer.status();
        if (status == 304) {
            return new NotModified();
        }
        if (REDIRECTS.contains(status)) {
            String location = answer.header("location");
            URI target = location == null ? null : resolved(uri, location);
            return target == null
                    ? new Failed(Failure.BAD_ANSWER, "redirected to nowhere: " + location)
                    : new Redirect(target);
        }
        if (status >= 200 && status < 300) {
            return body(uri, answer);
        }
        String detail = "status " + status + " from " + uri.getHost();
        Duration retryAfter = retryAfter(answer.header("retry-after"));
        if (status == 503 && retryAfter != null) {
            return new Refused(Refusal.TOO_MANY_REQUESTS, detail, retryAfter);
        }
        if (status >= 500) {
            return new Failed(Failure.SERVER_ERROR, detail);
        }
        if (status < 400) {
            return new Failed(Failure.BAD_ANSWER, detail);
        }
        return new Refused(refusal(status), detail, retryAfter);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 401, 402, 403, 451 -> Refusal.FORBIDDEN;
            case 404 -> Refusal.NOT_FOUND;
            case 410 -> Refusal.GONE;
            case 429 -> Refusal.TOO_MANY_REQUESTS;
            default -> Refusal.CLIENT_ERROR;
        };
    }

    private FetchOutcome body(URI uri, HttpAnswer answer) {
        try {
            byte[] body = CappedBody.unpacked(answer.body(), answer.header("content-encoding"), limits.maxBytes());
            Validators next = new Validators(answer.header("etag"), answer.header("last-modified"));
            return new Fetched(uri.toString(), answer.header("content-type"), body, next);
        } catch (IOException e) {
            return failed(e);
        }
    }

    private static FetchOutcome failed(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof CappedBody.TooLarge) && !(root instanceof SSLException)) {
            root = root.getCause();
        }
        String detail = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        if (root instanceof CappedBody.TooLarge) {
            return new Refused(Refusal.TOO_LARGE, detail, null);
        }
        if (root instanceof SSLException) {
            return new Failed(Failure.TLS, detail);
        }
        if (root instanceof HttpWire.Malformed
                || root instanceof java.util.zip.ZipException
                || root instanceof java.io.EOFException) {
            return new Failed(Failure.BAD_ANSWER, detail);
        }
        String where = cause instanceof ConnectException ? "cannot connect: " : "";
        return new Failed(Failure.CONNECTION, where + detail);
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private @Nullable Duration retryAfter(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            Duration wait = written.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(written.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative()
                    ? Duration.ZERO
                    : wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static @Nullable URI resolved(URI from, String location) {
        try {
            return web(from.resolve(new URI(location.strip().replace(" ", "%20"))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** An address on the web as a URI, or null. */
    static @Nullable URI webAddress(String address) {
        try {
            return web(new URI(address.strip().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable URI web(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null ? uri : null;
    }
}
