/**
 * Reads topics whole: all partitions from the first record on, without a consumer group, for tables that live in
 * memory; and writes such tables.
 */
@NullMarked
package io.tocsin.alerts.tail;

import org.jspecify.annotations.NullMarked;
