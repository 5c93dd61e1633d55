package io.tocsin.ingest.fetch;

/** Whoever fetches addresses. Safe for use by any thread; never throws for an address's sake. */
@FunctionalInterface
public interface Fetcher {

    /**
     * Fetches an address.
     *
     * @param validators of the version that is known, or {@link Validators#NONE}
     */
    FetchOutcome fetch(String address, Validators validators);
}
