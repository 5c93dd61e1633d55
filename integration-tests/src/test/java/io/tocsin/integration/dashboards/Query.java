package io.tocsin.integration.dashboards;

/**
 * A PromQL query of a dashboard or an alert rule.
 *
 * @param where it stands, for messages
 */
public record Query(String where, String promQl) {}
