/** How a process lives: settings, admin HTTP, lifecycle, exit codes. No word of the domain. */
@NullMarked
package io.tocsin.runtime;

import org.jspecify.annotations.NullMarked;
