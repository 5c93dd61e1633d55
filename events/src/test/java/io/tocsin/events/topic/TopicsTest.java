package io.tocsin.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    @Test
    void namesArePrefixEntityVersion() {
        assertThat(topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "tocsin.articles.raw.v1",
                        "tocsin.articles.rejected.v1",
                        "tocsin.articles.tagged.v1",
                        "tocsin.articles.excluded.v1",
                        "tocsin.stories.v1",
                        "tocsin.signals.v1",
                        "tocsin.rules.v1",
                        "tocsin.sources.v1",
                        "tocsin.alerts.v1",
                        "tocsin.decisions.v1",
                        "tocsin.deliveries.v1",
                        "tocsin.silences.v1");
        // Dots and underscores collide in the names of Kafka's metrics.
        assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.name()).matches("[a-z0-9.-]{1,249}"));
    }

    @Test
    void anotherPrefixSharesNoTopicButEveryType() {
        Topics others = new Topics("desk.");

        Set<String> names = new HashSet<>();
        topics.all().forEach(topic -> names.add(topic.name()));
        assertThat(others.prefix()).isEqualTo("desk.");
        assertThat(others.all())
                .allSatisfy(topic -> assertThat(topic.name()).startsWith("desk."))
                .noneSatisfy(topic -> assertThat(names).contains(topic.name()));
        assertThat(others.all())
                .extracting(Topic::eventType)
                .containsExactlyElementsOf(
                        topics.all().stream().map(Topic::eventType).toList());
    }

    @Test
    void partitionsOfTheBusyTopicsAreConfigurable() {
        Topics single = new Topics(Topics.DEFAULT_PREFIX, 1);

        assertThat(single.all()).extracting(Topic::partitions).containsOnly(1);
        assertThat(new Topics(Topics.DEFAULT_PREFIX, 12).all())
                .extracting(Topic::partitions)
                .containsExactly(12, 1, 12, 1, 12, 12, 1, 1, 12, 12, 1, 1);
    }

    @Test
    void recordTimesAreTheBrokers() {
        assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.settings())
                .containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void settingsFollowFromCleanupAndRetention() {
        assertThat(topics.articlesRaw().settings())
                .isEqualTo(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(Duration.ofDays(30).toMillis()),
                        "message.timestamp.type", "LogAppendTime"));
        assertThat(topics.alerts().settings())
                .isEqualTo(Map.of(
                        "cleanup.policy", "compact,delete",
                        "retention.ms", Long.toString(Duration.ofDays(400).toMillis()),
                        "message.timestamp.type", "LogAppendTime"));
        assertThat(topics.rules().settings())
                .isEqualTo(Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void typesAndSchemasBearTheVersion() {
        assertThat(topics.articlesTagged().eventType()).isEqualTo("io.tocsin.articles.tagged.v1");
        assertThat(topics.articlesTagged().schemaId())
                .isEqualTo("https://tocsin.io/schemas/io.tocsin.articles.tagged.v1.json");
        assertThat(topics.all()).extracting(Topic::eventType).doesNotHaveDuplicates();
    }

    @Test
    void keysAreTexts() {
        assertThat(topics.signals().keySerde().serializer().serialize("t", "TH|medtop:16000000"))
                .asString()
                .isEqualTo("TH|medtop:16000000");
    }
}
