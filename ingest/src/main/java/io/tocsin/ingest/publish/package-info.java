/**
 * Into Kafka: {@link io.tocsin.ingest.publish.EventPublisher} is the only producer of ingest.
 *
 * <p>What it accepts it holds in memory, within bounds of number and size, until the broker has acknowledged it; while
 * the broker is away it goes on trying, and when the bounds are reached it says {@link
 * io.tocsin.ingest.publish.PublishOutcome.Full}, so that sources wait and clients are told to. Nothing that was accepted
 * ends without its future being completed: acknowledged, or failed with a reason, and whoever handed it in still has it.
 * The stage's counts hold at any time when nothing is in flight: in = out + dropped.
 */
@NullMarked
package io.tocsin.ingest.publish;

import org.jspecify.annotations.NullMarked;
