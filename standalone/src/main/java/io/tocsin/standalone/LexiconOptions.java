package io.tocsin.standalone;

import io.tocsin.runtime.Settings;
import io.tocsin.stream.tag.Tagger;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that tags without settings. What it says overrides the environment. */
final class LexiconOptions {
    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description = "Files or folders with entries to add to the dictionaries or to switch off"
                    + " (default: what TOCSIN_LEXICON names).")
    private List<String> places = List.of();

    /** The dictionaries with the user's changes. */
    Tagger tagger(Surroundings surroundings) {
        Settings environment = Settings.environment(surroundings.environment(), TocsinConfig.ENVIRONMENT);
        return LexiconFiles.tagger(places.isEmpty() ? environment.texts(TocsinConfig.LEXICON, List.of()) : places);
    }
}
