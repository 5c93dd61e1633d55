package io.tocsin.stream.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Evidence;
import io.tocsin.events.Field;
import io.tocsin.events.TaggedArticle.QueryMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedQueriesTest {
    private static final String TITLE = "Two tankers seized in the Strait of Hormuz";
    private static final String TEXT =
            "Iran's navy boarded the ships at dawn, the coast guard said. Insurers doubled their"
                    + " rates for the strait, and oil rose. No missiles were fired near Bandar-Abbas.";

    private final SavedQueries queries = new SavedQueries();

    @AfterEach
    void close() {
        queries.close();
    }

    private boolean matches(String query, @Nullable String language, String title, String text) {
        queries.put(SavedQuery.of("q", "", null, query));
        return !queries.match(title, text, language).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "hormuz                                   | true",
                "HORMUZ                                   | true",
                "hormus                                   | false",
                "tanker                                   | true",
                "board ship                            | true",
                "tanker OR zeppelin                       | true",
                "tanker AND zeppelin                      | false",
                "tanker zeppelin                          | false",
                "tanker AND NOT missile                   | false",
                "tanker -zeppelin                         | true",
                "zeppelin OR tanker AND NOT iran          | false",
                "(zeppelin OR tanker) AND iran            | true",
                "\"strait of hormuz\"                     | true",
                "\"hormuz strait\"                        | false",
                "\"hormuz strait\"~1                      | true",
                "\"tanker hormuz\"~4                      | false",
                "\"tanker hormuz\"~5                      | true",
                "\"seized hormu*\"~10                     | true",
                "\"strait of hormu*\"                     | true",
                "hormu*                                   | true",
                "horm?z                                   | true",
                "horm?                                    | false",
                "bandarab*                                | false",
                "bandar-abbas                             | true",
                "title:hormuz                             | true",
                "text:hormuz                              | false",
                "text:strait                              | true",
                "title:iran                               | false",
                "title:(tanker OR iran) AND text:oil      | true",
                "title:tank*                              | true",
                "text:tank*                               | false",
                "text:\"strait of hormuz\"                | false",
                "tanker AND NOT title:iran                | true",
                "tanker AND NOT text:iran                 | false",
                "iran                                     | true",
                "\"hormuz iran\"                          | false",
                "\"hormuz iran\"~50                       | false"
            })
    void readsAQuery(String query, boolean matches) {
        assertThat(matches(query, "en", TITLE, TEXT)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | sanction          | New sanctions were announced",
                "fr | sanction          | Les sanctions contre l'Iran",
                "fr | iran              | Les sanctions contre l'Iran",
                "fr | elysee            | La réunion à l'Élysée",
                "de | Waffenlieferungen | Eine Waffenlieferung aus Köln",
                "de | koln              | Eine Waffenlieferung aus Köln",
                "es | misil             | Tres misiles cayeron cerca de Málaga",
                "ru | переговоры        | Стороны вернулись к переговорам",
                "ar | دبابات            | شوهدت الدبابات في المدينة",
                "el | σύνοδος           | η σύνοδος της Αθήνας",
                "tr | İstanbul          | İstanbul'da toplantı",
                "zh | 安全理事会           | 联合国安全理事会今天开会",
                "zh | '安全'             | 联合国安全理事会今天开会",
                "ja | 首相官邸            | 東京の首相官邸で会見",
                "ko | 외교부             | 외교부는 성명을 발표했다",
                "und | Ouagadougou      | Kunndal Ouagadougou"
            })
    void readsWordsAsTheArticlesLanguageDoes(String language, String query, String title) {
        assertThat(matches(query.replace("'", "\""), language, title, "")).isTrue();
    }

    @Test
    void chineseIsReadInPairsAndNotInSingleCharacters() {
        assertThat(matches("会安", "zh", "联合国安全理事会今天开会", "")).isFalse();
        assertThat(matches("\"习近平 访问\"", "zh", "习近平访问河内", "")).isTrue();
        assertThat(matches("理事会*", "zh", "联合国安全理事会今天开会", "")).isTrue();
    }

    @Test
    void aQueryWithALanguageLooksAtItsArticlesOnly() {
        queries.put(SavedQuery.of("german", "", "de", "Panzer"));
        queries.put(SavedQuery.of("polish", "", "pl", "czołgi"));

        assertThat(queries.match("Panzer rollen", "", "de"))
                .extracting(QueryMatch::id)
                .containsExactly("german");
        assertThat(queries.match("Panzer rollen", "", "de-AT")).hasSize(1);
        assertThat(queries.match("Panzer rollen", "", "en")).isEmpty();
        assertThat(queries.match("Panzer rollen", "", null)).isEmpty();
        assertThat(queries.match("czołgi", "", "pl")).extracting(QueryMatch::id).containsExactly("polish");
    }

    @Test
    void tellsTheWordsThatMatched() {
        queries.put(SavedQuery.of("b", "", null, "strait AND \"coast guard\""));
        queries.put(SavedQuery.of("a", "", null, "missile OR zeppelin"));

        assertThat(queries.match(TITLE, TEXT, "en"))
                .containsExactly(
                        new QueryMatch("a", List.of(at(Field.TEXT, "missiles"))),
                        new QueryMatch(
                                "b",
                                List.of(
                                        at(Field.TITLE, "Strait"),
                                        at(Field.TEXT, "coast guard"),
                                        at(Field.TEXT, "strait"))));
    }

    private static Evidence at(Field field, String words) {
        int start = (field == Field.TITLE ? TITLE : TEXT).indexOf(words);
        return new Evidence(words, field, start, start + words.length(), "query");
    }

    @Test
    void offsetsCountUtf16AndHoldWithoutATitle() {
        queries.put(SavedQuery.of("q", "", null, "hormuz"));
        String text = "\ud83d\udd14\u200b e\u0301 \ud800 Hormuz";
        for (String title : List.of("", " ", "\u2026", "\ud83d\udd14", "On")) {
            assertThat(queries.match(title, text, "en"))
                    .as("title '%s'", title)
                    .singleElement()
                    .satisfies(match -> assertThat(match.evidence())
                            .containsExactly(new Evidence(
                                    "Hormuz", Field.TEXT, text.indexOf("Hormuz"), text.length(), "query")));
        }
    }

    @Test
    void changesAreSeenByTheNextArticle() {
        assertThat(queries.match(TITLE, TEXT, "en")).isEmpty();
        queries.put(SavedQuery.of("one", "", null, "hormuz"));
        assertThat(queries.match(TITLE, TEXT, "en")).hasSize(1);
        queries.put(SavedQuery.of("two", "", null, "tanker"));
        queries.put(SavedQuery.of("one", "", null, "zeppelin"));
        assertThat(queries.match(TITLE, TEXT, "en")).extracting(QueryMatch::id).containsExactly("two");
        queries.remove("two");
        assertThat(queries.match(TITLE, TEXT, "en")).isEmpty();
        queries.remove("two");
        queries.remove("one");
        assertThat(queries.size()).isZero();
        queries.put(SavedQuery.of("three", "", "fr", "hormuz"));
        queries.put(SavedQuery.of("three", "", "en", "hormuz"));
        assertThat(queries.match(TITLE, TEXT, "en")).extracting(QueryMatch::id).containsExactly("three");
        assertThat(queries.match(TITLE, TEXT, "fr")).isEmpty();
    }

    @Test
    void theOrderInWhichTheyWereSavedChangesNothing() {
        List<SavedQuery> all = new ArrayList<>();
        List<String> words = List.of("strait", "tank*", "\"oil rose\"", "title:seized", "missile", "\"navy ship\"~5");
        for (int i = 0; i < words.size(); i++) {
            all.add(SavedQuery.of("q" + i, "", null, words.get(i) + " OR zeppelin"));
        }
        queries.putAll(all);
        List<QueryMatch> found = queries.match(TITLE, TEXT, "en");
        assertThat(found).hasSize(6);

        java.util.Collections.shuffle(all, new java.util.Random(3));
        try (SavedQueries others = new SavedQueries()) {
            all.forEach(query -> {
                others.put(query);
                others.match(TITLE, TEXT, "en");
            });
            assertThat(others.match(TITLE, TEXT, "en")).isEqualTo(found);
        }
    }

    @Test
    void whatThePresearcherFindsIsWhatEachQueryFindsAlone() {
        SplittableRandom random = new SplittableRandom(11);
        String[] words = (TITLE + ' ' + TEXT + " zeppelin harbour treaty")
                .replaceAll("[^A-Za-z ]", "")
                .split(" +", -1);
        List<SavedQuery> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String one = words[random.nextInt(words.length)];
            String two = words[random.nextInt(words.length)];
            String stem = one.length() > 3 ? one.substring(0, 3) + '*' : one;
            String query = "\"" + one + "\" OR (\"" + two + "\" AND NOT \"" + one + "\")";
            if (i % 3 == 1 && one.length() > 3) {
                query = stem + " AND \"" + two + '"';
            } else if (i % 3 == 2) {
                query = "text:\"" + one + ' ' + two + "\"~" + random.nextInt(12);
            }
            all.add(SavedQuery.of("q%03d".formatted(i), "", null, query));
        }
        queries.putAll(all);
        List<QueryMatch> together = queries.match(TITLE, TEXT, "en");
        List<QueryMatch> alone = new ArrayList<>();
        for (SavedQuery query : all) {
            try (SavedQueries one = new SavedQueries()) {
                one.put(query);
                alone.addAll(one.match(TITLE, TEXT, "en"));
            }
        }
        assertThat(together).hasSizeGreaterThan(50).isEqualTo(alone);
    }

    @Test
    void manyPlacesAreCutOff() {
        queries.put(SavedQuery.of("q", "", null, "bell"));
        assertThat(queries.match("", "bell ".repeat(100_000), "en"))
                .singleElement()
                .satisfies(match -> assertThat(match.evidence()).hasSize(50));
    }
}
