package io.tocsin.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    private static final DateTimeFormatter LIBRARY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void writesAndReadsEveryDayAsTheLibraryDoes() {
        SplittableRandom random = new SplittableRandom(3339);
        Instant day = Instant.parse("0000-01-01T00:00:00Z");
        Instant end = Instant.parse("9999-12-31T23:59:59.999Z");
        for (; day.isBefore(end); day = day.plus(1 + random.nextInt(40), ChronoUnit.DAYS)) {
            Instant time = day.plusMillis(random.nextInt(86_400_000));
            String written = Rfc3339.write(time);
            assertThat(written).isEqualTo(LIBRARY.format(time));
            assertThat(Rfc3339.read(written)).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59.999Z",
                "2025-12-31T00:00:00.000Z",
                "1969-12-31T23:59:59.001Z",
                "2025-06-23T06:10:00Z",
                "2025-06-23T06:10:00.123456Z",
                "2025-06-23T08:10:00+02:00",
                "2025-06-23T06:10:00.000z"
            })
    void readsWhatTheLibraryReads(String text) {
        assertThat(Rfc3339.read(text))
                .isEqualTo(java.time.OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-02-30T00:00:00.000Z",
                "2025-13-01T00:00:00.000Z",
                "2025-00-01T00:00:00.000Z",
                "2025-01-00T00:00:00.000Z",
                "2025-01-01T24:00:00.000Z",
                "2025-01-01T00:60:00.000Z",
                "2025-01-01 00:00:00.000Z",
                "2025-01-01T00:00:00.0x0Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Rfc3339.read(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void writesYearsBeyondFourDigits() {
        Instant far = Instant.parse("+12025-01-01T00:00:00Z");
        assertThat(Rfc3339.write(far)).isEqualTo(LIBRARY.format(far));
    }
}
