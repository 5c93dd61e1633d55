package io.tocsin.ingest.parse;

/** Pages that were written for these tests. */
final class Samples {
    private Samples() {}

    static final String PARAGRAPHS = """
            <p>The ferry company of Larkhaven said on Tuesday that it would stop all crossings to the northern islands for
            at least two weeks, after engineers found cracks in the hull of its largest ship, the Morning Star.</p>
            <p>Some four thousand people live on the islands, and most of their food, fuel and medicine comes by sea. The
            council said it had asked the coast guard, the navy and two fishing cooperatives for help.</p>
            <p>"We have bread for six days, perhaps seven," said Ana Vell, who runs the only bakery on Great Skerry. "After
            that we will be counting the flour, and nobody here wants to count the flour."</p>
            <p>The company, which is owned by the city, has three other ships, but two of them are too small for the open
            strait in winter, and the third is in dock until the end of the month, its director told reporters.</p>
            """;

    static String page(String head, String inner) {
        return """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferries stop for two weeks | Larkhaven Post</title>%s</head>
                <body>
                <header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
                <div class="cookie-banner">We use cookies to make this site better, and so do our 834 partners, if you agree.</div>
                <main><article><h1>Ferries stop for two weeks</h1><div class="byline">By Jo Marsh and Lee Okafor</div>
                <div class="article-body">%s
                <div class="newsletter-signup"><p>Get the best of the Post in your inbox, every morning, free of charge, for ever.</p></div>
                </div></article>
                <aside class="related"><h2>More stories</h2><ul><li><a href="/1">A whale was seen in the harbour on Monday</a></li>
                <li><a href="/2">The old mill is to become a school, says council</a></li></ul></aside></main>
                <div id="comments"><p>First! I think that the ferries should never have been sold to the city, and I said so.</p></div>
                <footer>Copyright Larkhaven Post. All rights reserved. Contact us. Imprint. Privacy.</footer></body></html>
                """.formatted(head, inner);
    }

    static final String LINKED_DATA = """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Larkhaven Post"},
            {"@type":"NewsArticle","headline":"Ferries stop for two weeks","datePublished":"2025-11-04T09:30:00+01:00",
            "dateModified":"2025-11-04T10:00:00+01:00","author":[{"@type":"Person","name":"Jo Marsh"},{"@type":"Person","name":"Lee Okafor"}],}]}</script>
            <link rel="canonical" href="https://www.larkhaven.example/news/ferries?utm_source=home">
            """;
}
