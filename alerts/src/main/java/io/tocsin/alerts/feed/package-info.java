/**
 * The latest alerts for readers that come and fetch them: an Atom 1.0 feed (RFC 4287) and the raw alerts as JSON. One
 * entry an alert, written anew with each change.
 */
@NullMarked
package io.tocsin.alerts.feed;

import org.jspecify.annotations.NullMarked;
