package io.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTableTest {
    @Test
    void verdictsAreKeptByDayPlaceAndSubject() {
        assertThat(VerdictTable.verdicts(List.of(
                        "Some words.",
                        "| opened | place | subject | level | verdict | what it was |",
                        "|---|---|---|---|---|---|",
                        "| 2021-11-26 | Ukraine | coup d'etat | high | right | a plot |",
                        "| another | table |")))
                .containsEntry("2021-11-26|Ukraine|coup d'etat", " right | a plot |")
                .doesNotContainKey("another|table|");
    }
}
