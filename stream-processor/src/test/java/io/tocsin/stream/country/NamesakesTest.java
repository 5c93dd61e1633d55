package io.tocsin.stream.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A fire broke out at 14 Lisbon Road on Monday.                               | ''
            Protesters filled a road in Lisbon on Monday.                               | PT
            The deputy spoke to the Dorset Gazette about the fence.                    | ''
            Shares in Coimbra Ltd rose after the report.                                 | ''
            She spoke French at home and wrote letters in Spanish.                      | ''
            She spoke of French plans to leave the base.                                | FR
            The English version of the letter was shorter.                              | ''
            They met at an Italian restaurant behind the station.                       | ''
            An Italian court heard that restaurant owners paid bribes.                  | IT
            The clerk of Jordan County counted the votes again.                         | ''
            The court in Jordan counted the votes again.                                | JO
            """)
    void whatIsOnlyCalledLikeAPlaceNamesNone(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The members of VIGO went home after the vote.                            | ''
            The senior adviser Burton quit on Tuesday.                                | ''
            A lorry overturned in Sunderland, Ontario, on Friday.                           | CA
            A lorry overturned in Sunderland, Ontario, Canada.                              | CA
            The physicist works at the University of Geneva and once taught in Ohio.    | CH US
            Talks between the Moscow and Nairobi clubs resumed, a senator from Texas said. | KE RU US
            He comes from Moscow, Idaho, and left Idaho late.                           | US
            Korea sold more ships than ever in May.                                   | KR
            Wei-Shan Lu led the study.                                               | ''
            """)
    void aNamesakeNeedsMoreProofThanTheFamousPlace(String text, String codes) {
        assertThat(Article.english(text).codes()).isEqualTo(codes);
    }
}
