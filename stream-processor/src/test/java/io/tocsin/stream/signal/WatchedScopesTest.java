package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.CellName;
import io.tocsin.events.Family;
import io.tocsin.events.Scope;
import io.tocsin.events.Source;
import io.tocsin.stream.story.ArticleFacts;
import io.tocsin.stream.story.Fingerprint;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.text.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchedScopesTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final String CONFLICT = "medtop:16000000";
    private final WatchedScopes scopes = new WatchedScopes();

    private static StoryCandidate article(@Nullable String language, String... countries) {
        return new StoryCandidate(
                "a1",
                null,
                "title",
                language,
                new Source("s.example", "house", null),
                null,
                NOON,
                NOON,
                NOON,
                List.of(countries),
                List.of(CONFLICT),
                5,
                false,
                true,
                Family.ASSAULT,
                List.of("hormuz"),
                Fingerprint.of(new Tokens()),
                ArticleFacts.NONE,
                "v1",
                null);
    }

    private static Scope scope(
            List<String> places, List<String> subjects, List<String> languages, List<String> sources) {
        return new Scope(
                places, List.of(new Scope.Group("sahel", List.of("ML", "NE"))), subjects, languages, sources, true);
    }

    private Map<String, Set<String>> wide(Scope scope, StoryCandidate article) {
        scopes.put("r", scope);
        return scopes.wide(article);
    }

    @Test
    void whatIsCountedAnywayIsNotCountedTwice() {
        Scope every = scope(
                List.of(Scope.EACH_COUNTRY),
                List.of(Scope.EACH_TOPIC, Scope.EACH_FAMILY, CellName.ANY),
                List.of(),
                List.of());
        assertThat(wide(every, article("en", "IL", "IR"))).isEmpty();
    }

    @Test
    void aGroupCountsAnArticleAboutSeveralMembersOnce() {
        Scope group = scope(List.of("sahel"), List.of(CONFLICT), List.of(), List.of());
        assertThat(wide(group, article("en", "ML", "NE"))).isEqualTo(Map.of("sahel", Set.of("*", CONFLICT)));
        assertThat(wide(group, article("en", "FR"))).isEmpty();
    }

    @Test
    void aPairNeedsBothCountries() {
        Scope pair = scope(List.of("IL-IR"), List.of(CONFLICT, "family:assault"), List.of(), List.of());
        assertThat(wide(pair, article("en", "IR", "IL", "US")))
                .as("all its news is counted anyway")
                .isEqualTo(Map.of("IL-IR", Set.of(CONFLICT, "family:assault")));
        assertThat(wide(pair, article("en", "IR"))).isEmpty();
    }

    @Test
    void whatHasNoAttributionIsInNoScopeThatAsksForIt() {
        Scope german = scope(List.of(CellName.ANY), List.of(CONFLICT), List.of("de"), List.of());
        assertThat(wide(german, article(null))).isEmpty();
        assertThat(wide(german, article("en"))).isEmpty();
        assertThat(wide(german, article("de-AT")))
                .isEqualTo(Map.of("*", Set.of("*;language=de", CONFLICT + ";language=de")));
    }

    @Test
    void aSourceIsKnownByItsIdAndByItsOwner() {
        for (String name : List.of("s.example", "house")) {
            Scope source = scope(List.of(CellName.ANY), List.of(CellName.ANY), List.of(), List.of(name));
            assertThat(wide(source, article("en"))).isEqualTo(Map.of("*", Set.of("*;source=" + name)));
        }
        assertThat(wide(
                        scope(List.of(CellName.ANY), List.of(CellName.ANY), List.of(), List.of("other.example")),
                        article("en")))
                .isEmpty();
    }

    @Test
    void aQueryIsCountedWhereARuleAsksForIt() {
        Scope query = scope(List.of(CellName.ANY, "FR"), List.of(CellName.query("hormuz")), List.of(), List.of());
        assertThat(wide(query, article("en", "FR")))
                .isEqualTo(Map.of("*", Set.of("*", "query:hormuz"), "FR", Set.of("query:hormuz")));
    }

    @Test
    void aRuleThatIsGoneLooksAtNothing() {
        scopes.put("r", scope(List.of("sahel"), List.of(CONFLICT), List.of(), List.of()));
        assertThat(scopes.watches("sahel", CONFLICT)).isTrue();
        assertThat(scopes.follows("sahel", CONFLICT)).isTrue();
        scopes.remove("r");
        assertThat(scopes.watches("sahel", CONFLICT)).isFalse();
        assertThat(scopes.wide(article("en", "ML"))).isEmpty();
    }
}
