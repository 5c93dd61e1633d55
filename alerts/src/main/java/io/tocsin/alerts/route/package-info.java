/**
 * Which channels an alert goes to: those that its rule names, or all. What is no news any more goes nowhere.
 *
 * <p>Pure: no Kafka, metrics, HTTP, logging; time is an argument.
 */
@NullMarked
package io.tocsin.alerts.route;

import org.jspecify.annotations.NullMarked;
