package io.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.fetch.FetchOutcome.Failed;
import io.tocsin.ingest.fetch.FetchOutcome.Failure;
import io.tocsin.ingest.fetch.FetchOutcome.Fetched;
import io.tocsin.ingest.fetch.FetchOutcome.Later;
import io.tocsin.ingest.fetch.FetchOutcome.Refusal;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PoliteFetcherTest {
    private static final String HOST = "https://larkhaven.example";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final Map<String, FetchOutcome> web = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> redirects = new HashMap<>();
    private final PoliteFetcher fetcher = polite(Manners.defaults());

    private PoliteFetcher polite(Manners manners) {
        HopFetcher served = (address, validators, passage) -> {
            String at = address;
            for (String next = at; next != null; next = redirects.get(next)) {
                at = next;
                FetchOutcome stopped = passage.enter(URI.create(at));
                if (stopped != null) {
                    return stopped;
                }
                asked.add(at);
            }
            return web.getOrDefault(at, new Refused(Refusal.NOT_FOUND, "404", null));
        };
        return new PoliteFetcher(served, manners, now::get);
    }

    private void serve(String path, String text) {
        web.put(
                HOST + path,
                new Fetched(HOST + path, "text/plain", text.getBytes(StandardCharsets.UTF_8), Validators.NONE));
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(HOST + path, Validators.NONE);
    }

    private void pass(Duration time) {
        var unused = now.updateAndGet(at -> at.plus(time));
    }

    @Test
    void obeysRobotsTxtAndAsksForItOnceADay() {
        serve("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: Tocsin\nDisallow: /private/\n");
        serve("/feed", "feed");
        assertThat(fetch("/feed")).isInstanceOf(Fetched.class);
        pass(Duration.ofSeconds(2));
        assertThat(fetch("/private/feed")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Refusal.ROBOTS));
        assertThat(asked).containsExactly(HOST + "/robots.txt", HOST + "/feed");
        pass(Duration.ofDays(1));
        fetch("/feed");
        assertThat(asked).endsWith(HOST + "/robots.txt", HOST + "/feed").hasSize(4);
    }

    @Test
    void noRobotsTxtKeepsNobodyOutAndABrokenServerEverybody() {
        serve("/feed", "feed");
        assertThat(fetch("/feed")).isInstanceOf(Fetched.class);
        PoliteFetcher other = polite(Manners.defaults());
        web.put(HOST + "/robots.txt", new Failed(Failure.SERVER_ERROR, "status 500"));
        assertThat(other.fetch(HOST + "/feed", Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.detail()).contains("500"));
        web.remove(HOST + "/robots.txt");
        pass(Duration.ofMinutes(11));
        assertThat(other.fetch(HOST + "/feed", Validators.NONE)).isInstanceOf(Fetched.class);
        PoliteFetcher rude = polite(new Manners(false, Duration.ZERO));
        serve("/robots.txt", "User-agent: *\nDisallow: /\n");
        assertThat(rude.fetch(HOST + "/feed", Validators.NONE)).isInstanceOf(Fetched.class);
    }

    @Test
    void leavesAGapBetweenRequestsToOneHostOnly() {
        serve("/feed", "feed");
        fetch("/feed");
        assertThat(fetch("/feed")).isEqualTo(new Later(Duration.ofSeconds(1)));
        assertThat(fetcher.fetch("https://skerry.example/feed", Validators.NONE))
                .isNotInstanceOf(Later.class);
        pass(Duration.ofSeconds(1));
        assertThat(fetch("/feed")).isInstanceOf(Fetched.class);
    }

    @Test
    void theCrawlDelayAndRetryAfterLengthenTheGap() {
        serve("/robots.txt", "User-agent: *\nCrawl-delay: 20\n");
        serve("/feed", "feed");
        fetch("/feed");
        assertThat(fetch("/feed")).isEqualTo(new Later(Duration.ofSeconds(20)));
        pass(Duration.ofSeconds(20));
        web.put(HOST + "/feed", new Refused(Refusal.TOO_MANY_REQUESTS, "429", Duration.ofMinutes(10)));
        fetch("/feed");
        assertThat(fetch("/other")).isEqualTo(new Later(Duration.ofMinutes(10)));
    }

    @Test
    void aRedirectIsSubjectToTheOtherHostsRules() {
        String other = "https://skerry.example";
        redirects.put(HOST + "/feed", other + "/private/feed");
        redirects.put(HOST + "/moved", HOST + "/here");
        serve("/here", "feed");
        web.put(
                other + "/robots.txt",
                new Fetched(
                        other + "/robots.txt",
                        "text/plain",
                        "User-agent: *\nDisallow: /private/\nCrawl-delay: 20\n".getBytes(StandardCharsets.UTF_8),
                        Validators.NONE));
        assertThat(fetch("/feed")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.ROBOTS);
            assertThat(refused.detail()).contains("skerry.example");
        });
        assertThat(asked).doesNotContain(other + "/private/feed");
        pass(Duration.ofSeconds(1));
        redirects.put(HOST + "/feed", other + "/feed");
        fetch("/feed");
        assertThat(asked).endsWith(other + "/feed");
        pass(Duration.ofSeconds(2));
        assertThat(fetch("/feed")).as("the other host rests").isEqualTo(new Later(Duration.ofSeconds(18)));
        pass(Duration.ofSeconds(2));
        assertThat(fetch("/moved")).as("a redirect within a host is one turn").isInstanceOf(Fetched.class);
    }

    @Test
    void oneRequestAtATime() {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        HostGate gate = new HostGate(Duration.ofSeconds(1));
        assertThat(gate.enter("a", at)).isZero();
        assertThat(gate.enter("a", at.plusSeconds(100))).isPositive();
        assertThat(gate.enter("b", at)).isZero();
        gate.leave("a", at.plusSeconds(1));
        assertThat(gate.enter("a", at.plusSeconds(1))).isZero();
    }
}
