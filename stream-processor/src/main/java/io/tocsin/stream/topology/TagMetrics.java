package io.tocsin.stream.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.Quad;
import io.tocsin.events.TaggedArticle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counters of what the news is about. Two labels at most, countries in focus and top-level topics only: some 250
 * countries and 17 topics stay within what a scrape carries. Not safe for use by several threads; one instance a task.
 */
final class TagMetrics {
    /** Top-level topics end in six zeros: {@code medtop:16000000}. */
    private static final String TOP_LEVEL = "000000";

    private final MeterRegistry metrics;
    private final Map<String, Counter> counters = new HashMap<>();

    TagMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(TaggedArticle article) {
        String language = article.language() == null ? "und" : article.language();
        count("tocsin.articles.language", "Articles by language", "language", language, "", "");
        Quad quad = article.escalation().quad();
        for (TaggedArticle.Country country : article.countries()) {
            if (country.focus()) {
                for (TaggedArticle.Topic topic : article.topics()) {
                    if (topic.code().endsWith(TOP_LEVEL)) {
                        count(
                                "tocsin.articles.tagged",
                                "Articles by country in focus and top-level topic",
                                "country",
                                country.code(),
                                "topic",
                                topic.name());
                    }
                }
                if (quad != null) {
                    count(
                            "tocsin.articles.escalation",
                            "Articles by country in focus and what they chiefly report",
                            "country",
                            country.code(),
                            "quad",
                            quad.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private void count(String name, String help, String label, String value, String label2, String value2) {
        counters.computeIfAbsent(name + '|' + value + '|' + value2, k -> {
                    Counter.Builder counter =
                            Counter.builder(name).description(help).tag(label, value);
                    return (label2.isEmpty() ? counter : counter.tag(label2, value2)).register(metrics);
                })
                .increment();
    }
}
