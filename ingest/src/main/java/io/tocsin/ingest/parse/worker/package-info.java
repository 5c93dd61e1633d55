/**
 * Documents whose formats are dangerous to read (PDF, Word, OpenDocument, rich text) are read in processes of their own:
 * little memory, no environment, no connections, killed at the deadline. {@link
 * io.tocsin.ingest.parse.worker.DocumentWorkers} keeps a bounded number of them, starts one when a document comes and ends
 * it when none comes for a while; {@link io.tocsin.ingest.parse.worker.ParserMain} is what runs there. A document that
 * takes its process down costs that document and nothing else.
 */
@NullMarked
package io.tocsin.ingest.parse.worker;

import org.jspecify.annotations.NullMarked;
