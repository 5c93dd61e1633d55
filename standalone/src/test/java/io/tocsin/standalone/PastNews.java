package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;

/** Three invented reports of fights in Iran, from two houses. */
final class PastNews {
    static final String THREE_REPORTS = rule("three-reports", 3);

    static final String DEPOT = "Warplanes bombed an army depot near Tabriz in northern Iran on Thursday,"
            + " killing eleven soldiers, the defence ministry in Tehran said, in the heaviest air strikes of the war so"
            + " far. Residents reported three explosions shortly before dawn and a fire that burned for hours.";
    static final String BRIDGE = "Rockets struck a bridge outside Isfahan and Iran closed its airspace after"
            + " what officials in Tehran called an act of war against the country, state television reported at noon.";
    static final String BORDER = "Iranian troops fought off an attack by armed men who had crossed the border"
            + " near Zahedan before sunrise; nine guards were killed in the battle, the interior minister told"
            + " parliament.";

    private PastNews() {}

    /** A rule that rings at so many reports of conflict in Iran. */
    static String rule(String id, int reports) {
        return """
            id: %s
            watch: {countries: [IR], topics: [medtop:16000000]}
            when: {count: {over: 24h}}
            need: {stories: %d, owners: 2}
            levels: {high: {stories: %d}}
            all-clear: {stories-below: 1, for: 12h}
            """.formatted(id, reports, reports);
    }

    static List<RawArticle> reports(Instant at) {
        return List.of(
                article("a", "north.example", "Iran: depot bombed near Tabriz", DEPOT, at),
                article("b", "south.example", "Iran: rockets hit bridge near Isfahan", BRIDGE, at),
                article("c", "south.example", "Iran: battle at border near Zahedan", BORDER, at));
    }

    static RawArticle article(String id, String domain, String title, String text, Instant at) {
        return new RawArticle(
                id,
                "https://" + domain + "/" + id,
                title,
                text,
                false,
                "en",
                new Source(domain, domain, null),
                List.of(),
                at,
                null,
                at);
    }
}
