package io.tocsin.ingest.parse.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.worker.TextOutcome.Found;
import io.tocsin.ingest.parse.worker.TextOutcome.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentWorkersTest {
    /** Far more than any machine needs. */
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private static final WorkerLimits SMALL = new WorkerLimits(1, 64, 500, Duration.ofHours(1), Duration.ofMinutes(5));

    private DocumentWorkers workers = new DocumentWorkers(SMALL, MisbehavingMain.class.getName());

    @AfterEach
    void close() {
        workers.close();
    }

    private TextOutcome read(String name, Duration deadline) throws InterruptedException {
        return workers.read(new DocumentTask(name, "application/pdf", 1000, new byte[] {1, 2, 3}), deadline);
    }

    private static void awaitEnd(long pid) {
        await().atMost(PATIENT)
                .until(() ->
                        ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
    }

    @Test
    void oneProcessReadsManyDocumentsAndHasNoEnvironment() throws InterruptedException {
        assertThat(workers.running()).isEmpty();
        Found first = (Found) read("first", PATIENT);
        assertThat(first.document().text()).startsWith("first, environment of ");
        assertThat(Integer.parseInt(first.document().text().replaceAll("\\D", "")))
                .isLessThanOrEqualTo(5);
        List<Long> running = workers.running();
        assertThat(running).hasSize(1);
        assertThat(read("second", PATIENT)).isInstanceOf(Found.class);
        assertThat(workers.running()).isEqualTo(running);
    }

    @ParameterizedTest
    @CsvSource({
        "takes-all-memory, OUT_OF_MEMORY, more memory",
        "ends, CRASHED, ended with 7",
        "promises-too-much, CRASHED, bytes where at most"
    })
    void aDocumentThatTakesItsProcessDownCostsOnlyItself(String name, Reason reason, String detail)
            throws InterruptedException {
        assertThat(read("before", PATIENT)).isInstanceOf(Found.class);
        long lost = workers.running().get(0);
        // A process that is alive and answered nonsense is given some time to end by itself.
        Refused refused = (Refused) read(name, PATIENT);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.detail()).contains(detail);
        awaitEnd(lost);
        assertThat(read("after", PATIENT)).isInstanceOf(Found.class);
        assertThat(workers.running()).hasSize(1).doesNotContain(lost);
        assertThat(workers.check().detail()).contains("1 were lost to a document");
    }

    @Test
    void aDocumentThatNeverEndsIsKilledAtTheDeadline() throws InterruptedException {
        assertThat(read("before", PATIENT)).isInstanceOf(Found.class);
        long hanging = workers.running().get(0);
        Refused refused = (Refused) read("never-ends", Duration.ofMillis(200));
        assertThat(refused.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(refused.detail()).contains("200 ms").contains("killed");
        awaitEnd(hanging);
        assertThat(read("after", PATIENT)).isInstanceOf(Found.class);
    }

    @Test
    void noMoreProcessesRunThanAreAllowedAndWhoWaitsTooLongIsTold() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<TextOutcome> hanging = other.submit(() -> read("never-ends", PATIENT));
            await().atMost(PATIENT).until(() -> workers.running().size() == 1);
            Refused busy = (Refused) read("second", Duration.ofMillis(50));
            assertThat(busy.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(busy.detail()).contains("all 1 processes");
            workers.close();
            assertThat(hanging.get(PATIENT.toMillis(), TimeUnit.MILLISECONDS)).isInstanceOf(Refused.class);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void oneThatHasReadEnoughIsReplacedAndOneWithoutWorkEnds() throws InterruptedException {
        workers = new DocumentWorkers(
                new WorkerLimits(1, 64, 2, Duration.ofMillis(1), Duration.ofMinutes(5)),
                MisbehavingMain.class.getName());
        assertThat(read("first", PATIENT)).isInstanceOf(Found.class);
        await().atMost(PATIENT).until(() -> workers.running().isEmpty());
        assertThat(read("second", PATIENT)).isInstanceOf(Found.class);
        assertThat(workers.check().detail()).contains("0 were lost");
    }

    @Test
    void aProcessThatDoesNotStartIsSaidSo() throws InterruptedException {
        workers = new DocumentWorkers(SMALL, "io.tocsin.NoSuchMain");
        Refused refused = (Refused) read("first", PATIENT);
        assertThat(refused.reason()).isEqualTo(Reason.CRASHED);
        assertThat(refused.detail()).contains("did not get ready");
    }

    @Test
    void closedMeansNoProcess() throws InterruptedException {
        assertThat(read("first", PATIENT)).isInstanceOf(Found.class);
        long pid = workers.running().get(0);
        workers.close();
        awaitEnd(pid);
        assertThat(read("second", PATIENT)).isInstanceOf(Refused.class);
    }
}
