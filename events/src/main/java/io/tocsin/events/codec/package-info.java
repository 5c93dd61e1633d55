/** How events become bytes: JSON in UTF-8, strict when written and tolerant when read, with CloudEvents headers. */
@NullMarked
package io.tocsin.events.codec;

import org.jspecify.annotations.NullMarked;
