package io.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-06-23T06:10:00Z               | 2025-06-23T06:10:00Z
            2025-06-23T06:10:00.123Z           | 2025-06-23T06:10:00.123Z
            2025-06-23T08:10:00+02:00          | 2025-06-23T06:10:00Z
            2025-06-23T08:10:00+0200           | 2025-06-23T06:10:00Z
            2025-06-23T08:10+02                | 2025-06-23T06:10:00Z
            2025-06-23 06:10:00                | 2025-06-23T06:10:00Z
            2025-06-23 06:10:00 UTC            | 2025-06-23T06:10:00Z
            2025-06-23                         | 2025-06-23T00:00:00Z
            20250623                           | 2025-06-23T00:00:00Z
            20250623T061000Z                   | 2025-06-23T06:10:00Z
            2025-06                            | 2025-06-01T00:00:00Z
            2025-174                           | 2025-06-23T00:00:00Z
            2025-06-22T24:00:00Z               | 2025-06-23T00:00:00Z
            2025-06-23T06:10:60Z               | 2025-06-23T06:10:59Z
            1750659000                         | 2025-06-23T06:10:00Z
            1750659000000                      | 2025-06-23T06:10:00Z
            Mon, 23 Jun 2025 06:10:00 GMT      | 2025-06-23T06:10:00Z
            Mon, 23 Jun 2025 02:10:00 EDT      | 2025-06-23T06:10:00Z
            Mon, 23 Jun 2025 06:10:00 +0000    | 2025-06-23T06:10:00Z
            Mon, 23 Jun 2025 09:40 +0330       | 2025-06-23T06:10:00Z
            23 Jun 25 06:10:00 Z               | 2025-06-23T06:10:00Z
            Monday, 23 June 2025 06:10:00 GMT  | 2025-06-23T06:10:00Z
            Mon Jun 23 06:10:00 GMT 2025       | 2025-06-23T06:10:00Z
            Mon, 23-Jun-2025 06:10:00 GMT      | 2025-06-23T06:10:00Z
            June 23, 2025                      | 2025-06-23T00:00:00Z
            Jun. 23, 2025 6:10 a.m.            | 2025-06-23T06:10:00Z
            June 23, 2025 at 6:10 PM           | 2025-06-23T18:10:00Z
            23. Juni 2025, 06:10 Uhr           | 2025-06-23T06:10:00Z
            23 juin 2025                       | 2025-06-23T00:00:00Z
            23 de junio de 2025                | 2025-06-23T00:00:00Z
            23 июня 2025                       | 2025-06-23T00:00:00Z
            23 Haziran 2025                    | 2025-06-23T00:00:00Z
            2025年6月23日 06:10                 | 2025-06-23T06:10:00Z
            23.06.2025 06:10                   | 2025-06-23T06:10:00Z
            23/06/2025                         | 2025-06-23T00:00:00Z
            06/23/2025                         | 2025-06-23T00:00:00Z
            """)
    void readsDatesAsTheyAreWritten(String written, String moment) {
        assertThat(WrittenDate.read(written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2025-13-01", "32 Jun 2025", "June", "12:30", "n/a", "0", "2025-02-30T00:00:00Z"
            })
    void whatIsNoDateIsNone(String written) {
        assertThat(WrittenDate.read(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingThrowsOrHangs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "0123456789-:/.TZ+ ,JunMayGMTé年";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Instant read = WrittenDate.read(text.toString());
            assertThat(read == null || read.getEpochSecond() < 400_000_000_000L).isTrue();
        }
    }
}
