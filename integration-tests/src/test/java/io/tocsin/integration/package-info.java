/** The house as a whole: its architecture, and its command line run as processes of their own. */
@NullMarked
package io.tocsin.integration;

import org.jspecify.annotations.NullMarked;
