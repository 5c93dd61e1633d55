package io.tocsin.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatsTest {
    private static List<WireItem> items(String text, Format format) {
        return items(WireSamples.bytes(text), format);
    }

    private static List<WireItem> items(byte[] bytes, Format format) {
        WireReading reading = WireFormats.read(bytes, null);
        if (reading instanceof Read read) {
            assertThat(read.format()).isEqualTo(format);
            return read.items();
        }
        throw new AssertionError("not read: " + reading);
    }

    @Test
    void nitfWithoutItsPicturesAndItsEntities() {
        WireItem item = items(WireSamples.NITF, Format.NITF).get(0);
        assertThat(item.id()).isEqualTo("larkhaven-77");
        assertThat(item.url()).isEqualTo("https://larkhaven.example/news/77");
        assertThat(item.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(item.summary()).isEqualTo("No crossings before the 18th.");
        assertThat(item.text())
                .startsWith("The company said on Tuesday & again today:")
                .endsWith("Flour\nBread lasts six days.")
                .doesNotContain("dock", "root:");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T08:00:00Z");
        assertThat(item.updatedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(item.authors()).containsExactly("Jo Marsh", "Lee Okafor");
        assertThat(item.language()).isEqualTo("en-GB");
    }

    @Test
    void newsMlG2WithItsPackageAndWhatItTakesBack() {
        List<WireItem> items = items(WireSamples.NEWSML_G2, Format.NEWSML_G2);
        assertThat(items).hasSize(3);
        WireItem item = items.get(0);
        assertThat(item.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(item.text()).isEqualTo("First paragraph.\nSecond.");
        assertThat(item.summary()).isEqualTo("No crossings.");
        assertThat(item.authors()).containsExactly("Jo Marsh");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(item.updatedAt()).isEqualTo("2025-11-04T10:00:00Z");
        assertThat(items.get(1).kind()).isEqualTo(Kind.RETRACTED);
        assertThat(items.get(2).title()).isEqualTo("Mill becomes school");
        assertThat(items.get(2).url()).isEqualTo("https://larkhaven.example/news/3");
    }

    @Test
    void newsMl1TakesTheLongestContent() {
        WireItem item = items(WireSamples.NEWSML_1, Format.NEWSML_1).get(0);
        assertThat(item.id()).isEqualTo("urn:newsml:larkhaven.example:20251104:55");
        assertThat(item.title()).isEqualTo("F\u00e4hren stehen still");
        assertThat(item.text()).isEqualTo("Die Reederei stellt den Verkehr ein.\nDas Brot reicht sechs Tage.");
        assertThat(item.authors()).containsExactly("Jo Marsh");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(item.language()).isEqualTo("de");
    }

    @Test
    void capAlerts() {
        WireItem item = items(WireSamples.CAP, Format.CAP).get(0);
        assertThat(item.title()).isEqualTo("Storm surge warning for the northern islands");
        assertThat(item.text()).isEqualTo("Two metres above normal.\nStay away from the shore.\nGreat Skerry");
        assertThat(item.url()).isEqualTo("https://met.larkhaven.example/9");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(item.authors()).containsExactly("Larkhaven Met");
    }

    @ParameterizedTest
    @ValueSource(strings = {WireSamples.NINJS_1, WireSamples.NINJS_2, WireSamples.NINJS_3})
    void ninjsInItsThreeVersions(String json) {
        List<WireItem> items = items(json, Format.NINJS);
        assertThat(items).filteredOn(item -> item.kind() == null).hasSize(1);
        assertThat(items.get(0).title()).isEqualTo("Ferries stop");
        assertThat(items.get(0).text()).startsWith("First.");
        assertThat(items.get(0).updatedAt()).isEqualTo("2025-11-04T10:00:00Z");
    }

    @Test
    void ninjsNamesItsAuthors() {
        assertThat(items(WireSamples.NINJS_1, Format.NINJS).get(0).authors()).containsExactly("Jo Marsh");
        assertThat(items(WireSamples.NINJS_2, Format.NINJS).get(0).authors()).containsExactly("Jo Marsh");
    }

    @Test
    void theTextWireOfIptc() {
        byte[] latin = WireSamples.IPTC_7901.getBytes(StandardCharsets.ISO_8859_1);
        WireItem item = items(latin, Format.IPTC_7901).get(0);
        assertThat(item.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(item.text())
                .isEqualTo(
                        "Larkhaven (lhn) - The company said on Tuesday that it would stop all crossings. Caf\u00e9s close.\nBread lasts six days.");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T10:30:00Z");
        String two = WireSamples.IPTC_7901 + WireSamples.IPTC_7901.replace("0077", "0078");
        assertThat(items(two, Format.IPTC_7901))
                .extracting(WireItem::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void theTextWireOfAnpa() {
        WireItem item = items(WireSamples.ANPA, Format.ANPA).get(0);
        assertThat(item.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(item.text())
                .isEqualTo("LARKHAVEN (LP) _ The company said it would stop all crossings.\nBread lasts six days.");
        assertThat(item.authors()).containsExactly("JO MARSH");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T10:30:00Z");
    }

    @Test
    void mailWithItsCharsetsAndWithoutItsAttachments() {
        WireItem item = items(WireSamples.MAIL, Format.MAIL).get(0);
        assertThat(item.id()).isEqualTo("77@larkhaven.example");
        assertThat(item.title()).isEqualTo("Ferries stop f\u00fcr two weeks");
        assertThat(item.text()).isEqualTo("The company said that caf\u00e9s close.\nBread lasts six days.");
        assertThat(item.authors()).containsExactly("J\u00f6 Marsh");
        assertThat(item.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
    }

    @Test
    void pagesOfAnArchiveThatWereThere() {
        List<WireItem> items = items(WireSamples.warc(), Format.WARC);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).url()).isEqualTo("https://larkhaven.example/news/77");
        assertThat(items.get(0).title()).isEqualTo("Ferries stop for two weeks");
        assertThat(items.get(0).text()).contains("stop all crossings to the islands");
        assertThat(items.get(0).publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
    }

    @Test
    void gdeltNamesEachPageOnce() {
        List<WireItem> events = items(WireSamples.gdeltEvents(), Format.GDELT);
        assertThat(events)
                .extracting(WireItem::url)
                .containsExactly("https://larkhaven.example/news/77", "https://larkhaven.example/news/78");
        assertThat(events.get(0).publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        WireItem page = items(WireSamples.gdeltGraph(), Format.GDELT).get(0);
        assertThat(page.title()).isEqualTo("Ferries & islands");
        assertThat(page.publishedAt()).isEqualTo("2025-11-04T08:15:00Z");
    }

    private static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Format.NITF, half(WireSamples.NITF)),
                Arguments.of(Format.NEWSML_G2, half(WireSamples.NEWSML_G2)),
                Arguments.of(Format.NEWSML_G2, "<conceptItem guid='a'><concept/></conceptItem>"),
                Arguments.of(Format.NEWSML_1, half(WireSamples.NEWSML_1)),
                Arguments.of(Format.CAP, half(WireSamples.CAP)),
                Arguments.of(Format.CAP, WireSamples.CAP.replace("identifier", "id")),
                Arguments.of(Format.NINJS, "{\"uri\":\"urn:a\",\"pubstatus\":\"usable\"}"),
                Arguments.of(Format.IPTC_7901, WireSamples.IPTC_7901.replace('\u0003', ' ')),
                Arguments.of(Format.ANPA, WireSamples.ANPA.replace('\u0003', ' ')),
                Arguments.of(Format.MAIL, WireSamples.MAIL.substring(0, WireSamples.MAIL.indexOf("preamble"))),
                Arguments.of(Format.WARC, WireSamples.warc().substring(0, 900)),
                Arguments.of(Format.GDELT, WireSamples.gdeltEvents().replace("\t\t", "\t")));
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsBroken(Format format, String text) {
        assertThat(WireFormats.read(WireSamples.bytes(text), null))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.format()).isEqualTo(format));
    }

    @Test
    void whatMustNotBeUsedIsNot() {
        assertThat(List.of(
                        WireSamples.CAP.replace("Actual", "Exercise"), WireSamples.CAP.replace(">Alert<", ">Error<")))
                .allSatisfy(text -> assertThat(WireFormats.read(WireSamples.bytes(text), null))
                        .isInstanceOf(NotForUse.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>From: a</title></item></channel></rss>",
                "<!DOCTYPE html><html><head><title>alert</title></head></html>",
                "From: the north a storm came.\n\nIt was cold.",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"uri\":\"a\",\"headline\":\"b\"}]}",
                "1\t2\t3",
                "<alert>not by anyone</alert>",
                ""
            })
    void takesNothingElse(String text) {
        assertThat(WireFormats.read(WireSamples.bytes(text), null)).isNull();
    }

    @Test
    void anyBytesEndInAnOutcome() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> samples = List.of(
                WireSamples.NITF,
                WireSamples.NEWSML_G2,
                WireSamples.NEWSML_1,
                WireSamples.CAP,
                WireSamples.NINJS_3,
                WireSamples.IPTC_7901,
                WireSamples.ANPA,
                WireSamples.MAIL,
                WireSamples.warc(),
                WireSamples.gdeltGraph());
        for (int round = 0; round < 400; round++) {
            byte[] bytes = WireSamples.bytes(samples.get(round % samples.size()));
            for (int change = 0; change < 1 + round % 12; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            WireReading reading = WireFormats.read(bytes, null);
            assertThat(reading == null
                            || (reading instanceof Read read && !read.items().isEmpty())
                            || reading instanceof Broken
                            || reading instanceof NotForUse)
                    .isTrue();
        }
    }
}
