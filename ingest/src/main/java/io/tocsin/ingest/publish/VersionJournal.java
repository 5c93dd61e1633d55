package io.tocsin.ingest.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.publish.ArticleVersions.Known;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to which each version that the broker has is added as a line, so that a process that was killed goes on counting
 * where it was. A line that was cut off by the end of the process is no line. Safe for use by any thread.
 */
final class VersionJournal {
    private static final Logger LOG = LoggerFactory.getLogger(VersionJournal.class);

    private final @Nullable Path file;
    private @Nullable OutputStream out;
    private boolean broken;

    /**
     * Makes one; nothing is opened yet.
     *
     * @param file null keeps nothing
     */
    VersionJournal(@Nullable Path file) {
        this.file = file;
    }

    /** What stands there, the latest last; the file is written anew without what is outdated. */
    synchronized List<Known> read() {
        Path from = file;
        if (from == null || !Files.exists(from)) {
            return List.of();
        }
        Map<String, Known> latest = new LinkedHashMap<>();
        int lines = 0;
        try (InputStream in = Files.newInputStream(from);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                Known one = known(line);
                if (one != null) {
                    latest.remove(one.id());
                    latest.put(one.id(), one);
                }
            }
        } catch (IOException e) {
            LOG.warn("which versions were published is forgotten: {} cannot be read", from, e);
            return List.of();
        }
        List<Known> all = new ArrayList<>(latest.values());
        List<Known> kept = all.subList(Math.max(0, all.size() - ArticleVersions.MOST), all.size());
        if (lines > kept.size()) {
            rewrite(from, kept);
        }
        return List.copyOf(kept);
    }

    private static void rewrite(Path file, List<Known> kept) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream to = new java.io.BufferedOutputStream(Files.newOutputStream(fresh))) {
                for (Known one : kept) {
                    to.write(line(one));
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written anew", file, e);
        }
    }

    private static @Nullable Known known(String line) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            if (json == null || json.size() != 5) {
                return null;
            }
            return new Known(
                    json.get(0).asText(),
                    json.get(1).asInt(),
                    json.get(2).asText(),
                    Kind.valueOf(json.get(3).asText()),
                    Instant.parse(json.get(4).asText()));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static byte[] line(Known one) {
        ArrayNode json = Json.MAPPER
                .createArrayNode()
                .add(one.id())
                .add(one.version())
                .add(one.hash())
                .add(one.kind().name())
                .add(one.firstSeenAt().toString());
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Adds a line; a failure is logged once and costs the numbering of versions over a restart. */
    synchronized void write(Known one) {
        Path to = file;
        if (to == null || broken) {
            return;
        }
        try {
            OutputStream open = out;
            if (open == null) {
                Files.createDirectories(to.toAbsolutePath().getParent());
                open = Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                out = open;
            }
            open.write(line(one));
        } catch (IOException e) {
            broken = true;
            LOG.warn("which versions are published cannot be kept in {}", to, e);
        }
    }

    synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            LOG.debug("{} was not closed cleanly", file, e);
        }
        out = null;
    }
}
