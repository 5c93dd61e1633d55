/**
 * Alerts in words, for people: the same sentence on the console, in feeds and in messages. Text that came from outside
 * is made printable here, so that a headline cannot steer a terminal.
 */
@NullMarked
package io.tocsin.alerts.wording;

import org.jspecify.annotations.NullMarked;
