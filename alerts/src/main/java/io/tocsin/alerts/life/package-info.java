/**
 * The daily proof of life: once a day Tocsin says that it lives, and what the last day was like. That it does not come is
 * the message when Tocsin is gone.
 */
@NullMarked
package io.tocsin.alerts.life;

import org.jspecify.annotations.NullMarked;
