package io.tocsin.alerts.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.lifecycle.AlertState;
import io.tocsin.alerts.lifecycle.FalseAlarmBudget;
import io.tocsin.alerts.lifecycle.Incident;
import io.tocsin.alerts.lifecycle.Spending;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.events.Rule;
import io.tocsin.events.Signal;
import io.tocsin.events.codec.EventSerde;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.events.codec.RuleCodec;
import io.tocsin.events.topic.Topic;
import io.tocsin.runtime.ProcessingClock;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What the stages of {@link AlertTopology} are made of. Stores are in memory with a changelog; their names carry a
 * version, and a changed schema takes a new name. One instance a topology.
 */
public final class Stages {
    static final String RULES = "rules-v1";
    static final String STANDINGS = "standings-v1";
    static final String STATES = "alert-states-v1";
    static final String INCIDENTS = "incidents-v1";
    static final String SPENDING = "spending-v1";

    static final Serde<Rule> RULE_SERDE = new EventSerde<>(new RuleCodec());
    private static final Serde<AlertState> STATE = new EventSerde<>(new JsonEventCodec<>(AlertState.class));
    private static final Serde<Incident> INCIDENT = new EventSerde<>(new JsonEventCodec<>(Incident.class));
    private static final Serde<Spending> SPENT = new EventSerde<>(new JsonEventCodec<>(Spending.class));

    private final RuleTable table;
    private final ProcessingClock.Mode clock;
    private final FalseAlarmBudget budget;
    private final MeterRegistry metrics;
    private final AlertMetrics alerts;

    /** With the standard budget of false alarms. */
    public Stages(RuleFile rules, ProcessingClock.Mode clock, MeterRegistry metrics) {
        this(rules, clock, FalseAlarmBudget.STANDARD, metrics);
    }

    public Stages(RuleFile rules, ProcessingClock.Mode clock, FalseAlarmBudget budget, MeterRegistry metrics) {
        this.alerts = new AlertMetrics(metrics);
        this.table = new RuleTable(rules, alerts, metrics);
        this.clock = clock;
        this.budget = budget;
        this.metrics = metrics;
    }

    Processor<String, Rule, Void, Void> rule() {
        return table.updates();
    }

    Processor<String, IncomingSignal, String, Outcome.OfEvaluation> evaluate() {
        return new EvaluateStage(table, clock, metrics);
    }

    Processor<String, Signal, String, Outcome.OfLifecycle> lifecycle() {
        return new LifecycleStage(table, clock, budget, alerts, metrics);
    }

    StoreBuilder<KeyValueStore<String, Rule>> rules(Topic<Rule> topic) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(RULES), Serdes.String(), topic.serde())
                .withLoggingDisabled();
    }

    /** How each cell stands under each rule, the quiet ones left out. */
    StoreBuilder<KeyValueStore<String, String>> standings() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STANDINGS), Serdes.String(), Serdes.String());
    }

    /** The open alerts and those that cool down. */
    StoreBuilder<KeyValueStore<String, AlertState>> states() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STATES), Serdes.String(), STATE);
    }

    /** The incidents that have an open alert. */
    StoreBuilder<KeyValueStore<String, Incident>> incidents() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(INCIDENTS), Serdes.String(), INCIDENT);
    }

    /** What the budgets have spent. */
    StoreBuilder<KeyValueStore<String, Spending>> spending() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(SPENDING), Serdes.String(), SPENT);
    }
}
