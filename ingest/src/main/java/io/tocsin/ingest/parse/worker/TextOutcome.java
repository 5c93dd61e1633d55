package io.tocsin.ingest.parse.worker;

import io.tocsin.ingest.parse.ParseOutcome.Reason;

/** What became of a document in its process. */
public sealed interface TextOutcome {

    /** It was read. */
    record Found(DocumentText document) implements TextOutcome {}

    /**
     * It was not.
     *
     * @param detail for people
     */
    record Refused(Reason reason, String detail) implements TextOutcome {}
}
