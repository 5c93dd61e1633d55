/**
 * A local web in which many servers misbehave, and the polling of it: {@link io.tocsin.bench.web.HostileWeb} answers as
 * each {@link io.tocsin.bench.web.Manner} does, {@link io.tocsin.bench.web.WebPoller} polls it as ingest polls the real one.
 */
@NullMarked
package io.tocsin.bench.web;

import org.jspecify.annotations.NullMarked;
