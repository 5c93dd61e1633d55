package io.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.events.RawArticle;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.publish.Broker;
import io.tocsin.ingest.publish.PublishLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {
    private static final LanguageDetector LANGUAGES = LanguageDetector.bundled();
    private static final ParseLimits LIMITS = ParseLimits.of(100_000, 100_000, Duration.ofSeconds(20));

    @TempDir
    Path folder = Path.of("replaced");

    private WatchedFolder watched(Broker broker) throws IOException {
        Files.createDirectories(folder.resolve("done"));
        Files.createDirectories(folder.resolve("rejected"));
        FolderConfig config = new FolderConfig(folder, Duration.ofMillis(20), "desk");
        return new WatchedFolder(
                config, new ArticleParser(LIMITS, LANGUAGES), LIMITS, Owners.bundled(), broker.publisher, broker.clock);
    }

    @Test
    void takesFilesThatAreComplete() throws IOException {
        try (Broker broker = Broker.open()) {
            WatchedFolder watched = watched(broker);
            Path file = Files.writeString(
                    folder.resolve("note.txt"), "Port closed\n\nThe port is closed, said the harbour");
            Files.writeString(folder.resolve("other.txt.part"), "not yet");
            Files.writeString(folder.resolve(".hidden"), "never");
            watched.look();
            assertThat(broker.articles()).isEmpty();
            Files.writeString(file, "Port closed\n\nThe port is closed, said the harbour master on Friday.");
            watched.look();
            assertThat(file).exists();
            watched.look();
            assertThat(folder.resolve("done/note.txt")).exists();
            assertThat(folder.resolve("other.txt.part")).exists();
            RawArticle article = broker.articles().get(0);
            assertThat(article.title()).isEqualTo("Port closed");
            assertThat(article.text()).endsWith("on Friday.");
            assertThat(article.source().id()).isEqualTo("desk");
            assertThat(article.language()).isEqualTo("en");
            assertThat(article.firstSeenAt()).isEqualTo(broker.clock.instant());
        }
    }

    @Test
    void saysWhyItRejects() throws IOException {
        try (Broker broker = Broker.open()) {
            WatchedFolder watched = watched(broker);
            Files.write(folder.resolve("a.pdf"), "%PDF-1.7 broken".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Files.write(folder.resolve("big.txt"), new byte[200_000]);
            watched.look();
            watched.look();
            assertThat(folder.resolve("rejected/a.pdf")).exists();
            assertThat(folder.resolve("rejected/a.pdf.reason.txt")).content().startsWith("unreadable: ");
            assertThat(folder.resolve("rejected/big.txt.reason.txt")).content().startsWith("too-large: ");
            await().untilAsserted(() ->
                    assertThat(broker.records("test.articles.rejected.v1")).hasSize(2));
            assertThat(broker.count("in")).isEqualTo(broker.count("dropped"));
        }
    }

    @Test
    void keepsFilesUntilTheBrokerHasThem() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.txt"), "The port is closed, said the harbour master on Friday.");
        String id;
        Broker away = new Broker(false, new PublishLimits(10, 1_000_000, Duration.ofMinutes(1)));
        try (away) {
            WatchedFolder watched = watched(away);
            watched.start();
            await().untilAsserted(() -> assertThat(away.articles()).hasSize(1));
            id = away.articles().get(0).id();
            watched.close();
            assertThat(file).exists();
        }
        try (Broker back = Broker.open()) {
            WatchedFolder watched = watched(back);
            watched.start();
            await().untilAsserted(() -> assertThat(folder.resolve("done/a.txt")).exists());
            watched.close();
            assertThat(back.articles()).extracting(RawArticle::id).containsExactly(id);
        }
    }

    @Test
    void neverOverwritesWhatIsDone() throws IOException {
        try (Broker broker = Broker.open()) {
            WatchedFolder watched = watched(broker);
            for (String text : new String[] {"The first version of the text.", "The second version of the text."}) {
                Files.writeString(folder.resolve("a.txt"), text);
                watched.look();
                watched.look();
            }
            assertThat(folder.resolve("done/a.txt")).hasContent("The first version of the text.");
            assertThat(folder.resolve("done/a-2.txt")).hasContent("The second version of the text.");
        }
    }
}
