package io.tocsin.alerts;

import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.alerts.tail.TopicWriter;
import io.tocsin.alerts.tail.TopicWriter.Row;
import io.tocsin.events.Rule;
import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;

/** The rules topic as a table: what is in force, and who put it there. Each call connects anew; for start and tools. */
public final class RuleTopic {
    /** The {@code ce_source} of rules that somebody applied by a command. */
    public static final String APPLIED = "/tocsin/rules/apply";

    private final KafkaConnection kafka;
    private final Topic<Rule> topic;
    private final InstantSource time;

    public RuleTopic(KafkaConnection kafka, Topics topics, InstantSource time) {
        this.kafka = kafka;
        this.topic = topics.rules();
        this.time = time;
    }

    /**
     * A rule on the topic.
     *
     * @param source the {@code ce_source} of who put it there, a URI reference; empty when it does not say
     */
    public record Entry(Rule rule, String source) {

        /** Whether it is this rule: the same text, understood in the same way. */
        public boolean holds(Rule other) {
            return rule.version().equals(other.version()) && rule.parsed().equals(other.parsed());
        }
    }

    /** All rules on the topic, by id. */
    public Map<String, Entry> read() {
        Map<String, Entry> entries = new TreeMap<>();
        try (TopicTail tail = new TopicTail(kafka, List.of(topic.name()))) {
            tail.catchUp(record -> enter(record, entries));
        }
        return entries;
    }

    private void enter(ConsumerRecord<String, byte[]> record, Map<String, Entry> entries) {
        if (record.value() == null) {
            entries.remove(record.key());
            return;
        }
        try {
            Rule rule = topic.serde().deserializer().deserialize(record.topic(), record.value());
            entries.put(record.key(), new Entry(rule, source(record)));
        } catch (SerializationException e) {
            entries.remove(record.key());
        }
    }

    private static String source(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(CloudEvents.SOURCE);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Writes rules, as applied now, and removes others; answers when the broker has all of it. */
    public void write(List<Rule> rules, List<String> remove, String source) {
        Instant now = time.instant();
        List<Row<Rule>> rows = new ArrayList<>();
        rules.forEach(rule -> rows.add(new Row<>(rule.id(), rule.at(now), rule.version())));
        remove.forEach(id -> rows.add(new Row<>(id, null, "removed")));
        new TopicWriter<>(kafka, topic).write(rows, source, now);
    }
}
