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
            am | ሱዳን ግብፅን ከሰሰች።                                                            | EG SD
            es | Nueva Jersey y Nueva Escocia firman un acuerdo.                            | CA US
            fr | La Nouvelle-Galles du Sud ferme ses plages.                                | AU
            uk | Солдати повернулися додому.                                                | ''
            he | הם מסרו את המפתח.                                                          | ''
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            es | El ejército colombiano desplegó tropas cerca de Cúcuta, dijo Bogotá. | CO
            es | La canciller mexicana viajó a Santiago de Chile. | CL MX
            es | Los peruanos y las bolivianas protestaron en La Paz. | BO PE
            es | Tropas etíopes cruzaron a Eritrea. | ER ET
            es | El gobierno salvadoreño negó los hechos; Honduras calla. | HN SV
            es | Las autoridades marroquíes cerraron Ceuta, dice Madrid. | ES MA
            es | La ministra alemana se reunió con su homóloga sueca en Estocolmo. | DE SE
            es | El parlamento húngaro aprobó la ley. | HU
            es | Fuerzas surcoreanas y norcoreanas se dispararon. | KP KR
            es | Los talibanes tomaron Kabul. | AF
            fr | Les troupes tchadiennes sont entrées à Bangui. | CF TD
            fr | La junte malienne expulse l'ambassadeur français. | FR ML
            fr | Des milliers de Libanaises manifestent à Beyrouth. | LB
            fr | Le président congolais Félix Tshisekedi s'est rendu à Kigali. | CD RW
            fr | Le roi du Maroc a reçu le chef du gouvernement espagnol à Rabat. | ES MA
            fr | L'armée birmane bombarde un village. | MM
            fr | Séisme au Népal : l'Inde envoie des secours. | IN NP
            fr | Aux Pays-Bas, la reine salue les Suisses. | CH NL
            fr | Les Égyptiens votent, le Caire se tait. | EG
            fr | Au Royaume-Uni, les Gallois protestent. | GB
            de | Die ukrainischen Streitkräfte eroberten ein Dorf bei Cherson zurück. | UA
            de | Der französische Präsident traf seine schwedische Amtskollegin in Stockholm. | FR SE
            de | Nordkoreanische Raketen flogen über Japan. | JP KP
            de | Tausende Georgier demonstrierten in Tiflis. | GE
            de | US-Präsident droht dem Iran mit Sanktionen. | IR US
            de | Israels Armee und die Hisbollah im Libanon. | IL LB
            de | Die Bundesregierung berät über Waffen für Kiew. | DE UA
            de | Der ungarische Ministerpräsident blockiert EU-Hilfen für Ukrainer. | HU UA
            de | Türkei-Krise: Lira fällt, Ankara schweigt. | TR
            de | Der Ägypter und die Marokkanerin gewannen. | EG MA
            de | In den Vereinigten Arabischen Emiraten und im Jemen. | AE YE
            pt | O exército moçambicano combate insurgentes em Cabo Delgado. | MZ
            pt | O presidente angolano visitou Lisboa. | AO PT
            pt | Os ucranianos atacaram a Crimeia; Moscou prometeu vingança. | RU UA
            pt | A Coreia do Norte lançou mísseis, diz Seul. | KP KR
            pt | Polícia portuguesa prende cabo-verdianos em Faro. | CV PT
            pt | A Turquia e a Grécia negociam em Genebra. | CH GR TR
            pt | O chanceler argentino encontrou-se com o chileno em Montevidéu. | AR CL UY
            ru | Украинские войска обстреляли Белгород. | RU UA
            ru | Китайские корабли подошли к Тайваню. | CN TW
            ru | Президент Турции заявил о поддержке Азербайджана. | AZ TR
            ru | Армянские военные покинули границу с Грузией. | AM GE
            ru | Польша закрыла границу с Белоруссией. | BY PL
            ru | В Лондоне и Париже прошли акции протеста. | FR GB
            ru | Власти Казахстана и Киргизии договорились в Бишкеке. | KG KZ
            ru | Немецкий канцлер посетил Киев. | DE UA
            ru | Северокорейские солдаты замечены в Курской области. | KP RU
            ru | Франция и Германия передадут Украине танки. | DE FR UA
            ru | В Кабуле прогремел взрыв, талибы обвинили Пакистан. | AF PK
            ru | Глава Чечни прибыл в Сирию. | RU SY
            ru | Сербы протестуют в Косове. | RS XK
            ar | أعلن الجيش السوداني سيطرته على الخرطوم. | SD
            ar | وصل الرئيس المصري إلى تونس للقاء نظيره الجزائري. | DZ EG TN
            ar | وبحث المسؤولون العراقيون مع الأتراك ملف المياه. | IQ TR
            ar | غارات على صنعاء وللحوثيين رد. | YE
            ar | استقبل أمير قطر وزير الخارجية الإيراني في الدوحة. | IR QA
            ar | القوات الفرنسية تنسحب من النيجر ومالي. | FR ML NE
            ar | لبنان والأردن يدينان القصف على غزة. | JO LB PS
            ar | اتهمت كييف موسكو بقصف أوديسا. | RU UA
            ar | المغرب يستدعي سفيره من ألمانيا. | DE MA
            ar | وزير الدفاع التركي في ليبيا. | LY TR
            fa | نیروهای طالبان وارد کابل شدند. | AF
            fa | رئیس جمهور ترکیه با همتای روس خود دیدار کرد. | RU TR
            fa | حملات اسرائیل به لبنان و سوریه ادامه دارد. | IL LB SY
            fa | وزیر خارجه عراق به تهران رفت. | IQ IR
            fa | دولت فرانسه و آلمان بیانیه دادند. | DE FR
            fa | آمریکا و چین در ژنو مذاکره کردند. | CH CN US
            fa | ارتش پاکستان مواضعی در افغانستان را هدف گرفت. | AF PK
            tr | Suriye'nin kuzeyinde Türk askerleri saldırıya uğradı. | SY TR
            tr | Rusya'dan Ukrayna'ya füze saldırısı. | RU UA
            tr | Yunanistan'ın başkenti Atina'da protesto. | GR
            tr | Alman hükümeti Ankara'yı eleştirdi. | DE TR
            tr | Iraklı yetkililer Bağdat'taki patlamayı doğruladı. | IQ
            tr | Fransız ve İngiliz liderler Brüksel'de görüştü. | BE FR GB
            tr | Azerbaycan ile Ermenistan arasında çatışma. | AM AZ
            tr | Çin'den Tayvan'a uyarı, Japonya endişeli. | CN JP TW
            he | ראש הממשלה נפגש עם נשיא מצרים בקהיר. | EG
            he | מטוסים תקפו יעדים בסוריה, דמשק הגיבה. | SY
            he | המשלחת הרוסית הגיעה לטורקיה. | RU TR
            he | ירדן וסעודיה גינו את הפעולה בעזה. | JO PS SA
            he | הנשיא האמריקאי ביקר בוורשה שבפולין. | PL US
            he | האיראנים איימו על ארצות הברית. | IR US
            uk | Польські фермери заблокували кордон з Україною. | PL UA
            uk | Німеччина передала Києву ракети. | DE UA
            uk | Білоруські військові прибули до Гомеля. | BY
            uk | Російські окупанти обстріляли Херсон. | RU UA
            uk | Президент Франції зустрівся з угорським прем'єром у Будапешті. | FR HU
            uk | Угорщина та Словаччина виступили проти. | HU SK
            uk | У Варшаві та Празі відбулися мітинги. | CZ PL
            uk | Китай і Туреччина закликали до переговорів. | CN TR
            zh | 菲律宾海军与中国海警船在仁爱礁对峙。 | CN PH
            zh | 乌克兰军队在哈尔科夫附近反攻，俄军撤退。 | RU UA
            zh | 以色列空袭加沙和黎巴嫩南部。 | IL LB PS
            zh | 法国总统马克龙访问柏林。 | DE FR
            zh | 朝鲜发射导弹，韩国和日本谴责。 | JP KP KR
            zh | 缅甸军政府与泰国边境冲突。 | MM TH
            zh | 台灣與美國舉行會談。 | TW US
            zh | 埃及和苏丹谴责埃塞俄比亚大坝。 | EG ET SD
            ja | ロシア軍がキーウを攻撃、ウクライナが反撃。 | RU UA
            ja | フィリピンとベトナムが中国に抗議。 | CN PH VN
            ja | イスラエル軍がガザを空爆。 | IL PS
            ja | 韓国の大統領が訪米、ワシントンで会談。 | KR US
            ja | ミャンマー国軍がタイ国境で攻撃。 | MM TH
            ja | フランスとドイツの首脳がパリで会談。 | DE FR
            hi | चीनी सैनिक लद्दाख में घुसे। | CN IN
            hi | पाकिस्तानी सेना ने काबुल पर हमला किया। | AF PK
            hi | अमेरिकी राष्ट्रपति रूस जाएंगे। | RU US
            hi | नेपाल और बांग्लादेश में बाढ़। | BD NP
            hi | इजरायल ने गाजा पर बमबारी की। | IL PS
            hi | यूक्रेन के राष्ट्रपति दिल्ली पहुंचे। | IN UA
            hi | श्रीलंका और मालदीव के बीच समझौता। | LK MV
            sw | Wanajeshi wa Rwanda waingia Kongo, Kinshasa yalaani. | CD RW
            sw | Rais wa Ufaransa atembelea Ujerumani. | DE FR
            sw | Polisi wa Uganda wakamata Wakenya jijini Kampala. | KE UG
            sw | Urusi yashambulia Ukraine, Uingereza yalaani. | GB RU UA
            sw | Misri na Ethiopia zazozana kuhusu bwawa. | EG ET
            sw | Watanzania wapiga kura Dar es Salaam. | TZ
            sw | Somalia yasitisha ushirikiano na Umoja wa Falme za Kiarabu. | AE SO
            ha | Sojojin Najeriya sun kashe 'yan Boko Haram a Borno. | NG
            ha | Shugaban Nijar ya gana da na Chadi a Yamai. | NE TD
            ha | Rasha ta kai hari a Ukraine. | RU UA
            ha | Amurka ta sanya wa Iran takunkumi. | IR US
            ha | Faransa ta janye dakarunta daga Mali. | FR ML
            ha | Gwamnatin Ghana da ta Kamaru sun yi taro. | CM GH
            am | የኤርትራ ወታደሮች ወደ ትግራይ ገቡ። | ER ET
            am | ሱዳን እና ግብፅ ስለ ግድቡ ተወያዩ። | EG SD
            am | የአሜሪካ ፕሬዝዳንት ወደ እስራኤል ተጓዙ። | IL US
            am | ሩሲያ በዩክሬን ላይ ጥቃት ሰነዘረች። | RU UA
            am | የሶማሊያ መንግሥት ከቱርክ ጋር ተስማማ። | SO TR
            pcm | Nigeria army don kill plenty bandits for Zamfara. | NG
            pcm | Ghana president don land Abuja to see Tinubu. | GH NG
            pcm | Russia don attack Ukraine again, UK don react. | GB RU UA
            pcm | South African police don arrest Naija people for Joburg. | NG ZA
            pcm | Why Cameroonians dey protest for Yaounde | CM
            it | L'esercito libico attacca Bengasi; Tripoli protesta. | LY
            it | Il premier ungherese incontra i polacchi a Varsavia. | HU PL
            it | Il governo egiziano respinge le accuse di Roma. | EG IT
            it | Gli iraniani minacciano Israele, dice Teheran. | IL IR
            it | Raid russi su Kiev e Odessa, Mosca smentisce. | RU UA
            it | La Farnesina convoca l'ambasciatore tunisino. | IT TN
            it | La Svizzera e l'Austria chiudono il valico. | AT CH
            it | I giapponesi e i sudcoreani firmano a Tokyo. | JP KR
            pl | Rosyjskie wojska ostrzelały Charków. | RU UA
            pl | Holandia i Szwecja podpisały umowę z Wielką Brytanią. | GB NL SE
            pl | Białoruscy pogranicznicy zatrzymali Litwinów. | BY LT
            pl | W Pradze i Budapeszcie odbyły się protesty. | CZ HU
            pl | Prezydent Francji rozmawiał z premierem Włoch w Rzymie. | FR IT
            pl | Izraelskie samoloty zbombardowały Gazę i Bejrut. | IL LB PS
            pl | Chiny i Korea Północna podpisały umowę. | CN KP
            fi | Ruotsin ja Viron hallitukset sopivat Helsingissä. | EE FI SE
            fi | Ukrainalaiset joukot Harkovassa, Venäjältä uhkaus. | RU UA
            fi | Saksassa ja Ranskassa lakkoillaan. | DE FR
            hu | Lengyelországban és Csehországban tüntettek. | CZ PL
            hu | Az orosz csapatok Kijevet támadták. | RU UA
            hu | Németországból Romániába érkezett a szállítmány. | DE RO
            nl | De Russische president bezocht Wit-Rusland en Noord-Korea. | BY KP RU
            sv | Finska regeringen och Norges kung i Köpenhamn. | DK FI NO
            ro | Armata rusă a bombardat Odesa, anunță Kievul. | RU UA
            el | Ο Τούρκος πρόεδρος στην Αθήνα για συνομιλίες. | GR TR
            cs | Němečtí vojáci dorazili do Litvy. | DE LT
            id | Tentara Myanmar menyerang perbatasan Thailand. | MM TH
            vi | Quân đội Nga tấn công Kharkiv của Ukraina. | RU UA
            ko | 이스라엘군이 가자지구를 공습했다. | IL PS
            ko | 러시아와 우크라이나가 이스탄불에서 회담. | RU TR UA
            ur | پاکستان اور بھارت کے درمیان کشیدگی۔ | IN PK
            """)
    void peoplesAndPlacesInTheirForms(String language, String text, String codes) {
        assertThat(Article.in(language, text).codes()).isEqualTo(codes);
    }
}
