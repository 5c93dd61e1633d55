package io.tocsin.stream.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageResolverTest {
    private static final Languages LANGUAGES = Languages.load();
    private static final Lexicon LEXICON = lexicon();

    private static Lexicon lexicon() {
        Lexicon.Builder builder = new Lexicon.Builder();
        LANGUAGES.register(builder);
        return builder.build();
    }

    private static @Nullable String resolve(String text, @Nullable String declared) {
        Tokens tokens = new Tokens();
        LEXICON.read("", text, tokens, new Hits());
        return new LanguageResolver(LANGUAGES, LEXICON).resolve(tokens, declared);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The minister said that the bridge will be closed for a week.
            fr | Le ministre a dit que le pont sera fermé pour une semaine.
            es | El ministro dijo que el puente se cerrará por una semana.
            de | Der Minister sagte, die Brücke wird für eine Woche nicht geöffnet.
            pt | O ministro disse que a ponte não será aberta para os carros.
            it | Il ministro ha detto che il ponte non è aperto alle auto.
            ru | Министр сказал, что мост не откроют на этой неделе.
            uk | Міністр сказав, що міст не відкриють цього тижня, як і дорогу.
            ar | قال الوزير إن الجسر لن يفتح هذا الأسبوع في المدينة.
            fa | وزیر گفت که این پل در این هفته باز نمی شود و آن را بستند.
            tr | Bakan köprünün bu hafta için kapalı olacağını ve bir hafta sonra açılacağını söyledi.
            he | השר אמר כי הגשר לא ייפתח גם השבוע, הוא סגור על ידי העירייה.
            zh | 部长说，这座桥在本周不会开放。
            ja | 大臣は橋が今週は開かないと言った。
            de | Zwei Brücken in der Stadt bleiben zu.
            pt | O governo e a oposição negociam na capital.
            sw | Waziri alisema daraja la mji huo katika wilaya ya kaskazini ni la zamani.
            """)
    void knowsTheLanguageByItsWords(String language, String text) {
        assertThat(resolve(text, null)).isEqualTo(language);
    }

    @Test
    void aDeclaredLanguageHolds() {
        assertThat(resolve("Bakery", "en-GB")).isEqualTo("en");
        assertThat(resolve("Wetin dey happen for the town", "pcm")).isEqualTo("pcm");
        assertThat(resolve("Waziri alisema", "swa")).isEqualTo("sw");
    }

    @Test
    void aFewWordsDoNotRefuteALanguageThatHasNoDictionary() {
        assertThat(resolve("Polska i Niemcy da tok", "pl")).isEqualTo("pl");
    }

    @Test
    void wordsRefuteAWrongDeclaration() {
        assertThat(resolve("Министр сказал, что мост не откроют на этой неделе, но и не закроют из-за ремонта.", "en"))
                .isEqualTo("ru");
    }

    @Test
    void nothingToGoByIsNoLanguage() {
        assertThat(resolve("1234", null)).isNull();
    }

    @Test
    void pidginTakesTheEnglishPhrasesToo() {
        long english = LANGUAGES.wanted("en-GB");

        assertThat(english).isEqualTo(1L << LANGUAGES.number("en"));
        assertThat(LANGUAGES.wanted("pcm")).isEqualTo(english | 1L << LANGUAGES.number("pcm"));
        assertThat(LANGUAGES.wanted("xx")).isZero();
        assertThat(LANGUAGES.wanted(null)).isEqualTo(Lexicon.ALL_LANGUAGES);
    }
}
