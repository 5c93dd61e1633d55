/**
 * What rules would have done, counted and compared. Pure: alerts and decisions come in, from whatever ran the rules.
 */
@NullMarked
package io.tocsin.standalone.backtest;

import org.jspecify.annotations.NullMarked;
