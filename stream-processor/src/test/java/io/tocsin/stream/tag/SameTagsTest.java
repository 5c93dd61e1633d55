package io.tocsin.stream.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.JsonEventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same article gives the same bytes, whatever was tagged before it, by whom, and beside whom. */
class SameTagsTest {
    private static final int THREADS = 4;
    private static final Tagger TAGGER = ShippedTagger.TAGGER;
    private static final JsonEventCodec<TaggedArticle> CODEC = new JsonEventCodec<>(TaggedArticle.class);
    private static final List<RawArticle> ARTICLES = articles();
    private static final Map<String, String> TAGS = tags(TAGGER.session(), ARTICLES);

    /** Each row of the trap set, and long articles of fifty rows each whose language nobody says. */
    private static List<RawArticle> articles() {
        List<RawArticle> articles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (TrapRow row : TrapSet.bundled().rows()) {
            articles.add(row.article());
            text.append(row.title()).append(". ").append(row.text()).append('\n');
            if (articles.size() % 50 == 0) {
                articles.add(longArticle("long-" + articles.size(), text.toString()));
                text.setLength(0);
            }
        }
        return List.copyOf(articles);
    }

    private static RawArticle longArticle(String id, String text) {
        Instant seen = Instant.parse("2026-03-01T08:00:00Z");
        Source source = new Source("desk.example", "desk.example", "FR");
        return new RawArticle(id, null, id, text, false, null, source, List.of(), seen, null, seen);
    }

    private static Map<String, String> tags(Tagger.Session session, List<RawArticle> articles) {
        Map<String, String> tags = new HashMap<>();
        for (RawArticle article : articles) {
            tags.put(article.id(), tags(session, article));
        }
        return tags;
    }

    private static String tags(Tagger.Session session, RawArticle article) {
        return session.tag(article)
                .fold(
                        tagged -> new String(CODEC.encode(tagged.article()), StandardCharsets.UTF_8)
                                + tagged.candidate().fingerprint().encoded(),
                        Tagging.Untaggable::details);
    }

    @Test
    void aFreshSessionForEachArticle() {
        for (RawArticle article : ARTICLES) {
            assertThat(tags(TAGGER.session(), article)).isEqualTo(TAGS.get(article.id()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void anyOrderInOneSession(long seed) {
        List<RawArticle> shuffled = new ArrayList<>(ARTICLES);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(tags(TAGGER.session(), shuffled)).isEqualTo(TAGS);
    }

    @Test
    void dictionariesThatAreReadAgain() {
        assertThat(tags(Tagger.load().session(), ARTICLES)).isEqualTo(TAGS);
    }

    @Test
    void sessionsSideBySide() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Map<String, String>>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<RawArticle> shuffled = new ArrayList<>(ARTICLES);
                Collections.shuffle(shuffled, new Random(thread));
                all.add(threads.submit(() -> tags(TAGGER.session(), shuffled)));
            }
            for (Future<Map<String, String>> tags : all) {
                assertThat(tags.get()).isEqualTo(TAGS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSessionForgetsAHugeArticle() {
        Tagger.Session session = TAGGER.session();
        session.tag(longArticle("huge", "Iran attacked Israel and ".repeat(10_000)));

        assertThat(tags(session, ARTICLES)).isEqualTo(TAGS);
    }
}
