package io.tocsin.alerts.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.events.Rule;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: a global store of the rules topic, read by every task through a {@link View}. Saved queries on the
 * topic are left out; one with the id of a rule takes the rule's place. A record that is no
 * rule is counted ({@code tocsin.rules.invalid}) and the rule that was in force stays. Safe for use by any thread.
 */
final class RuleTable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTable.class);

    private final RuleFile rules;
    private final AlertMetrics alerts;
    private final Counter invalid;
    private final AtomicInteger inForce = new AtomicInteger();
    /** Grows with every change of the store, so that views know when to read it again. */
    private final AtomicLong revision = new AtomicLong();

    RuleTable(RuleFile rules, AlertMetrics alerts, MeterRegistry metrics) {
        this.rules = rules;
        this.alerts = alerts;
        this.invalid = Counter.builder("tocsin.rules.invalid")
                .description("Records of the rules topic that are no rule")
                .register(metrics);
        metrics.gauge("tocsin.rules.in.force", inForce);
    }

    Processor<String, Rule, Void, Void> updates() {
        return new Updates();
    }

    /** What a task sees of the rules. Not safe for use by several threads. */
    View view(KeyValueStore<String, Rule> store) {
        return new View(store);
    }

    private final class Updates extends ContextualProcessor<String, Rule, Void, Void> {
        @Override
        public void process(Record<String, Rule> record) {
            KeyValueStore<String, Rule> store = context().getStateStore(Stages.RULES);
            if (record.value() == null || record.value().kind() == Rule.Kind.QUERY) {
                if (store.delete(record.key()) != null) {
                    LOG.info("rule {} removed", record.key());
                }
            } else {
                try {
                    AlertRule rule = rules.read(record.value());
                    store.put(rule.id(), record.value());
                    alerts.inForce(rule.id());
                    LOG.info("rule {} version {} in force", rule.id(), rule.version());
                } catch (RuntimeException e) { // whatever is wrong with a record, it must not end the thread
                    invalid.increment();
                    LOG.warn("rule {} is refused, the one in force stays: {}", record.key(), e.getMessage());
                }
            }
            inForce.set((int) store.approximateNumEntries());
            revision.incrementAndGet();
        }
    }

    /** The rules, parsed once per change. */
    final class View {
        private final KeyValueStore<String, Rule> store;
        private final Map<String, AlertRule> parsed = new TreeMap<>();
        private long read = -1;

        private View(KeyValueStore<String, Rule> store) {
            this.store = store;
        }

        /** A number that grows when the rules change. */
        long revision() {
            return revision.get();
        }

        /** All rules, by id. */
        Collection<AlertRule> all() {
            refresh();
            return parsed.values();
        }

        Optional<AlertRule> find(String id) {
            refresh();
            return Optional.ofNullable(parsed.get(id));
        }

        private void refresh() {
            long now = revision.get();
            if (read == now) {
                return;
            }
            parsed.clear();
            try (KeyValueIterator<String, Rule> all = store.all()) {
                all.forEachRemaining(entry -> parse(entry.key, entry.value));
            }
            inForce.set(parsed.size());
            read = now;
        }

        private void parse(String id, Rule rule) {
            try {
                parsed.put(id, rules.read(rule));
            } catch (RuntimeException e) {
                LOG.warn("rule {} is not understood: {}", id, e.getMessage());
            }
        }
    }
}
