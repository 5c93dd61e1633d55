package io.tocsin.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each wire says that a report is taken back, and what of. */
class WireCancellationsTest {
    private static List<WireItem> items(String text) {
        WireReading reading = WireFormats.read(WireSamples.bytes(text), null);
        assertThat(reading).isInstanceOf(Read.class);
        return reading instanceof Read read ? read.items() : List.of();
    }

    /** A report and what takes it back. */
    static Stream<Arguments> reportsAndCancellations() {
        return Stream.of(
                Arguments.of(WireSamples.NITF, WireSamples.NITF.replace("\"usable\"", "\"canceled\"")),
                Arguments.of(
                        WireSamples.NITF,
                        "<nitf><head><docdata management-doc-idref='larkhaven-77' management-idref-status='withheld'>"
                                + "<doc-id id-string='larkhaven-78'/></docdata></head></nitf>"),
                Arguments.of(
                        single(WireSamples.NEWSML_G2),
                        "<newsItem guid='urn:newsml:larkhaven.example:20251104:1' version='3'><itemMeta>"
                                + "<pubStatus qcode='stat:canceled'/></itemMeta></newsItem>"),
                Arguments.of(
                        WireSamples.NEWSML_1,
                        WireSamples.NEWSML_1
                                .replace("\"Usable\"", "\"Canceled\"")
                                .replace("20251104:55:1", "20251104:55:2")),
                Arguments.of(
                        WireSamples.NEWSML_1.replaceAll("<ProviderId>.*?</ProviderId>", ""),
                        WireSamples.NEWSML_1
                                .replaceAll("<ProviderId>.*?</ProviderId>", "")
                                .replace("\"Usable\"", "\"Withheld\"")
                                .replace("20251104:55:1", "20251104:55:2U")),
                Arguments.of(WireSamples.NINJS_1, WireSamples.NINJS_1.replace("\"usable\"", "\"withheld\"")),
                Arguments.of(WireSamples.NINJS_2, "{\"uri\":\"urn:larkhaven:2\",\"pubstatus\":\"canceled\"}"),
                Arguments.of(single(WireSamples.NINJS_3), "[{\"uri\":\"urn:larkhaven:3\",\"pubStatus\":\"canceled\"}]"),
                Arguments.of(
                        WireSamples.CAP,
                        WireSamples.CAP
                                .replace("LH-2025-9", "LH-2025-10")
                                .replace(">Alert<", ">Cancel<")
                                .replace(
                                        "<info>",
                                        "<references>met@larkhaven.example,LH-2025-9,2025-11-04T09:30:00+01:00"
                                                + "</references><info>")),
                Arguments.of(
                        WireSamples.IPTC_7901,
                        "\u0001lhn0091 1 i 20 Larkhaven\r\nferries/islands/KILL/\r\n\u0002Ferries stop =\r\n"
                                + "   Editors, please kill LHN 0077. The company says that the ferries run.\r\n"
                                + "\u0003\r\n041130 nov 25\r\n"),
                Arguments.of(
                        WireSamples.ANPA,
                        "\u0016\u0001a1301\u001fbc-\r\nu a\u0013\u0011 bc-ferries-kill 11-04 0020\r\n"
                                + "\u0002^BC-Ferries, KILL<\r\n^BULLETIN KILL<\r\n\tEditors: Kill BC-Ferries, a1234. The"
                                + " ferries run.\r\n\u0003LP-LH-11-04-25 1130GMT\r\n\u0004"));
    }

    private static String single(String several) {
        return several.startsWith("[")
                ? several.substring(0, several.lastIndexOf("{\"uri\"")).strip().replaceAll(",$", "]")
                : several.substring(several.indexOf("<newsItem"), several.indexOf("</newsItem>") + 11)
                        .replace("<newsItem", "<newsItem xmlns:x='x'");
    }

