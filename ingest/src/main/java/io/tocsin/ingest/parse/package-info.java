/**
 * From the bytes of a page or a document to an article's title, text, dates, authors, language and address, within
 * limits of size and time.
 *
 * <p>{@link io.tocsin.ingest.parse.ArticleParser} is the door: bytes in, {@link io.tocsin.ingest.parse.ParseOutcome}
 * out, never an exception. What {@link io.tocsin.ingest.parse.wire} knows is read there; of the
 * rest {@code DocumentFormat} says what it is. Web pages are read by our own code: {@code
 * PageMetadata} takes what the page says of itself (JSON-LD first, then meta elements, then what stands on the page) and
 * {@code MainText} finds the element that holds the article by scoring paragraphs, as Readability does, and leaves out
 * what belongs to the site and not to the article. Everything else (PDF, Word, OpenDocument, RTF, plain text) goes
 * through Tika, which only {@code TikaReader} knows: no OCR, no embedded files, nothing that opens a connection.
 */
@NullMarked
package io.tocsin.ingest.parse;

import org.jspecify.annotations.NullMarked;
