package io.tocsin.bench.simulate;

/** What happens to the set of sources and to the dictionaries, while the world goes on as ever. */
enum Change {
    /** Nothing comes in at all for two days, then for half a day. */
    OUTAGE("outage"),
    /** A third of the world's outlets is silent for three days. */
    SOURCES_DOWN("third down"),
    /** Twenty outlets that write about everything, and ten that write about one country each, are added in one day. */
    SOURCES_ADDED("added"),
    /** A fifth of the world's outlets falls silent for good. */
    SOURCES_LOST("fifth lost"),
    /** Two of the largest outlets bring twice as much from then on. */
    SOURCES_DOUBLED("doubled"),
    /** New dictionaries find two topics twice as often and one half as often. */
    LEXICON("dictionaries");

    private final String title;

    Change(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
