/**
 * Tocsin run as its users run it: processes of their own, on a broker in this JVM or, under {@code -Pcontainers}, in a
 * container.
 */
@NullMarked
package io.tocsin.integration.process;

import org.jspecify.annotations.NullMarked;
