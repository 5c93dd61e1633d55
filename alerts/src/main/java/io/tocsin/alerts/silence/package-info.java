/**
 * What is kept from being delivered for a time: silences and acknowledgements, in Alertmanager's words.
 *
 * <p>Pure: no Kafka, metrics, HTTP, logging; time is an argument.
 */
@NullMarked
package io.tocsin.alerts.silence;

import org.jspecify.annotations.NullMarked;
