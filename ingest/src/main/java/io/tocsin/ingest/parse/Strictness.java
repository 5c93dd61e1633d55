package io.tocsin.ingest.parse;

/** How much of a page is left out before and after the article is looked for; tried from the first to the last. */
enum Strictness {
    /** All that its name or its links show not to belong to the article. */
    STRICT,
    /** Parts with telling names stay in at first. */
    LENIENT,
    /** Nothing is left out for its links either. */
    LAST_RESORT
}
