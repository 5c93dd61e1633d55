package io.tocsin.standalone;

import io.tocsin.alerts.SilenceTopic;
import io.tocsin.events.Alert;
import io.tocsin.events.Silence;
import io.tocsin.events.Silence.Matcher;
import io.tocsin.runtime.ExitCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin ack}. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        description = {
            "Acknowledges an alert: somebody looks after it. Updates of its incident are no longer delivered; a page, when",
            "it becomes graver, and the end are."
        },
        footer = {
            "",
            "Examples:",
            "  tocsin ack 3d792c74eb094330cc5fd27d",
            "  tocsin ack 3d792c74eb094330cc5fd27d --by 'night desk' --comment 'reporter on site'",
            "",
            "'tocsin silence list' shows acknowledgements, 'tocsin silence expire' takes them back."
        })
final class AckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Mixin
    private SilenceCommand.Signed signed = new SilenceCommand.Signed();

    @Option(names = "--for", paramLabel = "LENGTH", description = "How long (default: ${DEFAULT-VALUE}).")
    private String length = "30d";

    @Parameters(paramLabel = "ALERT_ID", description = "The alert, as it was delivered.")
    private String id = "";

    AckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Instant now = surroundings.clock().instant();
        Instant endsAt = now.plus(AskedLength.read("--for", length));
        AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
        return broker.ask(List.of(broker.topics().alerts(), broker.topics().silences()), () -> {
                    Silence silence = acknowledgement(alert(broker), now, endsAt);
                    new SilenceTopic(broker.kafka(), broker.topics())
                            .write(List.of(silence), SilenceCommand.SOURCE, now);
                    surroundings.out().println(SilenceCommand.line(silence, now));
                    return ExitCode.DONE;
                })
                .code();
    }

    private Alert alert(AskedBroker broker) throws InterruptedException {
        List<Alert> changes = new TopicRecords(broker.kafka(), surroundings, (topic, value) -> {})
                .values(broker.topics().alerts(), id::equals);
        if (changes.isEmpty()) {
            throw new InvalidInput(id + ": no such alert");
        }
        Alert last = changes.get(changes.size() - 1);
        if (last.change().ends()) {
            throw new InvalidInput(id + ": the alert has ended, there is nothing to acknowledge");
        }
        return last;
    }

    private Silence acknowledgement(Alert alert, Instant now, Instant endsAt) {
        String incident = alert.incident();
        return new Silence(
                "ack-" + alert.id(),
                List.of(
                        incident == null
                                ? new Matcher("alert", alert.id(), false, true)
                                : new Matcher("incident", incident, false, true)),
                Silence.Stops.UPDATES,
                now,
                endsAt,
                signed.by(surroundings),
                signed.comment().isBlank() ? "acknowledged" : signed.comment());
    }
}
