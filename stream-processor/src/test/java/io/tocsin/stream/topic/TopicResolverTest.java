package io.tocsin.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Evidence;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicResolverTest {
    private static final TopicLexicon LEXICON = TopicLexicon.load();
    private static final Lexicon TRIE = trie();

    private static Lexicon trie() {
        Lexicon.Builder builder = new Lexicon.Builder();
        LEXICON.register(builder, 0);
        return builder.build();
    }

    private static List<TaggedArticle.Topic> resolve(String title, String text, @Nullable String language) {
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        TRIE.read(title, text, tokens, hits);
        return new TopicResolver(LEXICON, 0).resolve(tokens, hits, language);
    }

    private static List<String> codes(String title, String text, @Nullable String language) {
        return resolve(title, text, language).stream()
                .map(TaggedArticle.Topic::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | medtop:20000056 | Air strikes hit rebel positions, and the militia answered with artillery.
            en | medtop:20000053 | A suicide bomber struck; the terrorist group claimed the attack.
            en | medtop:20000070 | Soldiers took the palace in a military coup and the junta closed the borders.
            en | medtop:20000073 | Both sides signed a ceasefire as the peace process resumed.
            en | medtop:20000635 | Inspectors of the IAEA counted centrifuges used for uranium enrichment.
            en | medtop:20000642 | The bloc agreed an oil embargo and economic sanctions.
            en | medtop:20000639 | The ambassador and the envoy met at the embassy.
            en | medtop:20000645 | Refugees crossed the river; the UNHCR opened a refugee camp.
            en | medtop:20000066 | Demonstrators marched and protesters blocked the avenue.
            en | medtop:20000574 | Voters cast their ballots in the general election.
            en | medtop:20000592 | Human rights groups reported torture and arbitrary detention.
            en | medtop:20000605 | The spy worked for the intelligence agency.
            en | medtop:20000086 | Hackers used ransomware in the cyber attack.
            en | medtop:20001243 | OPEC cut output and crude oil rose above ninety dollars a barrel.
            en | medtop:20000265 | The nuclear power plant restarted its reactor.
            en | medtop:20000384 | New tariffs raised import duties on steel.
            en | medtop:20000350 | The central bank raised its interest rate.
            en | medtop:20000153 | The earthquake had a magnitude of six and aftershocks followed.
            en | medtop:20000154 | Floods and flash flooding cut off the valley.
            en | medtop:20000159 | The volcano threw lava in its eruption.
            en | medtop:20000449 | The Ebola outbreak became an epidemic.
            en | medtop:20000418 | Climate change and greenhouse gas emissions were on the agenda.
            en | medtop:20001065 | The striker scored in the Premier League and the goalkeeper saved a penalty.
            en | medtop:20000739 | The astronauts reached the space station in a new spacecraft.
            en | medtop:20000140 | A gas explosion destroyed the warehouse.
            en | medtop:20000141 | A dam collapse above the copper mine buried the camp.
            en | medtop:20000145 | A ferry capsized with two hundred people aboard.
            en | medtop:20000144 | A passenger plane crashed after take-off: the third plane crash this year.
            en | medtop:20000098 | Somali pirates hijacked a ship; the hijacking lasted a day.
            en | medtop:20000100 | Gunmen took hostages and asked for a ransom.
            en | medtop:20001283 | The ring is charged with human trafficking.
            en | medtop:20000270 | Water shortages closed schools as drinking water ran out.
            en | medtop:20001202 | Wildfires burned above the resort.
            en | medtop:20000591 | Press freedom is shrinking, said Reporters Without Borders.
            en | medtop:20000059 | Peacekeepers patrolled the buffer zone.
            en | medtop:20000128 | The International Criminal Court issued a warrant.
            en | medtop:20000149 | Famine and hunger spread in the camps.
            en | medtop:20000355 | The currency fell, the worst week for its exchange rate.
            en | medtop:20000376 | The new duties start a trade war.
            en | medtop:20000530 | Dockers went on strike for higher wages.
            tr | medtop:20000070 | Ordu askeri darbe yaparak yönetime el koydu.
            ar | medtop:20000070 | استولى الجيش على السلطة في انقلاب عسكري.
            ru | medtop:20000070 | Военные захватили власть в результате переворота.
            sw | medtop:20000070 | Wanajeshi wachukua madaraka katika mapinduzi ya kijeshi.
            ha | medtop:20000070 | Sojoji sun yi juyin mulki.
            am | medtop:20000070 | ወታደሮች በመፈንቅለ መንግሥት ሥልጣን ያዙ።
            pcm | medtop:20000056 | Gunmen and sojas dey fight for di forest.
            fr | medtop:16000000 | Les frappes aériennes continuent malgré le cessez-le-feu, la guerre dure.
            es | medtop:16000000 | La guerrilla y el ejército libraron combates antes de la tregua.
            de | medtop:16000000 | Der Krieg geht weiter, Truppen und Panzer rücken nach Luftangriffen vor.
            pt | medtop:16000000 | A guerra continua e as tropas avançam depois do bombardeio.
            ru | medtop:16000000 | Война продолжается, войска ведут обстрел, боевики отступили.
            uk | medtop:16000000 | Війна триває, війська ведуть обстріл.
            ar | medtop:16000000 | الحرب مستمرة والقصف يطال القرى رغم الهدنة.
            fa | medtop:16000000 | جنگ ادامه دارد و حملات هوایی پس از آتش بس شدت گرفت.
            tr | medtop:16000000 | Savaş sürüyor, askerler hava saldırısı sonrası ateşkes bekliyor.
            he | medtop:16000000 | המלחמה נמשכת והחיילים מחכים להפסקת אש.
            zh | medtop:16000000 | 战争仍在继续，空袭之后双方同意停火。
            ja | medtop:16000000 | 戦争が続き、空爆の後に停戦が合意された。
            it | medtop:16000000 | La guerra continua, i soldati e le truppe attendono la tregua.
            sw | medtop:16000000 | Vita vinaendelea na wanajeshi wanapigana na waasi.
            hi | medtop:16000000 | युद्ध जारी है, सेना ने हवाई हमला किया।
            """)
    void findsTheTopic(String language, String code, String text) {
        assertThat(codes("", text, language)).contains(code);
    }

    @Test
    void aNarrowerTopicImpliesItsBroaderOnes() {
        assertThat(codes("", "The civil war has raged for years between warring clans.", "en"))
                .contains("medtop:20000063", "medtop:20000056", "medtop:16000000");
    }

    @Test
    void sportBeatsWarInAMatchReport() {
        List<String> codes = codes(
                "United bombard Rovers in derby battle",
                "The striker shot from twelve yards, the attack never stopped and the defence surrendered in the second "
                        + "half of the Premier League match, before the goalkeeper was beaten twice.",
                "en");

        assertThat(codes.get(0)).isIn("medtop:15000000", "medtop:20000822", "medtop:20001065");
        assertThat(codes).contains("medtop:15000000").doesNotContain("medtop:16000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Rovers bombarded the visitors' goal and the captain fired home in a battle for survival.
            en | Army of fans invades the stadium as champions conquer rivals in derby war.
            en | The war film storms the box office with its epic battle scenes and heroic soldiers.
            en | The director's new movie about rebel fighters and a siege wins best picture at the festival.
            en | Price war erupts as supermarkets launch an offensive against discounters.
            en | The company's shares bombed after a bombshell profit warning.
            en | A coup for the club as it signs the Brazilian midfielder.
            en | An activist investor launches an attack on the board in a boardroom coup at the retailer.
            en | Heat wave invades the continent as cities battle record temperatures.
            en | The patient lost her long battle after fighting the disease for ten years.
            en | Tech giants battle for the living room in the console wars.
            en | The old board game Junta is back in the shops.
            en | Mutiny in the locker room as players turn on their coach.
            es | Un golpe de calor y un duro golpe para la economía.
            de | Rosenkrieg des Schauspielers vor Gericht.
            tr | Ekonomiye darbe: satışlar düştü, kafasına darbe alan futbolcu hastanede.
            ar | انقلاب سيارة على الطريق السريع يسفر عن إصابة ثلاثة.
            ru | Переворот в моде: новая коллекция показана в столице.
            sw | Chama Cha Mapinduzi chateua mgombea wa urais.
            sw | Mapinduzi ya viwanda na vita dhidi ya malaria.
            ha | Yaki da cutar maleriya: an samar da sabon rigakafi.
            he | מלחמת המחירים ברשתות השיווק והמלחמה בסרטן.
            fr | Guerre des prix entre supermarchés : l'offensive des discounters.
            es | El delantero fusiló al portero y conquistó la final del campeonato.
            de | Preiskrieg der Discounter: Der Marktführer greift an.
            pt | Guerra de preços entre supermercados; o time ataca e vence a final.
            ru | Ценовая война между супермаркетами усилилась.
            uk | Нападник розстріляв ворота суперника у фіналі чемпіонату.
            ar | هجوم الفريق يقصف مرمى الضيوف بثلاثة أهداف في نهائي الكأس.
            fa | سرمربی تیم ملی گفت بازیکنان در حمله به دروازه موفق بودند.
            tr | Takımın hücum hattı rakip kaleyi bombaladı ve derbi savaşını kazandı.
            he | התקפת הקבוצה הפציצה את השער וניצחה בגמר הגביע.
            zh | 超市价格战升级，电商大战打响。
            ja | スーパーの価格戦争が激化、決勝戦で猛攻。
            it | Guerra dei prezzi tra i supermercati, l'attaccante segna tre gol.
            sw | Mshambuliaji afunga mabao mawili, vita vya ubingwa vinaendelea.
            hi | फुटबॉल टीम के हमले ने गोल दागे, फाइनल मुकाबला जीता।
            """)
    void borrowedWarWordsAreNoConflict(String language, String text) {
        assertThat(codes("", text, language)).doesNotContain("medtop:16000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rebel fighters shelled the stadium during the football final, killing four soldiers.",
                "Shares fell and oil prices rose after the missile attack on the refinery.",
                "The singer was killed when troops stormed the concert hall.",
                "Militants attacked the hospital and patients fled."
            })
    void conflictIsFoundBesideOtherTopics(String text) {
        assertThat(codes("", text, "en")).contains("medtop:16000000");
    }

    @Test
    void aHeadlineGetsItsBestGuessButNeverConflict() {
        assertThat(codes("Congressmen return", "", "en")).containsExactly("medtop:11000000");
        assertThat(codes("The battle goes on", "", "en")).isEmpty();
    }

    @Test
    void oneWeakWordDeepInTheTextGivesNoTopic() {
        String filler = "The bakery on the corner sells bread and cakes to everybody who walks past it. ".repeat(8);

        assertThat(codes("Bread", filler + "Its owner was once in the army.", "en"))
                .doesNotContain("medtop:16000000", "medtop:20000598");
    }

    @Test
    void theTitleWeighsMore() {
        double inTitle = score("Refugees return", "They came by bus and by train after many years abroad.");
        double inText = score("They return", "Refugees came by bus and by train after many years abroad.");

        assertThat(inTitle).isGreaterThan(inText);
    }

    private static double score(String title, String text) {
        return resolve(title, text, "en").stream()
                .filter(topic -> topic.code().equals("medtop:20000645"))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void phrasesAboutNothingHideTheirTerms() {
        assertThat(codes("", "The two have a war of words and a tug of war.", "en"))
                .isEmpty();
    }

    @Test
    void evidenceIsShortInOrderAndExact() {
        String text = "War, shelling, troops, artillery, rebels, militia and soldiers: the air strikes went on.";
        for (TaggedArticle.Topic topic : resolve("", text, "en")) {
            assertThat(topic.score()).isBetween(0.0, 1.0);
            assertThat(topic.evidence())
                    .hasSizeBetween(1, 5)
                    .isSortedAccordingTo(Comparator.comparingInt(Evidence::start))
                    .allMatch(span -> text.substring(span.start(), span.end()).equals(span.text()));
        }
    }

    @Test
    void aWordCountsOnlyInItsLanguage() {
        assertThat(codes("", "Es war einmal ein Mann, der war alt.", "de")).isEmpty();
    }

    @Test
    void theSameArticleGivesTheSameAnswer() {
        String text = "Protesters demanded an election while soldiers shelled the port and oil prices rose.";

        assertThat(resolve("Port", text, "en")).isEqualTo(resolve("Port", text, "en"));
    }
}
