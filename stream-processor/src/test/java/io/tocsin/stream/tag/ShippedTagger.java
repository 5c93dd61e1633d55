package io.tocsin.stream.tag;

/** The dictionaries that ship with Tocsin, loaded once for all tests: they take a second and a hundred megabytes. */
public final class ShippedTagger {
    public static final Tagger TAGGER = Tagger.load();

    private ShippedTagger() {}
}
