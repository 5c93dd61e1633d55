/**
 * From the bytes of a page or a document to an article's title, text, dates, authors, language and address, within
 * limits of size and time.
 *
 * <p>{@link io.tocsin.ingest.parse.ArticleParser} is the door: bytes in, {@link io.tocsin.ingest.parse.ParseOutcome}
 * out, never an exception. What {@link io.tocsin.ingest.parse.wire} knows is read there; of the
 * rest {@code DocumentFormat} says what it is. Web pages are read by our own code: {@code
 * PageMetadata} takes what the page says of itself (JSON-LD first, then meta elements, then what stands on the page) and
 * {@code MainText} finds the element that holds the article by scoring paragraphs, as Readability does, and leaves out
 * what belongs to the site and not to the article. Plain text is taken as it is. PDF, Word, OpenDocument and RTF are read by
 * Tika in {@linkplain io.tocsin.ingest.parse.worker processes of their own}: no OCR, no embedded files, nothing that opens
 * a connection. Pictures, sound, programs and unknown bytes are recognised and not read at all.
 */
@NullMarked
package io.tocsin.ingest.parse;

import org.jspecify.annotations.NullMarked;
