/**
 * Makes the dictionary files of {@link io.tocsin.stream.country} from public gazetteers.
 *
 * <p>{@link io.tocsin.stream.country.build.GazetteerBuildMain} takes the folder of the raw gazetteers and the folder
 * of the dictionary files, reads the hand-written {@code drops.tsv} there and writes {@code names.tsv}, {@code
 * demonyms.tsv}, {@code cities.tsv}, {@code regions.tsv}, {@code leaders.tsv} and {@code neighbours.tsv}. The other
 * files in that folder are written by hand and left alone. The same input gives the same bytes: rows are sorted, and
 * neither the time nor the machine shows.
 *
 * <p>Only sources that may be redistributed are read: Unicode CLDR (Unicode-3.0), i18n-iso-countries,
 * i18n-nationality and newsmap (MIT), GeoNames (CC BY 4.0) and the CIA World Factbook (public domain). Run it when a
 * source has a new edition, look at the difference, and commit it.
 */
@NullMarked
package io.tocsin.stream.country.build;

import org.jspecify.annotations.NullMarked;
