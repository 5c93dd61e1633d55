package io.tocsin.events;

import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The subscriber of {@code docs/topics.md}: what stands between the two marks is printed there. */
final class SubscriberExample {
    private SubscriberExample() {}

    static void run() {
        // example
        Topic<Alert> alerts = new Topics("tocsin.").alerts();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "localhost:9092",
                "group.id", "my-team",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(
                settings, alerts.keySerde().deserializer(), alerts.serde().deserializer())) {
            consumer.subscribe(List.of(alerts.name()));
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> System.out.println(record.value()));
            }
        }
        // end of example
    }
}
