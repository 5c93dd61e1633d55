/**
 * WebSub (W3C, 23 January 2018): feeds that name a hub send what is new instead of being asked for it. {@link
 * io.tocsin.ingest.websub.WebSubSubscriber} subscribes, answers the hub's verification, checks the signature of what is
 * delivered and renews before the lease ends. Polling goes on beside it, so that a hub that falls silent loses nothing.
 */
@NullMarked
package io.tocsin.ingest.websub;

import org.jspecify.annotations.NullMarked;
