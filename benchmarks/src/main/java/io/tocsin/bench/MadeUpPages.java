package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import io.tocsin.standalone.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Web pages of about 90 KB as news sites make them: an article of the bundled sample, some forty of its sentences, amid
 * menus, styles, scripts, teasers, comments and a footer, and described in JSON-LD.
 */
final class MadeUpPages {
    private static final int PARAGRAPHS = 14;
    private static final int TEASERS = 120;
    private static final int COMMENTS = 40;
    private static final String STYLE =
            ".grid-item__media--wide{display:flex;margin:0 auto;padding:4px 8px}\n".repeat(150);
    private static final String SCRIPT =
            "window.dataLayer=window.dataLayer||[];function track(a,b){dataLayer.push({event:a,value:b})};\n"
                    .repeat(120);

    private MadeUpPages() {}

    static List<byte[]> of(int pages) throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Sample.open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(Json.MAPPER.readTree(line));
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            made.add(page(i, articles, random).getBytes(StandardCharsets.UTF_8));
        }
        return made;
    }

    private static String page(int number, List<JsonNode> articles, SplittableRandom random) {
        JsonNode article = articles.get(random.nextInt(articles.size()));
        String title = article.path("title").asText();
        StringBuilder page = new StringBuilder(96 * 1024)
                .append("<!DOCTYPE html><html lang='")
                .append(article.path("language").asText("en"))
                .append("'><head><meta charset='utf-8'><title>")
                .append(title)
                .append(" | The Bench</title><style>")
                .append(STYLE)
                .append("</style><script>")
                .append(SCRIPT)
                .append("</script><link rel='canonical' href='https://bench.example/news/")
                .append(number)
                .append("'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"")
                .append(title.replace("\"", ""))
                .append(
                        "\",\"datePublished\":\"2026-03-01T09:30:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"Jo Marsh\"}}")
                .append("</script></head><body><header><nav><ul>");
        teasers(page, articles, random, 30);
        page.append("</ul></nav></header><main><article><h1>").append(title).append("</h1><div class='article-body'>");
        for (int i = 0; i < PARAGRAPHS; i++) {
            String text =
                    articles.get(random.nextInt(articles.size())).path("text").asText();
            page.append("<p>")
                    .append(i == 0 ? article.path("text").asText() : text)
                    .append("</p>");
            if (i % 4 == 3) {
                page.append(
                        "<figure class='wide'><img src='/i.jpg' alt=''><figcaption>A picture</figcaption></figure>");
            }
        }
        page.append("</div></article><aside class='related'><ul>");
        teasers(page, articles, random, TEASERS);
        page.append("</ul></aside></main><section id='comments'>");
        for (int i = 0; i < COMMENTS; i++) {
            page.append("<div class='comment'><p>I have said so before, and I will say so again, number ")
                    .append(random.nextInt(1000))
                    .append(".</p></div>");
        }
        return page.append("</section><footer>All rights reserved. Imprint. Privacy.</footer></body></html>")
                .toString();
    }

    private static void teasers(StringBuilder page, List<JsonNode> articles, SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            page.append("<li class='teaser teaser--small'><a href='/news/")
                    .append(random.nextInt(100_000))
                    .append("'><span class='kicker'>World</span> ")
                    .append(articles.get(random.nextInt(articles.size()))
                            .path("title")
                            .asText())
                    .append("</a></li>");
        }
    }
}
