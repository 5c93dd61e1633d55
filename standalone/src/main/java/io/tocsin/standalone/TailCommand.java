package io.tocsin.standalone;

import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.KafkaConnection;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin tail}. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints the records of a topic as they come, one JSON value a line.",
        footer = {
            "",
            "Examples:",
            "  tocsin tail alerts                    what rings from now on",
            "  tocsin tail decisions --from-start --until-end",
            "  tocsin tail articles.rejected --headers -b kafka:9092",
            "",
            "Topics are named as in docs/topics.md, without prefix and version."
        })
final class TailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Surroundings surroundings;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--from-start", description = "From the first record that is kept.")
    private boolean fromStart;

    @Option(names = "--until-end", description = "Ends at the last record instead of waiting for more.")
    private boolean untilEnd;

    @Option(names = "--headers", description = "Key and headers before each value.")
    private boolean headers;

    @Parameters(paramLabel = "TOPIC", description = "articles.raw, articles.tagged, stories, signals, alerts ...")
    private String topic = "";

    TailCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
        Topic<?> tailed = named(broker.topics());
        return broker.ask(List.of(tailed), () -> tail(broker.kafka(), tailed)).code();
    }

    private ExitCode tail(KafkaConnection kafka, Topic<?> tailed) {
        try (KafkaConsumer<String, byte[]> consumer = kafka.reader()) {
            follow(consumer, KafkaConnection.partitions(consumer, tailed.name()));
        }
        return ExitCode.DONE;
    }

    private Topic<?> named(Topics topics) {
        for (Topic<?> candidate : topics.all()) {
            String shortName =
                    candidate.name().substring(topics.prefix().length()).replaceFirst("\\.v\\d+$", "");
            if (topic.equals(shortName) || topic.equals(candidate.name())) {
                return candidate;
            }
        }
        throw new InvalidInput("no topic '" + topic + "': there are "
                + topics.all().stream()
                        .map(t -> t.name().substring(topics.prefix().length()).replaceFirst("\\.v\\d+$", ""))
                        .collect(Collectors.joining(", ")));
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        if (fromStart) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        while (surroundings.interrupted().getCount() > 0) {
            consumer.poll(POLL).forEach(this::print);
            surroundings.out().flush();
            if (untilEnd && partitions.stream().allMatch(p -> consumer.position(p) >= end.getOrDefault(p, 0L))) {
                return;
            }
        }
    }

    private void print(ConsumerRecord<String, byte[]> record) {
        PrintStream out = surroundings.out();
        if (headers) {
            out.println(
                    "# " + record.topic() + "-" + record.partition() + "@" + record.offset() + "  key " + record.key());
            for (Header header : record.headers()) {
                out.println("# " + header.key() + ": "
                        + (header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        out.println(record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8));
    }
}
