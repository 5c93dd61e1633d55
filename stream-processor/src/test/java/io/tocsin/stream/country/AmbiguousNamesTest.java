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
            Coach Michael Brazil praised the defence.                                              | ''
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Michael Jordan flew to Amman, Jordan's capital.                                  | JO
            Georgia Tech beat Clemson 21-17.                                                 | US
            Lawmakers in Georgia passed the foreign agents bill as crowds gathered in Tbilisi. | GE
            Georgia governor Brian Kemp signed the bill in Atlanta.                          | US
            Paris Saint-Germain beat Marseille 3-0.                                          | FR
            Chad Brown caught two touchdown passes.                                          | ""
            Troops from Chad crossed the border into Niger.                                  | NE TD
            Chad's president met Macron.                                                     | FR TD
            The turkey was roasted for four hours.                                           | ""
            Turkey was hit by an earthquake.                                                 | TR
            TURKEY HIT BY EARTHQUAKE                                                         | TR
            How To Roast A Turkey For Thanksgiving                                           | ""
            China plates and a polish cloth were sold.                                       | ""
            New Mexico reports two plague cases.                                             | US
            A tanker was seized in the Gulf of Oman, Iran said.                              | IR
            The Bank of Georgia posted record profit in Tbilisi.                             | GE
            Washington and Beijing traded accusations.                                       | CN US
            Denzel Washington won the award.                                                 | ""
            Washington state declared an emergency.                                          | US
            George Washington crossed the Delaware.                                          | US
            London Breed lost the mayoral race.                                              | ""
            Downing Street refused to comment.                                               | GB
            Whitehall officials drafted the plan.                                            | GB
            Brussels threatened Apple with a fine.                                           | ""
            The Brussels attacks killed 32 people.                                           | BE
            Police in Brussels arrested three men.                                           | BE
            The Kremlin denied the report.                                                   | RU
            Cuban Missile Crisis veterans met.                                               | CU
            Guinea pigs are popular pets.                                                    | ""
            Guinea-Bissau held elections.                                                    | GW
            Equatorial Guinea expelled the envoy of Guinea.                                  | GN GQ
            Papua New Guinea landslide kills dozens.                                         | PG
            Northern Ireland's parties met in Dublin.                                        | GB IE
            South Sudan and Sudan signed a deal in Juba.                                     | SD SS
            The Republic of the Congo and the Democratic Republic of Congo.                  | CD CG
            DR Congo rebels seize Goma.                                                      | CD
            Congo-Brazzaville votes on Sunday.                                               | CG
            Dominica and the Dominican Republic face the storm.                              | DM DO
            Niger and Nigeria closed the border.                                             | NE NG
            Austria and Australia are often confused.                                        | AT AU
            Samoa and American Samoa mourn.                                                  | AS WS
            Columbia, South Carolina, braces for floods.                                     | US
            Colombia's ELN rebels kidnapped a mayor.                                         | CO
            British Columbia wildfires spread.                                               | CA
            Lebanon, Pennsylvania, is a small city.                                          | US
            Israel struck Lebanon overnight.                                                 | IL LB
            Kevin Israel opened a bakery.                                                    | ""
            Cyprus Avenue is a song by Van Morrison.                                         | ""
            Malta, Montana, lost its school.                                                 | US
            Peru, Indiana hosts a circus.                                                    | US
            Cuba Gooding Jr. appeared in court.                                              | ""
            Ireland Baldwin posted a photo.                                                  | ""
            Brooklyn Beckham was in Milan.                                                   | IT
            Sydney Sweeney stars in the film.                                                | ""
            Sydney residents fled the fire.                                                  | AU
            Vienna, Virginia, police found the car.                                          | US
            Talks in Vienna on Iran's nuclear programme resumed.                             | AT IR
            Birmingham, Alabama, mourns.                                                     | US
            The Birmingham pub bombings inquest opened in the UK.                            | GB
            Manchester United sacked the coach.                                              | GB
            Manchester, New Hampshire, votes first.                                          | US
            Real Madrid beat Barcelona.                                                      | ES
            Athens, Georgia, police arrested a student.                                      | US
            Athens agreed to a bailout.                                                      | GR
            Moscow Mule sales rise.                                                          | ""
            A Persian cat and a Siamese cat won.                                             | ""
            Swiss army knives were banned.                                                   | ""
            Swiss army chief resigns.                                                        | CH
            Dutch police arrested two men in Rotterdam.                                      | NL
            Going Dutch on a first date is fine.                                             | ""
            Polish your shoes before the interview.                                          | ""
            Polish police seized the drugs.                                                  | PL
            Hungary's Orban met Putin.                                                       | HU RU
            We were hungry and chilly in Chile.                                              | CL
            chili peppers from New Delhi                                                     | IN
            Panama Papers leak names hundreds.                                               | ""
            Panama Canal traffic is down.                                                    | PA
            Suez Canal blocked by ship.                                                      | EG
            Rio Tinto shares fell.                                                           | ""
            The Hague tribunal convicted Mladic.                                             | NL
            Hamas fired rockets from Gaza.                                                   | PS
            Hezbollah said it struck a base.                                                 | LB
            Houthi rebels attacked a ship in the Red Sea.                                    | YE
            Boko Haram abducted schoolgirls.                                                 | NG
            Al-Shabaab attacked a hotel in Mogadishu.                                        | SO
            The Taliban banned poppies.                                                      | AF
            Al Qaeda claimed the attack.                                                     | ""
            Nikkei falls as yen jumps.                                                       | JP
            The FTSE 100 and the DAX rose.                                                   | DE GB
            Bundeswehr soldiers joined the drill.                                            | DE
            Knesset passes budget.                                                           | IL
            The Bundestag and the Lok Sabha voted.                                           | DE IN
            IDF soldiers entered the camp.                                                   | IL
            NATO and the EU met.                                                             | ""
            Samsung unveils phone.                                                           | KR
            Toyota recalls cars in the United States.                                        | US
            A Boeing 737 of Ethiopian Airlines crashed.                                      | ET
            An Air India flight made an emergency landing.                                   | IN
            Jordan Henderson signed for Ajax in Amsterdam.                                   | NL
            Kenya Moore and India Hicks attended.                                            | ""
            America's Cup race begins.                                                       | ""
            Miss America was crowned.                                                        | ""
            Latin America faces drought.                                                     | ""
            South America's glaciers melt.                                                   | ""
            Mexico City sinks.                                                               | MX
            Kansas City Chiefs win.                                                          | US
            Salvador, Brazil, hosts carnival.                                                | BR
            San Salvador arrests gang members.                                               | SV
            Santiago protests continue in Chile.                                             | CL
            Tripoli, Lebanon, saw clashes.                                                   | LB
            Tripoli's airport in Libya reopened.                                             | LY
            Hyderabad, Pakistan, flooded.                                                    | PK
            Victoria, Australia's second-smallest state, votes.                              | AU
            Queen Victoria reigned for 63 years.                                             | ""
            Victoria Beckham opened a store.                                                 | ""
            Hamilton won the race.                                                           | ""
            Lewis Hamilton won in Monaco.                                                    | MC
            Hamilton, Ontario, firefighters responded.                                       | CA
            Perth, Scotland, is older than Perth, Australia.                                 | AU GB
            Lima, Ohio, plant closes.                                                        | US
            Cairo, Illinois, residents moved out.                                            | US
            iran and israel trade blows                                                      | IL IR
            china warns taiwan                                                               | CN TW
            turkey rejects nato bid by sweden                                                | SE TR
            RUSSIA WARNS US OVER MISSILES IN UKRAINE                                         | RU UA US
            GIVE US A CHANCE, SAYS STRIKER                                                   | ""
            Can Us Weekly be trusted?                                                        | ""
            IT WAS A NICE DAY FOR US ALL                                                     | ""
            In 1938 Nazi Germany annexed Austria.                                            | AT DE
            The Soviet Union collapsed in 1991.                                              | RU
            Persia was renamed Iran.                                                         | IR
            Burma's junta extended emergency rule.                                           | MM
            Swaziland is now Eswatini.                                                       | SZ
            Ivory Coast and Cape Verde play.                                                 | CI CV
            The Ivory Coast striker joined Arsenal in London.                                | CI GB
            Macedonia changes name.                                                          | MK
            Czechoslovakia split peacefully.                                                 | CZ
            Crimea bridge hit by drone.                                                      | UA
            Kashmir clashes kill four Indian soldiers.                                       | IN
            Hong Kong and Macau tighten rules.                                               | HK MO
            Taipei and Beijing traded barbs.                                                 | CN TW
            West Bank settlers attacked village.                                             | PS
            Tibet protests in Lhasa.                                                         | CN
            Greenland rejects US offer.                                                      | GL US
            Falkland Islanders vote.                                                         | FK
            Puerto Rico loses power.                                                         | PR
            Guam braces for typhoon.                                                         | GU
            Nagorno-Karabakh Armenians flee.                                                 | AM AZ
            Kurdistan region of Iraq exports oil.                                            | IQ
            President Joe Biden hosted Emmanuel Macron.                                      | FR US
            Merkel and Hollande met.                                                         | DE FR
            Kim Jong Un inspected a submarine.                                               | KP
            Obama visited Havana.                                                            | CU US
            Zelensky thanked Scholz.                                                         | DE UA
            Wall Street rallied.                                                             | US
            Silicon Valley layoffs mount.                                                    | US
            Hollywood strike ends.                                                           | US
            Capitol Hill prepares for shutdown.                                              | US
            Tory MPs rebelled.                                                               | GB
            Scotland Yard opened an inquiry.                                                 | GB
            Foreign Secretary David Lammy flew to Doha.                                      | GB QA
            The Dalai Lama spoke in Dharamsala, India.                                       | IN
            Catalan leader Puigdemont fled.                                                  | ES
            Bavaria votes.                                                                   | DE
            Siberian forests burn.                                                           | RU
            Chechen fighters arrived.                                                        | RU
            Darfur massacre reported.                                                        | SD
            Tigray forces withdrew.                                                          | ET
            Zanzibar ferry sinks.                                                            | TZ
            Kurdish militia shelled.                                                         | ""
            Bali bombing suspect arrested.                                                   | ID
            Aleppo falls.                                                                    | SY
            Mosul offensive begins.                                                          | IQ
            Idlib airstrikes kill 12.                                                        | SY
            Raqqa and Deir ez-Zor hit.                                                       | SY
            Chernobyl fire out.                                                              | UA
            Fukushima water released.                                                        | JP
            Calais migrants camp cleared.                                                    | FR
            Lampedusa boat capsizes.                                                         | IT
            Fallujah residents flee.                                                         | IQ
            Kandahar bombing kills 20.                                                       | AF
            Benghazi attack suspect captured.                                                | LY
            Srebrenica remembered.                                                           | BA
            Jalalabad, Peshawar and Quetta hit by blasts.                                    | AF PK
            Flint water crisis trial begins in Michigan.                                     | US
            The House of Commons passed Canada's budget.                                     | CA
            The House of Commons passed the bill.                                            | GB
            turkey with gravy and china plates for dinner                                    | ""
            The BBC reported the result.                                                     | ""
            """)
    void namesThatMeanMoreThanOneThing(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }
}
