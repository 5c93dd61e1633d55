package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedMomentTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T14:00:00Z,      2026-03-02T14:00:00Z",
        "2026-03-02T14:00Z,         2026-03-02T14:00:00Z",
        "2026-03-02T14:00+01:00,    2026-03-02T13:00:00Z",
        "2026-03-02 14:00,          2026-03-02T14:00:00Z",
        "2026-03-02,                2026-03-02T00:00:00Z"
    })
    void readsWhatPeopleWrite(String written, Instant moment) {
        assertThat(AskedMoment.read("--at", written)).isEqualTo(moment);
    }

    @Test
    void saysHowToWriteIt() {
        assertThatThrownBy(() -> AskedMoment.read("--at", "yesterday"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--at yesterday: write a time such as 2026-03-02T14:00Z");
    }
}
