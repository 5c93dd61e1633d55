/**
 * Which language a text is in. The script decides where it can (kana, Hangul, Ethiopic ...), letters that only one
 * language has decide between languages of one script, and OpenNLP's model does the rest. What a source declares is
 * believed when it is plausible. Languages are BCP 47 primary subtags ({@code de}, {@code zh}).
 */
@NullMarked
package io.tocsin.ingest.language;

import org.jspecify.annotations.NullMarked;
