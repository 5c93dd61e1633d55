package io.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            HTTP://Example.COM,                                    http://example.com/
            https://example.com:443/a,                             https://example.com/a
            http://example.com:8080/a,                             http://example.com:8080/a
            https://user:pw@example.com/a#part,                    https://example.com/a
            https://example.com/a?utm_source=x&id=7&fbclid=y,      https://example.com/a?id=7
            https://example.com/a?b=2&a=1,                         https://example.com/a?b=2&a=1
            https://example.com/a?utm_medium=rss,                  https://example.com/a
            https://example.com/a/../b/./c,                        https://example.com/b/c
            https://example.com/%7euser/%c3%a9,                    https://example.com/~user/%C3%A9
            https://example.com/é,                                 https://example.com/%C3%A9
            https://bücher.example/x,                              https://xn--bcher-kva.example/x
            https://www.google.com/amp/s/www.example.com/news/1,   https://www.example.com/news/1
            https://www-example-com.cdn.ampproject.org/c/s/www.example.com/n?amp=1, https://www.example.com/n
            https://example.com/a?amp=1&p=2,                       https://example.com/a?p=2
            //example.com/x,                                       https://example.com/x
            """)
    void writesAnAddressInOneForm(String written, String canonical) {
        assertThat(CanonicalUrl.of(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "mailto:a@example.com",
                "ftp://example.com/",
                "not an address",
                "http://",
                "http://a b/",
                "http://x:99999/",
                "javascript:alert(1)"
            })
    void whatIsNoWebAddressIsNone(String written) {
        assertThat(CanonicalUrl.of(written)).isNull();
    }

    @Test
    void isStable() {
        CanonicalUrl once = CanonicalUrl.of("HTTPS://Example.com:443/a%2fb/../c?x=%20&utm_id=1#y");
        assertThat(once).isNotNull();
        assertThat(CanonicalUrl.of(String.valueOf(once))).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://www.example.com/news/1/,   http://example.com/news/1
            https://m.example.com/news/1,      https://www.example.com/news/1
            https://amp.example.com/news/1,    https://example.com/news/1
            https://example.com/news/1/amp/,   https://example.com/news/1
            """)
    void theDoorsOfAPageAreOnePage(String one, String other) {
        assertThat(String.valueOf(CanonicalUrl.of(one))).isNotEqualTo(String.valueOf(CanonicalUrl.of(other)));
        assertThat(identity(one)).isEqualTo(identity(other));
    }

    private static String identity(String url) {
        CanonicalUrl canonical = CanonicalUrl.of(url);
        assertThat(canonical).isNotNull();
        return canonical == null ? "" : canonical.identity();
    }

    @Test
    void resolvesReferences() {
        assertThat(CanonicalUrl.resolve("https://example.com/a/b", "c?d=1")).hasToString("https://example.com/a/c?d=1");
        assertThat(CanonicalUrl.resolve("https://example.com/a/b", "/c")).hasToString("https://example.com/c");
        assertThat(CanonicalUrl.resolve("https://example.com/a/b", "http://other.example/"))
                .hasToString("http://other.example/");
        assertThat(CanonicalUrl.resolve(null, "/c")).isNull();
    }
}
