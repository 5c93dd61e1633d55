package io.tocsin.stream.country.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InflectionTest {

    @Test
    void aLongNameBecomesAStem() {
        assertThat(Inflection.forms("Словакия", "ru")).containsExactly("Словак*");
        assertThat(Inflection.forms("Hiszpania", "pl")).containsExactly("Hiszpan*");
        assertThat(Inflection.forms("Oroszország", "hu")).containsExactly("Oroszország*");
        assertThat(Inflection.forms("Саудовская Аравия", "ru")).containsExactly("Саудовск* Арав*");
    }

    @Test
    void aShortNameIsListedInItsForms() {
        assertThat(Inflection.forms("Иран", "ru"))
                .contains("Ирана", "Ирану", "Ираном", "Иране")
                .doesNotContain("Иран");
        assertThat(Inflection.forms("Kuba", "pl")).contains("Kuby", "Kubie", "Kubę");
    }

    @Test
    void whatIsNotInflectedIsLeftAlone() {
        assertThat(Inflection.forms("Мали", "ru")).isEmpty();
        assertThat(Inflection.forms("Iran", "en")).isEmpty();
        assertThat(Inflection.forms("Иран*", "ru")).isEmpty();
    }

    @Test
    void theGermanicGenitive() {
        assertThat(Inflection.forms("Iran", "de")).containsExactly("Irans");
        assertThat(Inflection.forms("Zypern", "sv")).containsExactly("Zyperns");
        assertThat(Inflection.forms("Honduras", "de")).isEmpty();
    }
}
