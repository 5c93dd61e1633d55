/**
 * What the topic and the escalation dictionaries share: the files, the word forms, the languages, the version, and what
 * users change.
 *
 * <p>A dictionary is a UTF-8 text file that an editor can read. {@link io.tocsin.stream.lexicon.DictionaryFile} gives
 * its lines without comments, and every complaint is a {@link io.tocsin.stream.lexicon.DictionaryProblem} with file and
 * line; a dictionary with one problem is refused as a whole ({@link io.tocsin.stream.lexicon.BrokenDictionary}).
 *
 * <p>{@link io.tocsin.stream.lexicon.WordForms} writes out what an editor writes once: {@code attack+v} is attack,
 * attacks, attacked, attacking; an Arabic or Hebrew word is also found with the particles that are written onto it.
 *
 * <p>A word means different things in different languages (German <i>war</i> is English <i>was</i>), so a dictionary is
 * only asked in the language of the article. {@link io.tocsin.stream.lexicon.LanguageResolver} says which that is when
 * the source does not, and objects when the source is plainly wrong.
 *
 * <p>Users add entries and switch some off in files of their own, without a build: {@link
 * io.tocsin.stream.lexicon.UserDictionary} says which lines are for which dictionary, and each dictionary reads them
 * after its own.
 *
 * <p>Everything here is immutable and safe for use by any thread, unless it says otherwise.
 */
@NullMarked
package io.tocsin.stream.lexicon;

import org.jspecify.annotations.NullMarked;
