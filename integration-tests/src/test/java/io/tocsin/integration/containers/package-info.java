/**
 * Tests on containers, with the tag {@code containers}: they need Docker and the images that {@code docker/README.md}
 * names, and run with {@code mvn verify -Pcontainers}.
 */
@NullMarked
package io.tocsin.integration.containers;

import org.jspecify.annotations.NullMarked;
