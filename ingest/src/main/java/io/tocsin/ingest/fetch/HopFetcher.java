package io.tocsin.ingest.fetch;

/** Fetches addresses, asking before each hop. Safe for use by any thread; never throws for an address's sake. */
@FunctionalInterface
interface HopFetcher {

    /**
     * Fetches an address and follows where it leads.
     *
     * @param validators of the version that is known, or {@link Validators#NONE}
     * @param passage asked before each hop
     */
    FetchOutcome fetch(String address, Validators validators, Passage passage);
}
