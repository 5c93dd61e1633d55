package io.tocsin.stream.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSkeletonTest {
    @ParameterizedTest
    @CsvSource({
        "Zelensky, Зеленский",
        "Zelensky, Зеленского",
        "Zelensky, Selenskyj",
        "Zelensky, زيلينسكي",
        "Zelensky, ゼレンスキー",
        "Kadyrov, Кадыров",
        "Filashkin, Филашкин",
        "Sánchez, Sanchez"
    })
    void oneNameInTwoScriptsLeavesOneSkeleton(String one, String other) {
        assertThat(NameSkeleton.of(other, 3)).isEqualTo(NameSkeleton.of(one, 3)).isNotZero();
    }

    @Test
    void otherNamesLeaveOthers() {
        assertThat(NameSkeleton.of("Terekhov", 3)).isNotEqualTo(NameSkeleton.of("Fedorov", 3));
    }

    @Test
    void aNameWithTooFewConsonantsLeavesNone() {
        assertThat(NameSkeleton.of("Lee", 3)).isZero();
    }
}
