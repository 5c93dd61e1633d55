package io.tocsin.alerts.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyHourTest {
    @ParameterizedTest
    @CsvSource({
        "06:00, UTC,           2026-03-01T05:59:59Z, 2026-03-01T06:00:00Z",
        "06:00, UTC,           2026-03-01T06:00:00Z, 2026-03-02T06:00:00Z",
        "06:00, Europe/Berlin, 2026-03-28T05:00:00Z, 2026-03-29T04:00:00Z",
        "02:30, Europe/Berlin, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "06:00, Asia/Tokyo,    2026-03-01T22:00:00Z, 2026-03-02T21:00:00Z"
    })
    void theNextOne(LocalTime at, String zone, Instant now, Instant next) {
        assertThat(new DailyHour(at, ZoneId.of(zone)).after(now)).isEqualTo(next);
    }
}
