/** Tests of the country tagging; every sentence is made up. */
@NullMarked
package io.tocsin.stream.country;

import org.jspecify.annotations.NullMarked;
