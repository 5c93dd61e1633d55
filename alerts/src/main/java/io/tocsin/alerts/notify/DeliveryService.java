package io.tocsin.alerts.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.route.Route;
import io.tocsin.alerts.route.Router;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.silence.Silences;
import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.events.Alert;
import io.tocsin.events.Delivery;
import io.tocsin.events.Rule;
import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.StageCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts to their channels. in = delivered + dropped by reason, in pairs of alert change and channel.
 *
 * <p>It keeps no offsets: what it is given it reads again from {@link RetrySchedule#expiry} ago on, and the sent ledger
 * says what of that is settled. A silence counts that was in force when the alert was written. Several processes share the work by the partitions of the alerts topic.
 */
public final class DeliveryService implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final String SOURCE = "/tocsin/alert";

    private final KafkaConnection kafka;
    private final Topics topics;
    private final Router router;
    private final RuleFile rules;
    private final RetrySchedule schedule;
    private final InstantSource time;
    private final StageCounts counts;
    private final SentLedger ledger = new SentLedger();
    private final Map<String, ChannelQueue> queues = new HashMap<>();
    /** The channels that a rule names, by its id; a rule that names none is not there. */
    private final Map<String, List<String>> wanted = new HashMap<>();

    private final Silences silences = new Silences();
    private final Set<Integer> ours = ConcurrentHashMap.newKeySet();
    private volatile CheckResult health = CheckResult.unavailable("not started");
    private volatile boolean closing;
    private boolean assigned;
    private @Nullable Thread thread;
    private @Nullable TopicTail tail;
    private @Nullable KafkaConsumer<String, byte[]> alerts;
    private @Nullable KafkaProducer<String, Delivery> producer;

    /** Reads and sends nothing until it is started. */
    public DeliveryService(
            KafkaConnection kafka,
            Topics topics,
            List<Channel> channels,
            Router router,
            RuleFile rules,
            RetrySchedule schedule,
            InstantSource time,
            RandomGenerator random,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.topics = topics;
        this.router = router;
        this.rules = rules;
        this.schedule = schedule;
        this.time = time;
        this.counts = new StageCounts(metrics, "deliver");
        ChannelQueue.Setting setting =
                new ChannelQueue.Setting(schedule, time, random, this::write, partition -> ours.contains(partition));
        for (Channel channel : channels) {
            queues.put(channel.name(), new ChannelQueue(channel, setting, counts, metrics));
        }
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public void start() {
        producer = new KafkaProducer<>(
                kafka.producer(),
                new StringSerializer(),
                topics.deliveries().serde().serializer());
        tail = new TopicTail(
                kafka,
                List.of(
                        topics.rules().name(),
                        topics.deliveries().name(),
                        topics.silences().name()));
        alerts = new KafkaConsumer<>(
                kafka.consumer(topics.prefix() + "deliver"), new StringDeserializer(), new ByteArrayDeserializer());
        queues.values().forEach(ChannelQueue::start);
        Thread starting = new Thread(this::run, "deliver-reader");
        starting.setDaemon(true);
        thread = starting;
        health = CheckResult.ok("reading the ledger");
        starting.start();
    }

    private void run() {
        try (TopicTail tables = tail;
                KafkaConsumer<String, byte[]> consumer = alerts) {
            if (tables == null || consumer == null) {
                throw new IllegalStateException("not started");
            }
            tables.catchUp(this::table);
            consumer.subscribe(List.of(topics.alerts().name()), new Assignment(consumer));
            health = CheckResult.ok("delivering");
            while (!closing) {
                Iterable<ConsumerRecord<String, byte[]>> records = consumer.poll(POLL);
                if (assigned) {
                    tables.catchUp(this::table);
                    assigned = false;
                } else {
                    tables.poll(Duration.ZERO, this::table);
                }
                records.forEach(this::take);
            }
        } catch (WakeupException e) {
            LOG.debug("ends");
        } catch (RuntimeException e) {
            LOG.error("deliveries have stopped", e);
            health = CheckResult.failed("stopped by " + e);
        }
    }

    private void table(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(topics.rules().name())) {
                rule(record);
            } else if (record.topic().equals(topics.silences().name())) {
                silence(record);
            } else if (record.value() != null) {
                ledger.enter(topics.deliveries().serde().deserializer().deserialize(record.topic(), record.value()));
            }
        } catch (RuntimeException e) { // whatever is wrong with a record, the next one is read
            LOG.warn("{}-{}@{} is left out: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    private void rule(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            wanted.remove(record.key());
            return;
        }
        Rule rule = topics.rules().serde().deserializer().deserialize(record.topic(), record.value());
        if (rule.kind() == Rule.Kind.QUERY) {
            wanted.remove(record.key());
            return;
        }
        wanted.put(record.key(), rules.read(rule).deliverTo());
    }

    private void silence(ConsumerRecord<String, byte[]> record) {
        silences.remove(record.key());
        if (record.value() != null) {
            silences.enter(topics.silences().serde().deserializer().deserialize(record.topic(), record.value()));
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        Alert alert;
        try {
            alert = topics.alerts().serde().deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} is no alert: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
            counts.in();
            counts.dropped(Dropped.UNREADABLE);
            return;
        }
        Instant writtenAt = Instant.ofEpochMilli(record.timestamp());
        Route route = router.route(alert, wanted.getOrDefault(alert.rule(), List.of()), writtenAt);
        if (route instanceof Route.Nowhere nowhere) {
            counts.in();
            counts.dropped(nowhere.reason());
        } else if (route instanceof Route.To to) {
            to.channels().forEach(channel -> queue(alert, channel, writtenAt, record.partition()));
        }
    }

    private void queue(Alert alert, String channel, Instant writtenAt, int partition) {
        counts.in();
        ChannelQueue queue = queues.get(channel);
        SentLedger.Standing standing = ledger.standing(alert, channel);
        if (queue == null) {
            counts.dropped(Route.Reason.NO_SUCH_CHANNEL);
        } else if (standing instanceof SentLedger.Due due) {
            ChannelQueue.Item item = new ChannelQueue.Item(alert, writtenAt, partition, due);
            silences.stopping(alert, writtenAt)
                    .ifPresentOrElse(by -> queue.silence(item, Silences.reason(by)), () -> queue.add(item));
        } else {
            counts.dropped(Dropped.ALREADY_SENT);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback says what became of it
    private void write(Delivery line) {
        ledger.enter(line);
        KafkaProducer<String, Delivery> out = producer;
        if (out == null) {
            return;
        }
        ProducerRecord<String, Delivery> record =
                new ProducerRecord<>(topics.deliveries().name(), Delivery.key(line.alertId(), line.channel()), line);
        CloudEvents.write(
                record.headers(),
                line.id() + '-' + line.attempt(),
                SOURCE,
                topics.deliveries().eventType(),
                record.key(),
                topics.deliveries().schemaId(),
                line.at());
        out.send(record, (metadata, e) -> {
            if (e != null) {
                LOG.error("the ledger did not take {}: a restart will send it again", line.id(), e);
            }
        });
    }

    @Override
    public CheckResult check() {
        if (health.status() != CheckResult.Status.OK) {
            return health;
        }
        StringBuilder trouble = new StringBuilder();
        for (ChannelQueue queue : queues.values()) {
            if (!queue.trouble().isEmpty()) {
                trouble.append("; ").append(queue.name()).append(": ").append(queue.trouble());
            }
        }
        return CheckResult.ok(health.detail() + trouble);
    }

    @Override
    public void close() {
        closing = true;
        KafkaConsumer<String, byte[]> consumer = alerts;
        TopicTail tables = tail;
        if (consumer != null && tables != null) {
            consumer.wakeup();
            tables.wakeup();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join(CLOSE_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        queues.values().forEach(ChannelQueue::close);
        KafkaProducer<String, Delivery> out = producer;
        if (out != null) {
            out.close(CLOSE_WITHIN);
        }
        health = CheckResult.unavailable("stopped");
    }

    /** Reads a partition that comes to this process from the moment on from which an alert may still be delivered. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> consumer;

        Assignment(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> since = new HashMap<>();
            long from = time.instant().minus(schedule.expiry()).toEpochMilli();
            partitions.forEach(partition -> since.put(partition, from));
            Map<TopicPartition, @Nullable OffsetAndTimestamp> offsets = consumer.offsetsForTimes(since);
            for (TopicPartition partition : partitions) {
                OffsetAndTimestamp offset = offsets.get(partition);
                if (offset == null) {
                    consumer.seekToEnd(List.of(partition));
                } else {
                    consumer.seek(partition, offset.offset());
                }
                ours.add(partition.partition());
            }
            assigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> ours.remove(partition.partition()));
        }
    }
}
