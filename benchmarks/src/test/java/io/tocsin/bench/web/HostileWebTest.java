package io.tocsin.bench.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A thousand sources, three hundred of which misbehave, each in its own way. */
class HostileWebTest {
    /** Not to be reached: the test waits for what it expects, not for the clock. */
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    @Test
    void noneOfThemStopsAnotherAndEachIsToldApart() {
        try (HostileWeb web = new HostileWeb();
                WebPoller poller = new WebPoller(
                        web.port(), WebPoller.mixed(1000, 300), Duration.ofSeconds(3), Duration.ofSeconds(20))) {
            assertThat(poller.manners().stream().filter(manner -> manner != Manner.GOOD))
                    .hasSize(300)
                    .contains(Manner.values()[Manner.values().length - 1]);
            poller.start();
            Set<String> asExpected = new HashSet<>();
            await().atMost(AT_MOST).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                asExpected.addAll(asExpected(poller));
                assertThat(unexpected(poller, asExpected)).isEmpty();
            });
            assertThat(poller.published())
                    .extracting(value -> new String(value, StandardCharsets.UTF_8))
                    .noneMatch(value -> value.contains("root:") || value.contains("hahaha"));
        }
    }

    private static List<String> asExpected(WebPoller poller) {
        List<String> found = new ArrayList<>();
        List<SourceStatus> statuses = poller.statuses();
        for (int i = 0; i < statuses.size(); i++) {
            if (isAsExpected(poller.manners().get(i), statuses.get(i))) {
                found.add(statuses.get(i).id());
            }
        }
        return found;
    }

    private static boolean isAsExpected(Manner manner, SourceStatus status) {
        return manner.reasons().isEmpty()
                ? status.articles() == 1
                : status.health() == Health.FAILING && manner.reasons().contains(String.valueOf(status.reason()));
    }

    private static List<String> unexpected(WebPoller poller, Set<String> asExpected) {
        return poller.statuses().stream()
                .filter(status -> !asExpected.contains(status.id()))
                .map(status -> status.id() + ": " + status.health() + ", " + status.reason() + ", " + status.detail())
                .toList();
    }
}
