package io.tocsin.integration.process;

import io.tocsin.integration.dashboards.ScrapedQueries;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards and alert rules of {@code docker/} against the metrics of a demo. */
class DashboardQueriesIT extends ScrapedQueries {
    @TempDir
    private static Path folder;

    private static @Nullable TocsinProcess demo;

    @BeforeAll
    static void start() throws Exception {
        TocsinProcess started =
                TocsinProcess.start(folder, Map.of(), "demo", "--port", "0", "--speed", "max", "--data", "data");
        started.await(Pattern.compile("The sample is over.*"), Duration.ofMinutes(4));
        demo = started;
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @Override
    protected String scrape() throws Exception {
        if (demo == null) {
            throw new IllegalStateException("the demo did not start");
        }
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(demo.address() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
