package io.tocsin.ingest.source.catalogue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lists of sources as {@link SourceFile} reads them; credentials stay behind. Pure. */
public final class SourceYaml {
    private SourceYaml() {}

    /** One source a line. */
    public static String write(List<SourceConfig> sources) {
        StringBuilder yaml = new StringBuilder();
        for (SourceConfig source : sources) {
            yaml.append("- {id: ").append(quoted(source.id())).append(", url: ").append(quoted(source.url()));
            put(yaml, "kind", source.kind() == null ? null : source.kind().toString());
            put(yaml, "owner", source.owner() == null ? null : quoted(source.owner()));
            put(yaml, "country", source.country() == null ? null : quoted(source.country()));
            put(yaml, "language", source.language() == null ? null : quoted(source.language()));
            put(yaml, "tier", source.tier() == SourceConfig.DEFAULT_TIER ? null : Integer.toString(source.tier()));
            put(yaml, "interval", interval(source));
            yaml.append("}\n");
        }
        return yaml.toString();
    }

    /** The interval as lists write it, or null when it is the usual one of the source's tier. */
    static @Nullable String interval(SourceConfig source) {
        boolean usual = source.interval().equals(SourceConfig.interval(SourceConfig.DEFAULT_INTERVAL, source.tier()));
        return usual ? null : source.interval().toSeconds() + "s";
    }

    private static void put(StringBuilder yaml, String key, @Nullable String value) {
        if (value != null) {
            yaml.append(", ").append(key).append(": ").append(value);
        }
    }

    /** JSON's strings are YAML's. */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
