package io.tocsin.events.codec;

import com.fasterxml.jackson.databind.node.NullNode;
import io.tocsin.events.Rule;
import java.time.Instant;

/**
 * Rules and saved queries for global tables. Kafka's global thread has no dead letters and dies of a record that cannot
 * be decoded (KIP-1270), so such a record is decoded as a rule without text, which whoever reads the table refuses.
 */
public final class RuleCodec implements EventCodec<Rule> {
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
