package io.tocsin.ingest.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpmlTest {
    private static List<SourceConfig> load(String place) {
        return SourceFile.load(List.of(place), SourceConfig.DEFAULT_INTERVAL, Map.of());
    }

    private static Opml.Imported read(String opml) {
        return Opml.read(opml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsExportedIsImportedAsItWas(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(folder.resolve("mine.yaml"), """
                - {id: "a <b> & \\"c\\"", url: "https://a.example/feed?x=1&y=2", interval: 90s, language: sr-Latn}
                - {id: b, url: "https://b.example/sitemap.xml", kind: sitemap, owner: b-press, country: XK, tier: 3}
                - {id: c, url: "http://c.example/"}
                """);
        for (String place : List.of(list.toString(), SourceFile.BUNDLED)) {
            List<SourceConfig> sources = load(place);
            Opml.Imported imported = read(Opml.write(sources, "A & B"));
            assertThat(imported.skipped()).isEmpty();
            assertThat(imported.sources()).containsExactlyInAnyOrderElementsOf(sources);
            Path yaml = Files.writeString(folder.resolve("imported.yaml"), SourceYaml.write(imported.sources()));
            assertThat(load(yaml.toString())).isEqualTo(imported.sources());
        }
    }

    @Test
    void readsWhatOthersExport() {
        Opml.Imported imported = read("""
                <?xml version="1.0"?>
                <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <opml version="1.0"><head><title>Mine</title></head><body>
                  <outline text="Pôrts &amp; Seas" title="x"><outline>
                    <outline text="Larkhaven Pôst" type="rss" xmlUrl="https://larkhaven.example/rss" htmlUrl="https://larkhaven.example"/>
                    <outline text="Larkhaven post" type="rss" XMLURL=" https://larkhaven.example/sport " language="xx-notone"/>
                  </outline></outline>
                  <outline text="A note"/>
                  <outline text="" type="atom" xmlUrl="https://skerry.example/feed" language="pt-BR"/>
                  <outline text="Again" xmlUrl="https://skerry.example/feed"/>
                  <outline text="Inside" xmlUrl="file:///etc/passwd"/>
                </body></opml>
                """);
        assertThat(imported.sources())
                .extracting(SourceConfig::id)
                .containsExactly("larkhaven-post", "larkhaven-post-2", "skerry.example");
        assertThat(imported.sources()).extracting(SourceConfig::language).containsExactly(null, null, "pt-BR");
        assertThat(imported.sources())
                .allSatisfy(source -> assertThat(source.interval()).isEqualTo(Duration.ofMinutes(5)));
        assertThat(imported.skipped())
                .containsExactly(
                        "https://skerry.example/feed stands there twice",
                        "Inside: 'file:///etc/passwd' is not a web address");
        assertThat(read("no list at all").sources()).isEmpty();
    }
}
