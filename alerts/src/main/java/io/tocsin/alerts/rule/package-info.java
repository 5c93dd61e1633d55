/**
 * What an editor asks for, and whether a signal gives it.
 *
 * <p>A {@link io.tocsin.alerts.rule.RuleFile} turns YAML into {@link io.tocsin.alerts.rule.AlertRule}s or refuses the
 * whole file with every problem at its line. A rule watches cells (country and topic), has levels of one kind of {@link
 * io.tocsin.alerts.rule.Threshold}, asks for backing ({@link io.tocsin.alerts.rule.Need}) and says what is quiet again
 * ({@link io.tocsin.alerts.rule.AllClear}). {@link io.tocsin.alerts.rule.RuleEvaluator} reads one signal under one rule
 * and answers with a {@link io.tocsin.alerts.rule.Finding}; {@link io.tocsin.alerts.rule.Standings} compares it with
 * the last one of the same cell and says what is worth handing on.
 *
 * <p>A new kind of threshold is a new record of {@code Threshold}, a branch in {@code RuleParser} and a line in {@code
 * docs/rules.md}. Pure: no Kafka, metrics, HTTP, logging; time is an argument.
 */
@NullMarked
package io.tocsin.alerts.rule;

import org.jspecify.annotations.NullMarked;
