/**
 * Which countries an article names, and which it is about.
 *
 * <p>The {@link io.tocsin.stream.country.Gazetteer} holds what names a country: its names and peoples in many
 * languages, capitals, cities and regions, leaders and bodies of state. It is read from tab-separated files beside
 * this class (or from a folder) and gives its phrases to the {@link io.tocsin.stream.text.Lexicon}. For one article,
 * {@link io.tocsin.stream.country.CountryResolver} then works over the hits in six steps, each a class of its own:
 *
 * <ol>
 *   <li>the longest phrase holds, in the languages that use it and written as it must be;
 *   <li>"Paris, Texas": a place and the region after a comma settle each other;
 *   <li>"Michael Jordan": parts of persons' names are set aside;
 *   <li>"Lisbon Road" and "in French": streets, papers and languages that bear a name are set aside;
 *   <li>what is still ambiguous is chosen by likelihood and by what else the article names;
 *   <li>each mention is weighed by where it stands, and each country by its mentions.
 * </ol>
 *
 * <p>No name is stop-listed: Georgia, Jordan, Chad and Turkey are countries until the words beside them say otherwise.
 * What is contested is decided here and nowhere else: Kosovo is {@code XK}, Taiwan {@code TW}, Palestine, Gaza and the
 * West Bank {@code PS}, Hong Kong {@code HK}, Western Sahara {@code EH}, Crimea and Donbas {@code UA}, the Golan
 * Heights {@code SY}, Abkhazia and South Ossetia {@code GE}, Nagorno-Karabakh {@code AZ}, Northern Cyprus {@code CY},
 * Somaliland {@code SO}, Transnistria {@code MD}; the Soviet Union reads as {@code RU}, Yugoslavia as {@code RS},
 * Czechoslovakia as {@code CZ}, East Germany as {@code DE}. The European Union, the United Nations and continents are
 * no countries.
 *
 * <h2>The files</h2>
 *
 * <p>UTF-8, one row a line, {@code #} begins a comment line, columns are separated by one tab and parts of a column by
 * {@code |}.
 *
 * <table>
 *   <caption>Dictionary files</caption>
 *   <tr><th>file<th>columns
 *   <tr><td>{@code names}, {@code demonyms}, {@code leaders} (generated), {@code more}, {@code peoples},
 *       {@code codes}, {@code institutions}, {@code masks} (by hand)<td>code, kind, languages, phrases
 *   <tr><td>{@code cities} (generated)<td>code, region, population, C for a capital, name, other spellings
 *   <tr><td>{@code regions} (generated)<td>code, region, population, name, other spellings
 *   <tr><td>{@code words} (by hand)<td>class, languages, words
 *   <tr><td>{@code neighbours} (generated)<td>code, codes
 *   <tr><td>{@code drops} (by hand, for the builder)<td>code, language, phrases
 * </table>
 *
 * <p>A phrase that begins with a lower-case letter is found in any case, one that begins with a capital only with a
 * capital, and a short name in capitals only in capitals. A word may end in {@code *}. Languages are BCP 47 primary
 * subtags separated by commas, {@code *} stands for all. Besides the kinds of {@link
 * io.tocsin.stream.country.MentionKind} there are {@code mask} (names no country, and hides what lies in it), {@code
 * cue} (makes places of its country likelier) and {@code abbreviation} (of a region, after a comma; its code is
 * country, dot, region). In Arabic, Hebrew and Ethiopic script the forms with prefixed particles are made while
 * loading.
 */
@NullMarked
package io.tocsin.stream.country;

import org.jspecify.annotations.NullMarked;
