package io.tocsin.stream.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Countries in the world's languages: tag, text, codes. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Der iranische Außenminister reiste nach Moskau.                            | IR RU
            de | Der Tschad und Niger haben die Grenze geschlossen.                         | NE TD
            de | In der Türkei und in Österreich bebte die Erde.                            | AT TR
            de | Deutsche Soldaten verlassen Mali.                                          | DE ML
            fr | L'Iran accuse Israël d'avoir frappé Téhéran.                               | IL IR
            fr | Les forces françaises quittent le Tchad, selon l'Élysée.                   | FR TD
            fr | La Côte d'Ivoire et le Burkina Faso renforcent leur frontière.             | BF CI
            es | El presidente de Irán viajó a Pekín para reunirse con Xi Jinping.          | CN IR
            es | Los rusos y los ucranianos negocian en Turquía.                            | RU TR UA
            es | EE.UU. impone sanciones a Venezuela.                                       | US VE
            pt | O Irã e a Arábia Saudita retomam relações.                                 | IR SA
            pt | O governo brasileiro criticou os Estados Unidos.                           | BR US
            it | L'Ucraina chiede armi alla Germania, il Cremlino protesta.                 | DE RU UA
            nl | Duitsland en België sluiten een akkoord met Zuid-Afrika.                   | BE DE ZA
            sv | Ryska trupper lämnar Syrien, säger Turkiet.                                | RU SY TR
            pl | Prezydent Iranu spotkał się z władzami Rosji w Moskwie.                    | IR RU
            cs | Ruské síly ostřelovaly Ukrajinu.                                           | RU UA
            fi | Venäjän joukot siirtyivät Ukrainaan.                                       | RU UA
            hu | Oroszország megtámadta Ukrajnát.                                           | RU UA
            tr | İran'ın füzeleri İsrail'i vurdu, ABD açıklama yaptı.                       | IL IR US
            ru | Президент Ирана прибыл в Москву на переговоры с Путиным.                   | IR RU
            ru | Израильская авиация нанесла удар по Сирии и Ливану.                        | IL LB SY
            uk | Росія обстріляла Харків, повідомили в Україні.                             | RU UA
            bg | Турция и Гърция водят преговори за Кипър.                                  | CY GR TR
            el | Η Τουρκία και η Ρωσία υπέγραψαν συμφωνία.                                  | RU TR
            ar | قصفت الطائرات الإسرائيلية مواقع بإيران وسوريا.                             | IL IR SY
            ar | وقالت واشنطن إن روسيا وأوكرانيا ستجتمعان في السعودية.                      | RU SA UA US
            fa | ایران و عربستان روابط خود را با روسیه بررسی کردند.                         | IR RU SA
            he | צבא ישראל תקף באיראן ובלבנון.                                              | IL IR LB
            hi | भारत और पाकिस्तान ने ईरान से बात की।                                       | IN IR PK
            bn | বাংলাদেশের প্রধানমন্ত্রী ভারতে পৌঁছেছেন।                                   | BD IN
            zh | 中国和俄罗斯在北京签署协议，美国表示关注。                                   | CN RU US
            zh | 伊朗向以色列发射导弹。                                                      | IL IR
            ja | 日本とアメリカは北朝鮮のミサイルを非難した。                                 | JP KP US
            ja | マリア号はマリを出発した。                                                  | ML
            ko | 북한이 미사일을 발사했고 미국과 일본이 규탄했다.                            | JP KP US
            ko | 자유란 무엇이란 말인가. 이란은 답하지 않았다.                               | IR
            th | อิหร่านโจมตีอิสราเอล                                                       | IL IR
            vi | Tổng thống Nga thăm Trung Quốc và Việt Nam.                                | CN RU VN
            id | Amerika Serikat dan Tiongkok bertemu di Jakarta.                           | CN ID US
            sw | Rais wa Marekani atazuru Kenya na Tanzania.                                | KE TZ US
            am | የኢትዮጵያ ጠቅላይ ሚኒስትር ወደ ኬንያ ተጓዙ።                                              | ET KE
            ka | საქართველოს პრეზიდენტი რუსეთს აკრიტიკებს.                                  | GE RU
            ro | România și Ucraina au semnat un acord cu Franța.                           | FR RO UA
            """)
    void namesInTheirForms(String language, String text, String codes) {
        assertThat(Article.in(language, text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Der Präsident der Türkei reist nach Frankreich.                                 | FR TR
            L'Allemagne soutient l'Ukraine.                                                 | DE UA
            Estados Unidos y España firman un acuerdo.                                      | ES US
            Росія та Україна обмінялися полоненими.                                         | RU UA
            ایران و ترکیه                                                                    | IR TR
            韩国和日本举行会谈                                                                | JP KR
            """)
    void namesWhenTheLanguageIsUnknown(String text, String codes) {
        assertThat(Article.in(null, text).codes()).isEqualTo(codes);
        assertThat(Article.in("und", text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | The old fas was nga anh sin.                                            | ''
            en    | Indiana and Columbia are words here.                                    | US
            es    | El jersey de la niña es chileno, dijo un indio.                         | CL IN
            pt    | O peru da ceia custou caro.                                             | ''
            pl    | To mali chłopcy z malty.                                                | ''
            ru    | Поля и малина, лимон и индустрия.                                       | ''
            nb-NO | Russiske styrker forlot Norge.                                          | NO RU
            zh-TW | 美國與日本簽署協議。                                                      | JP US
            """)
    void aWordOfOneLanguageIsNoNameInAnother(String language, String text, String codes) {
        assertThat(Article.in(language, text).codes()).isEqualTo(codes);
    }
}
