package io.tocsin.stream.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordFormsTest {
    private static final WordForms FORMS = WordForms.load();

    @Test
    void regularVerbs() {
        assertThat(FORMS.expand("en", "attack+v")).containsExactly("attack", "attacks", "attacked", "attacking");
        assertThat(FORMS.expand("en", "raze+v")).containsExactly("raze", "razes", "razed", "razing");
        assertThat(FORMS.expand("en", "deploy+v")).containsExactly("deploy", "deploys", "deployed", "deploying");
        assertThat(FORMS.expand("en", "deny+v")).containsExactly("deny", "denies", "denied", "denying");
    }

    @Test
    void irregularVerbs() {
        assertThat(FORMS.expand("en", "strike+v")).containsExactly("strike", "strikes", "struck", "striking");
    }

    @Test
    void bothSpellings() {
        assertThat(FORMS.expand("en", "mobilize+v"))
                .contains("mobilized", "mobilised", "mobilizing", "mobilising", "mobilise");
    }

    @Test
    void nouns() {
        assertThat(FORMS.expand("en", "treaty+n")).containsExactly("treaty", "treaties");
        assertThat(FORMS.expand("en", "ceasefire+n")).containsExactly("ceasefire", "ceasefires");
    }

    @Test
    void everyWordOfAPhrase() {
        assertThat(FORMS.expand("en", "air strike+n")).containsExactly("air strike", "air strikes");
    }

    @Test
    void particlesAreWrittenOntoArabicAndHebrewWords() {
        assertThat(FORMS.expand("ar", "قصف")).contains("قصف", "القصف", "والقصف", "بالقصف");
        assertThat(FORMS.expand("he", "מלחמה")).contains("מלחמה", "המלחמה", "והמלחמה");
        assertThat(FORMS.expand("ar", "=قصف")).containsExactly("قصف");
    }

    @Test
    void anUnknownMarkIsAMistake() {
        assertThatThrownBy(() -> FORMS.expand("en", "attack+x")).isInstanceOf(IllegalArgumentException.class);
    }
}
