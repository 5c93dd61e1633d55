package io.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.events.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private final Owners owners = Owners.bundled();

    @Test
    void familiesAreOneVoice() {
        assertThat(owners.source("www.bbc.co.uk", null)).isEqualTo(new Source("bbc.co.uk", "bbc", "GB"));
        assertThat(owners.source("feeds.bbci.example", null).owner()).isEqualTo("bbci.example");
        assertThat(owners.source("edition.cnn.com", null))
                .isEqualTo(new Source("edition.cnn.com", "warner-bros-discovery", "US"));
        assertThat(owners.source("https://www.aljazeera.com/news/x", null).country())
                .isEqualTo("QA");
    }

    @Test
    void unknownDomainsOwnThemselves() {
        assertThat(owners.source("news.someplace.co.uk", null))
                .isEqualTo(new Source("news.someplace.co.uk", "someplace.co.uk", "GB"));
        assertThat(owners.source("a.b.someplace.io", null))
                .isEqualTo(new Source("a.b.someplace.io", "someplace.io", null));
        assertThat(owners.source("someplace.de", "AT").country()).isEqualTo("AT");
    }

    @Test
    void anythingElseIsTakenAsItIs() {
        assertThat(owners.source("Desk 7", null)).isEqualTo(new Source("Desk 7", "Desk 7", null));
        assertThat(owners.source(null, null)).isEqualTo(new Source("unknown", "unknown", null));
        assertThat(owners.sourceOf(CanonicalUrl.of("https://www.lemonde.fr/x")).owner())
                .isEqualTo("groupe-le-monde");
    }

    @Test
    void theListIsSound() {
        Set<String> countries = Set.of(Locale.getISOCountries());
        assertThat(owners.source("reuters.com", null).country()).isIn(countries);
        assertThatThrownBy(() -> Owners.read(new ByteArrayInputStream("a.com\tx\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> Owners.read(
                        new ByteArrayInputStream("a.com\tx\tGB\na.com\ty\tGB\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("line 2");
    }
}
