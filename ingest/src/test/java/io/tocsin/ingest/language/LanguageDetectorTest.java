package io.tocsin.ingest.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private static final LanguageDetector DETECTOR = LanguageDetector.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The government said on Monday that talks with its neighbour would begin next week.
            de | Die Regierung teilte am Montag mit, dass die Gespräche in der nächsten Woche beginnen.
            fr | Le gouvernement a annoncé lundi que les négociations commenceraient la semaine prochaine.
            es | El gobierno anunció el lunes que las conversaciones comenzarán la próxima semana.
            it | Il governo ha annunciato lunedì che i colloqui inizieranno la prossima settimana.
            pt | O governo anunciou na segunda-feira que as conversações começarão na próxima semana.
            tr | Hükümet pazartesi günü görüşmelerin gelecek hafta başlayacağını açıkladı.
            ru | Правительство сообщило в понедельник, что переговоры начнутся на следующей неделе.
            uk | Уряд повідомив у понеділок, що переговори розпочнуться наступного тижня.
            ar | أعلنت الحكومة يوم الاثنين أن المحادثات ستبدأ الأسبوع المقبل.
            fa | دولت روز دوشنبه اعلام کرد که گفتگوها هفته آینده آغاز می‌شود.
            ur | حکومت نے پیر کو کہا ہے کہ مذاکرات اگلے ہفتے شروع ہوں گے۔
            he | הממשלה הודיעה ביום שני כי השיחות יחלו בשבוע הבא.
            ja | 政府は月曜日、来週から協議を始めると発表した。
            ko | 정부는 다음 주에 회담을 시작한다고 월요일에 밝혔다.
            zh | 政府周一表示，谈判将于下周开始。
            el | Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι οι συνομιλίες θα αρχίσουν.
            pl | Rząd poinformował w poniedziałek, że rozmowy rozpoczną się w przyszłym tygodniu.
            sw | Serikali ilisema Jumatatu kwamba mazungumzo yataanza wiki ijayo.
            am | መንግሥት ሰኞ ዕለት ንግግሮች በሚቀጥለው ሳምንት እንደሚጀመሩ አስታወቀ።
            """)
    void findsTheLanguage(String language, String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(language);
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(DETECTOR.detect("")).isNull();
        assertThat(DETECTOR.detect("12345 67890")).isNull();
        assertThat(DETECTOR.detect("ok")).isNull();
    }

    @Test
    void believesAPlausibleDeclaration() {
        assertThat(DETECTOR.settle("en_US", "Short.")).isEqualTo("en");
        assertThat(DETECTOR.settle("DE-at", "Guten Abend aus Wien")).isEqualTo("de");
        String german =
                "Die Regierung teilte am Montag mit, dass die Gespräche in der nächsten Woche beginnen. Der Sprecher"
                        + " sagte, man rechne mit einem langen Weg, und nannte keine weiteren Einzelheiten.";
        assertThat(DETECTOR.settle("en", german)).isEqualTo("de");
        assertThat(DETECTOR.settle("en", "Правительство сообщило о начале")).isNotEqualTo("en");
        assertThat(DETECTOR.settle("x-default", german)).isEqualTo("de");
        assertThat(DETECTOR.settle(null, german)).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({"en-GB,en", "zh_Hant_TW,zh", "iw,he", "eng,en", "und,", "english please,", "'',"})
    void primaryLanguages(String declared, String primary) {
        assertThat(LanguageDetector.primary(declared)).isEqualTo(primary);
    }
}
