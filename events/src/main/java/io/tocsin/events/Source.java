package io.tocsin.events;

import org.jspecify.annotations.Nullable;

/**
 * Who published an article.
 *
 * @param id the source's id, by default its domain
 * @param owner the publisher family; feeds of one owner are one voice. Unknown domains own themselves
 * @param country where the source is at home, ISO 3166-1 alpha-2, or null when unknown
 */
public record Source(String id, String owner, @Nullable String country) {}
