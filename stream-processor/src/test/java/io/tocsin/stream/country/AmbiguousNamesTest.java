package io.tocsin.stream.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that trap: the text, then the codes it should give, sorted. */
class AmbiguousNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tbilisi said Georgia would not accept the border posts of its neighbour.              | GE
            Protesters filled the streets of Georgia's capital, and police in Tbilisi used gas.    | GE
            Voters in Georgia, Alabama and Tennessee go to the polls, the Atlanta office said.     | US
            A fire near Athens, Georgia, destroyed a warehouse.                                    | US
            Russian tanks withdrew from Georgia in the autumn.                                     | GE RU
            The flood washed away a bridge in Macon, Ga., the county sheriff said.                 | US
            """)
    void georgiaIsACountryOrAState(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Michael Jordan sold his house near Chicago.                                            | US
            Jordan Henderson missed the penalty.                                                   | ''
            King Abdullah said Jordan had closed the crossing.                                     | JO
            Jordan and Egypt rejected the plan.                                                    | EG JO
            Chad Smith plays the drums.                                                            | ''
            Soldiers from Chad and Niger crossed the lake.                                         | NE TD
            Mark Cuban bought the team.                                                            | ''
            Cuba released forty prisoners.                                                         | CU
            Israel Adesanya lost his title in the third round.                                     | ''
            Israel struck targets near Damascus.                                                   | IL SY
            Paris Hilton opened the show.                                                          | ''
            The ministers met in Paris.                                                            | FR
            Denzel Washington reads the audiobook.                                                 | ''
            Washington imposed new tariffs on Beijing.                                             | CN US
            Sydney Sweeney and Austin Butler star in it.                                           | ''
            The match in Sydney was abandoned.                                                     | AU
            Actress Kerry Washington was honoured.                                                 | ''
            Virginia Giuffre wrote a book.                                                         | ''
            """)
    void personsAreNoPlaces(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A tornado hit Paris, Texas, on Monday.                                                 | US
            The plant in Lebanon, Pa., will close.                                                 | US
            Shots were fired in Panama City, Florida.                                              | US
            The yacht sank off St. Petersburg, Fla.                                                | US
            Delegates gathered in St. Petersburg, where Putin spoke.                               | RU
            A church burned in Birmingham, Alabama.                                                | US
            Police in Birmingham, England, arrested two men.                                       | GB
            Scientists in Cambridge, Massachusetts, grew the cells.                                | US
            Students in Moscow, Idaho, mourned.                                                    | US
            The bridge in Peru, Illinois, was closed.                                              | US
            The court in London, Ontario, adjourned.                                               | CA
            New Mexico sued Texas over the river.                                                  | US
            Mexico opened a consulate in Albuquerque, New Mexico.                                  | MX US
            Northern Ireland has no government.                                                    | GB
            Ireland beat Scotland at rugby.                                                        | GB IE
            The governor of New Jersey resigned.                                                   | US
            Jersey raised its tax on yachts, officials in Saint Helier said.                       | JE
            The ship left Valencia for Barcelona.                                                  | ES
            Unrest in Valencia, Venezuela, went on.                                                | VE
            Tripoli, Lebanon, had no power for a day.                                              | LB
            Militias fought in Tripoli and Benghazi.                                               | LY
            """)
    void theRegionAfterTheCommaDecides(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Niger expelled the ambassador.                                                         | NE
            Nigeria and Niger share a border.                                                      | NE NG
            Guinea, Equatorial Guinea, Guinea-Bissau and Papua New Guinea voted.                   | GN GQ GW PG
            The Republic of the Congo and the Democratic Republic of the Congo signed.             | CD CG
            North Korea fired a missile over Japan, South Korea said.                              | JP KP KR
            Dominica asked the Dominican Republic for help.                                        | DM DO
            Malian soldiers left the town, Mali said.                                              | ML
            Oman hosted the talks between Yemen and Saudi Arabia.                                  | OM SA YE
            Togo signed the treaty.                                                                | TG
            India beat Pakistan at Indian Wells.                                                   | IN PK
            South Sudan and Sudan agreed on the oil fee.                                           | SD SS
            North Macedonia joined the alliance.                                                   | MK
            Kosovo and Serbia exchanged prisoners.                                                 | RS XK
            Chinese jets flew near Taiwan.                                                         | CN TW
            Hong Kong cancelled the vigil.                                                         | HK
            Puerto Rico lost power.                                                                | PR
            Settlers burned olive trees in the West Bank.                                          | PS
            Drones hit a fuel depot in Crimea.                                                     | UA
            Slovenia and Slovakia are not Slavonia.                                                | SI SK
            Austria and Australia play on Friday.                                                  | AT AU
            Moscow and Kyiv traded accusations.                                                    | RU UA
            The Kremlin and Downing Street declined to comment.                                    | GB RU
            The Pentagon briefed the Knesset.                                                      | IL US
            Hezbollah fired rockets; the IDF answered.                                             | IL LB
            """)
    void nearNamesAreKeptApart(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They told us that it is over.                                                          | ''
            The US told us nothing.                                                                | US
            IT and AI firms, the UN and the EU met.                                                | ''
            Add the turkey and serve it on fine china.                                             | ''
            Turkey bought gas from Azerbaijan.                                                     | AZ TR
            China and Turkey signed a contract.                                                    | CN TR
            Polish your boots before the parade.                                                   | ''
            Polish farmers blocked the border.                                                     | PL
            She had a nice time reading in the bath.                                               | ''
            A man of the people, of course, may march in May.                                      | ''
            A guinea pig ate the Brazil nuts and the French fries.                                 | ''
            Tankers left the Gulf of Oman for the Indian Ocean.                                    | ''
            The South China Sea is rich in fish.                                                   | ''
            The Washington Post and the New York Times wrote about it.                             | ''
            He caught pneumonia, the Panama hat did not help.                                      | ''
            Latin American and West African states abstained.                                      | ''
            """)
    void ordinaryWordsAreNoPlaces(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IRAN VOWS REVENGE ON ISRAEL                                                            | IL IR
            US-LED FORCES LEAVE IRAQ                                                               | IQ US
            iran attacks israel                                                                    | IL IR
            Iran-Israel war: what we know                                                          | IL IR
            The US-led coalition struck Syria.                                                     | SY US
            Russia's and Ukraine's envoys met.                                                     | RU UA
            The U.S. and the U.K. imposed sanctions.                                               | GB US
            S. Korea and N. Korea restored the hotline.                                            | KP KR
            It paid US$40 million for the mine.                                                    | ''
            """)
    void writingDecides(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @org.junit.jupiter.api.Test
    void oneNameIsOnePersonThroughoutAnArticle() {
        Article article = Article.english("Chad Brewster was fined on Tuesday. The judge said Chad had lied twice.");

        assertThat(article.codes()).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void theCountryOfTheSourceTipsAnAmbiguousNameOnly() {
        Article article = Article.english("The festival in Cordoba drew thousands. Jordan sent a delegation.");

        assertThat(article.from("ES").codes()).isEqualTo("ES JO");
        assertThat(article.from("AR").codes()).isEqualTo("AR JO");
        assertThat(article.from("US").codes()).doesNotContain("US");
    }
}
