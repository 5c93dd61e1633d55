/** The topic catalogue: the only place that knows a topic's name, key, value, partitions, retention and cleanup. */
@NullMarked
package io.tocsin.events.topic;

import org.jspecify.annotations.NullMarked;
