/**
 * Looks at sources once, without publishing anything: {@link io.tocsin.ingest.source.check.SourceChecks} asks each as the
 * poller would and says what came of it.
 */
@NullMarked
package io.tocsin.ingest.source.check;

import org.jspecify.annotations.NullMarked;
