package io.tocsin.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A rule as somebody wrote it and as it was understood. Topic {@code rules.v1}, key: {@link #id}; a tombstone removes
 * it.
 *
 * @param version hash of the text: the same text is the same version
 * @param text the YAML of this one rule
 * @param parsed the rule with every default filled in
 */
public record Rule(String id, String version, String text, JsonNode parsed, Instant appliedAt) {}