    @ParameterizedTest
    @MethodSource("reportsAndCancellations")
    void aCancellationBearsTheNameOfWhatItTakesBack(String report, String cancellation) {
        WireItem reported = items(report).get(0);
        assertThat(reported.kind()).isNull();
        assertThat(items(cancellation)).singleElement().satisfies(taken -> {
            assertThat(taken.kind()).isEqualTo(Kind.RETRACTED);
            assertThat(taken.id()).isNotNull().isEqualTo(reported.id());
            assertThat(taken.title()).isNotBlank();
        });
    }

    @Test
    void anUpdateOfAnAlertIsAVersionOfTheFirstOneThatItNames() {
        WireItem reported = items(WireSamples.CAP).get(0);
        String update = WireSamples.CAP
                .replace("LH-2025-9", "LH-2025-11")
                .replace("09:30:00", "12:00:00")
                .replace(">Alert<", ">Update<")
                .replace("Two metres", "Three metres")
                .replace(
                        "<info>",
                        "<references>met@larkhaven.example,LH-2025-10,2025-11-04T10:30:00+01:00"
                                + " met@larkhaven.example,LH-2025-9,2025-11-04T09:30:00+01:00</references><info>");

        assertThat(items(update)).singleElement().satisfies(version -> {
            assertThat(version.kind()).isNull();
            assertThat(version.id()).isEqualTo(reported.id());
            assertThat(version.publishedAt()).isEqualTo(reported.publishedAt());
            assertThat(version.updatedAt()).isAfter(reported.publishedAt());
            assertThat(version.text()).contains("Three metres");
        });
    }

    @Test
    void anUpdateThatNamesNothingIsAnAlertOfItsOwn() {
        assertThat(items(WireSamples.CAP.replace(">Alert<", ">Update<")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.id())
                        .isEqualTo(items(WireSamples.CAP).get(0).id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<newsItem><itemMeta><pubStatus qcode='stat:canceled'/></itemMeta></newsItem>",
                "<NewsML><NewsItem><NewsManagement><Status FormalName='Canceled'/></NewsManagement></NewsItem></NewsML>",
                "<nitf><head><docdata management-status='canceled'/></head></nitf>",
                "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>a</identifier><status>Actual</status>"
                        + "<msgType>Cancel</msgType></alert>",
                "\u0001lhn0091 1 i 20 Larkhaven\r\nferries/KILL/\r\n\u0002Ferries =\r\n   Kill it.\r\n\u0003\r\n041130 nov 25\r\n",
                "\u0001a1301\u001fbc-\r\nu a bc-ferries 11-04 0020\r\n\u0002^BC-Ferries, Kill<\r\n\tKill it.\r\n"
                        + "\u0003LP-LH-11-04-25 1130GMT\r\n"
            })
    void aCancellationThatNamesNothingIsOfNoUse(String text) {
        assertThat(WireFormats.read(WireSamples.bytes(text), null))
                .isInstanceOfSatisfying(
                        NotForUse.class, reading -> assertThat(reading.detail()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Storms kill twelve =", "Kill Bill comes back to cinemas =", "Road kill: a cookbook ="})
    void newsOfKillingIsNews(String headline) {
        WireItem item = items(WireSamples.IPTC_7901.replace("Ferries stop for two weeks =", headline))
                .get(0);
        assertThat(item.kind()).isNull();
    }

    @Test
    void correctionsSaySo() {
        String newsItem =
                single(WireSamples.NEWSML_G2).replace("<itemClass", "<signal qcode='sig:correction'/><itemClass");
        assertThat(items(newsItem).get(0).kind()).isEqualTo(Kind.CORRECTED);
        WireItem nitf = items(WireSamples.NITF
                        .replace("larkhaven-77", "larkhaven-79")
                        .replace("<urgency", "<correction id-string='larkhaven-77' info='the date'/><urgency"))
                .get(0);
        assertThat(nitf.kind()).isEqualTo(Kind.CORRECTED);
        assertThat(nitf.id()).isEqualTo("larkhaven-77");
    }
}
