package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.codec.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    private static final Scope WIDE = new Scope(
            List.of("FR", "IL-IR", "sahel"),
            List.of(new Scope.Group("sahel", List.of("ML", "NE"))),
            List.of("medtop:16000000", Scope.EACH_FAMILY, CellName.ANY),
            List.of(),
            List.of(),
            true);

    @ParameterizedTest
    @CsvSource({
        "FR, medtop:16000000, true",
        "DE, medtop:16000000, false",
        "FR, medtop:15000000, false",
        "IL-IR, family:assault, true",
        "sahel, *, true",
        "ML, *, false",
        "*, *, false",
        "FR, medtop:16000000;language=de, false"
    })
    void coversItsPlacesWithItsSubjects(String place, String subject, boolean covered) {
        assertThat(WIDE.covers(place, subject)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"FR, medtop:16000000, true", "IL-IR, medtop:16000000, false", "*, medtop:16000000, false"})
    void eachCountryIsNoPairAndNotTheWorld(String place, String subject, boolean covered) {
        Scope scope = new Scope(
                List.of(Scope.EACH_COUNTRY), List.of(), List.of(Scope.EACH_TOPIC), List.of(), List.of(), false);
        assertThat(scope.covers(place, subject)).isEqualTo(covered);
    }

    @Test
    void someVoicesAreACellOfTheirOwn() {
        Scope german = new Scope(
                List.of("FR"), List.of(), List.of("query:q"), List.of("de", "fr"), List.of("s.example"), false);
        String subject = CellName.query("q") + german.voices();

        assertThat(subject).isEqualTo("query:q;language=de,fr;source=s.example");
        assertThat(german.covers("FR", subject)).isTrue();
        assertThat(german.covers("FR", "query:q")).isFalse();
        assertThat(CellName.bare(subject)).isEqualTo("query:q");
        assertThat(CellName.name(subject)).isEqualTo("q");
        assertThat(CellName.languages(subject)).containsExactly("de", "fr");
        assertThat(CellName.sources(subject)).containsExactly("s.example");
        assertThat(CellName.sources("query:q")).isEmpty();
    }

    @Test
    void aPairIsWrittenInOneWay() {
        assertThat(CellName.pair("IR", "IL"))
                .isEqualTo(CellName.pair("IL", "IR"))
                .isEqualTo("IL-IR");
        assertThat(CellName.pairs(List.of("US", "IL", "IR"))).containsExactly("IL-IR", "IL-US", "IR-US");
        assertThat(CellName.pairs(List.of("US"))).isEmpty();
        assertThat(CellName.countries("IL-IR")).containsExactly("IL", "IR");
        assertThat(CellName.countries("sahel")).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(WIDE), Scope.class))
                .isEqualTo(WIDE);
    }

    @Test
    void theIndexOfAnOrdinaryPeriodIsAHundred() {
        Basis basis = new Basis(60, 20, 7, 1);
        double usual = EscalationIndex.usual(40, basis);

        assertThat(usual).isEqualTo(14);
        assertThat(EscalationIndex.of(14, usual)).isEqualTo(EscalationIndex.NORMAL);
        assertThat(EscalationIndex.of(33, usual)).isEqualTo(200);
        assertThat(EscalationIndex.of(0, 0)).isEqualTo(EscalationIndex.NORMAL);
    }
}
