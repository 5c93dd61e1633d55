package io.tocsin.stream.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.Rule;
import io.tocsin.events.Scope;
import io.tocsin.events.codec.Json;
import io.tocsin.stream.query.QueryFile;
import io.tocsin.stream.query.SavedQueries;
import io.tocsin.stream.query.SavedQuery;
import io.tocsin.stream.signal.WatchedScopes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the rules topic asks of this process, at once and in every task: saved queries, and the scopes of rules that look
 * beyond a country and a topic. A query that cannot be used is counted ({@code tocsin.queries.invalid}) and the one that
 * was in force stays. A rule with the id of a query takes its place. Safe for use by any thread.
 */
final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final SavedQueries queries = new SavedQueries();
    private final WatchedScopes scopes = new WatchedScopes();
    private final Counter invalid;

    RulesInForce(MeterRegistry metrics) {
        this.invalid = Counter.builder("tocsin.queries.invalid")
                .description("Queries of the rules topic that were refused")
                .register(metrics);
        metrics.gauge("tocsin.queries.in.force", queries, SavedQueries::size);
    }

    /** What every task matches its articles with. */
    SavedQueries queries() {
        return queries;
    }

    /** What the rules look at. */
    WatchedScopes scopes() {
        return scopes;
    }

    Processor<String, Rule, Void, Void> updates() {
        return new Updates();
    }

    private final class Updates extends ContextualProcessor<String, Rule, Void, Void> {
        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            List<SavedQuery> restored = new ArrayList<>();
            try (KeyValueIterator<String, Rule> all = store().all()) {
                while (all.hasNext()) {
                    Rule rule = all.next().value;
                    if (rule.kind() == Rule.Kind.QUERY) {
                        read(rule, restored);
                    } else {
                        scope(rule);
                    }
                }
            }
            queries.putAll(restored);
        }

        @Override
        public void process(Record<String, Rule> record) {
            Rule rule = record.value();
            if (rule == null || rule.kind() == Rule.Kind.RULE) {
                Rule before = store().delete(record.key());
                if (before != null && before.kind() == Rule.Kind.QUERY) {
                    queries.remove(record.key());
                    LOG.info("query {} removed", record.key());
                }
                scopes.remove(record.key());
                if (rule != null) {
                    store().put(rule.id(), rule);
                    scope(rule);
                }
                return;
            }
            scopes.remove(record.key());
            List<SavedQuery> one = new ArrayList<>(1);
            read(rule, one);
            if (!one.isEmpty()) {
                store().put(rule.id(), rule);
                queries.putAll(one);
                LOG.info("query {} version {} in force", rule.id(), rule.version());
            }
        }

        /** A rule from before scopes were written looks at countries and topics alone, which are counted anyway. */
        private void scope(Rule rule) {
            JsonNode cells = rule.parsed().path("cells");
            if (cells.isMissingNode()) {
                return;
            }
            try {
                scopes.put(rule.id(), Json.MAPPER.treeToValue(cells, Scope.class));
            } catch (JsonProcessingException e) {
                LOG.warn("what rule {} looks at is not understood: {}", rule.id(), e.getMessage());
            }
        }

        private void read(Rule rule, List<SavedQuery> into) {
            try {
                into.add(QueryFile.read(rule));
            } catch (RuntimeException e) { // whatever is wrong with a record, it must not end the thread
                invalid.increment();
                LOG.warn("query {} is refused, the one in force stays: {}", rule.id(), e.getMessage());
            }
        }

        private KeyValueStore<String, Rule> store() {
            return context().getStateStore(Stages.QUERIES);
        }

        @Override
        public void close() {
            queries.close();
        }
    }
}
