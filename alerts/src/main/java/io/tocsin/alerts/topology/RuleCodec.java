package io.tocsin.alerts.topology;

import com.fasterxml.jackson.databind.node.NullNode;
import io.tocsin.events.Rule;
import io.tocsin.events.codec.EventCodec;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.events.codec.UnreadableEvent;
import java.time.Instant;

/**
 * Rules for the global table. Kafka's global thread has no dead letters and dies of a record that cannot be decoded
 * (KIP-1270), so such a record is decoded as a rule without text, which {@link RuleTable} refuses and counts.
 */
final class RuleCodec implements EventCodec<Rule> {
    private final EventCodec<Rule> rules = new JsonEventCodec<>(Rule.class);

    @Override
    public byte[] encode(Rule rule) {
        return rules.encode(rule);
    }

    @Override
    public Rule decode(byte[] bytes) {
        try {
            return rules.decode(bytes);
        } catch (UnreadableEvent e) {
            return new Rule("", "", "", NullNode.getInstance(), Instant.EPOCH);
        }
    }
}
