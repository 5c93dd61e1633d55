package io.tocsin.alerts.topology;

import io.tocsin.events.Alert;
import io.tocsin.events.Signal;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From a signal to an alert: evaluate, lifecycle. What delivers reads {@code alerts.v1} and stands outside, because a
 * slow receiver must not stop the stream: {@code io.tocsin.alerts.notify}.
 *
 * <p>The rules in force are a global table, so that every task sees every rule, and a changed rule at once. Signals are
 * evaluated where they lie; what stands out comes together on one desk, which is one partition, because alerts of
 * different rules may be one incident and share one budget ({@code docs/adr/0010-the-alert-desk-is-one-partition.md}).
 */
public final class AlertTopology {
    private AlertTopology() {}

    public static Topology build(Topics topics, Stages stages) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(stages.standings())
                .addStateStore(stages.states())
                .addStateStore(stages.incidents())
                .addStateStore(stages.spending());

        // rules: what is in force?
        builder.addGlobalStore(
                stages.rules(topics.rules()),
                topics.rules().name(),
                Consumed.with(Serdes.String(), Stages.RULE_SERDE).withName("rules"),
                stages::rule);

        // evaluate: does a signal say something new under a rule?
        KStream<String, IncomingSignal> signals = builder.stream(
                topics.signals().name(),
                Consumed.with(Serdes.String(), IncomingSignal.serde(topics.signals()))
                        .withName("signals"));
        KStream<String, Outcome.OfEvaluation> evaluation =
                signals.process(stages::evaluate, Named.as("evaluate"), Stages.STANDINGS);
        publish(
                evaluation.flatMap((cell, o) -> keyed(o.nearMisses(), Outcome::cell), Named.as("near-misses")),
                topics.decisions(),
                Outcome::id,
                "near-miss-decisions");

        // lifecycle: has an alert opened, risen, eased, closed?
        KStream<String, Outcome.OfLifecycle> lifecycle = evaluation
                .flatMap((cell, o) -> o.byRule(), Named.as("findings"))
                .repartition(Repartitioned.<String, Signal>as("desk")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.signals().serde())
                        .withNumberOfPartitions(1))
                .process(stages::lifecycle, Named.as("lifecycle"), Stages.STATES, Stages.INCIDENTS, Stages.SPENDING);
        publish(
                lifecycle.flatMap((rule, o) -> keyed(o.alerts(), Alert::id), Named.as("rung")),
                topics.alerts(),
                Outcome::id,
                "alerts");
        publish(
                lifecycle.flatMap((rule, o) -> keyed(o.decisions(), Outcome::cell), Named.as("decided")),
                topics.decisions(),
                Outcome::id,
                "decisions");

        return builder.build();
    }

    private static <V> void publish(KStream<String, V> events, Topic<V> topic, Function<V, String> id, String name) {
        events.processValues(() -> new EventHeaders<>(topic, id), Named.as(name + "-headers"))
                .to(topic.name(), Produced.with(Serdes.String(), topic.serde()).withName(name));
    }

    private static <V> List<KeyValue<String, V>> keyed(List<V> values, Function<V, String> key) {
        return values.stream()
                .map(value -> KeyValue.pair(key.apply(value), value))
                .toList();
    }
}
