/**
 * The flow. Read {@link io.tocsin.stream.topology.NewsTopology} first: it shows every stage in order. The other types
 * here are the stages' thin shells around the pure packages {@code tag}, {@code story} and {@code signal}.
 */
@NullMarked
package io.tocsin.stream.topology;

import org.jspecify.annotations.NullMarked;
