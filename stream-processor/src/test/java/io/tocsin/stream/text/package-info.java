/** Tests of the tokens and the trie. */
@NullMarked
package io.tocsin.stream.text;

import org.jspecify.annotations.NullMarked;
