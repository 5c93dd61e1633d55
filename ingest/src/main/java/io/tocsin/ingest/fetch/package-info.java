/**
 * Fetching over HTTP: one request, one {@link io.tocsin.ingest.fetch.FetchOutcome}, never an exception.
 *
 * <p>{@link io.tocsin.ingest.fetch.HttpFetcher} puts a deadline on the whole exchange (the JDK's own timeout ends with
 * the headers, JDK-8208693), caps the body before and after decompression, follows redirects by hand and asks {@link
 * io.tocsin.ingest.fetch.AddressGate} at each hop whether the host may be reached, so that no feed can make it read from
 * inside the network. Conditional requests are made with what {@link io.tocsin.ingest.fetch.Validators} kept of the last
 * answer. Nothing here knows feeds.
 */
@NullMarked
package io.tocsin.ingest.fetch;

import org.jspecify.annotations.NullMarked;
