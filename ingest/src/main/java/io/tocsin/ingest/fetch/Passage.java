package io.tocsin.ingest.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asked before each hop of a fetch, the first one included: whether it may be gone. For one fetch. */
@FunctionalInterface
interface Passage {

    /** Null to go there, else what becomes of the whole fetch. */
    @Nullable
    FetchOutcome enter(URI hop);

    /** Goes everywhere. */
    static Passage open() {
        return hop -> null;
    }
}
