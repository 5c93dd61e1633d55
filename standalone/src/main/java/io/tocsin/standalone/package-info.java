/**
 * Everything in one JVM, and the command line. {@link io.tocsin.standalone.TocsinMain} is where a process begins;
 * {@link io.tocsin.standalone.Wiring} is how its parts are put together, the same for one process as for three.
 */
@NullMarked
package io.tocsin.standalone;

import org.jspecify.annotations.NullMarked;
