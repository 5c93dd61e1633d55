package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/topics.md} says what the code does. */
class TopicsDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "topics.md");
    private static final Path EXAMPLE = Path.of("src/test/java/io/tocsin/events/SubscriberExample.java");

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(PAGE, StandardCharsets.UTF_8).replace("\r", "");
    }

    /** The table of the page, made from the catalogue. */
    private static String table() {
        StringBuilder table = new StringBuilder("| topic | key | value | partitions | kept |\n|---|---|---|---|---|\n");
        for (Topic<?> topic : Golden.TOPICS.all()) {
            String cleanup = String.valueOf(topic.settings().get("cleanup.policy"));
            String retention = topic.settings().get("retention.ms");
            String value = topic.equals(Golden.TOPICS.articlesRejected())
                    ? "raw bytes"
                    : "`" + Golden.type(topic).getSimpleName() + "`";
            String kept = retention == null
                    ? ""
                    : ", " + Duration.ofMillis(Long.parseLong(retention)).toDays() + " d";
            table.append("| `%s` | %s | %s | %d | %s |%n"
                    .formatted(
                            topic.name(),
                            topic.keyMeaning().replace("|", "\\|"),
                            value,
                            topic.partitions(),
                            cleanup.replace(",", ", ") + kept)
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    @Test
    void theTableIsTheCatalogue() {
        assertThat(page).contains(table());
    }

    @Test
    void everyShapeHasAnExampleThatIsValid() throws Exception {
        for (Topic<?> topic : Golden.topics()) {
            String heading = "### " + Golden.type(topic).getSimpleName() + "\n";
            assertThat(page).contains(heading);
            Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                    .matcher(page.substring(page.indexOf(heading) + heading.length()));
            assertThat(example.find()).as(heading).isTrue();
            String json = example.group(1);
            assertThat(Golden.type(topic)).isEqualTo(decoded(topic, json).getClass());
            assertThat(SchemasTest.schema(topic).validate(io.tocsin.events.codec.Json.MAPPER.readTree(json)))
                    .as(heading)
                    .isEmpty();
        }
    }

    private static Object decoded(Topic<?> topic, String json) {
        return Golden.decode(topic, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSubscriberCompiles() throws IOException {
        String source = Files.readString(EXAMPLE, StandardCharsets.UTF_8).replace("\r", "");
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end of example"))
                .stripIndent()
                .strip();

        assertThat(page).contains("```java\n" + example + "\n```");
    }

    @Test
    void everyHeaderIsNamed() {
        assertThat(page)
                .contains(List.of(
                        "`" + CloudEvents.SPEC_VERSION + "`",
                        "`" + CloudEvents.ID + "`",
                        "`" + CloudEvents.SOURCE + "`",
                        "`" + CloudEvents.TYPE + "`",
                        "`" + CloudEvents.SUBJECT + "`",
                        "`" + CloudEvents.TIME + "`",
                        "`" + CloudEvents.DATA_SCHEMA + "`",
                        "`" + CloudEvents.CONTENT_TYPE + "`",
                        "`" + DeadLetterHeaders.EXCEPTION + "`",
                        "`" + DeadLetterHeaders.MESSAGE + "`",
                        "`" + DeadLetterHeaders.STACKTRACE + "`",
                        "`" + DeadLetterHeaders.TOPIC + "`",
                        "`" + DeadLetterHeaders.PARTITION + "`",
                        "`" + DeadLetterHeaders.OFFSET + "`"));
    }
}
