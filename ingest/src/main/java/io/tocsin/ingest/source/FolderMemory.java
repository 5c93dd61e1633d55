package io.tocsin.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.fetch.Validators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON file a source in a folder, replaced as a whole. */
final class FolderMemory implements FeedMemory {
    private static final Logger LOG = LoggerFactory.getLogger(FolderMemory.class);

    private final Path folder;

    FolderMemory(Path folder) {
        this.folder = folder;
    }

    /** Ids hold characters that file names must not. */
    private Path file(String sourceId) {
        return folder.resolve(UUID.nameUUIDFromBytes(sourceId.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    @Override
    public Optional<Known> load(String sourceId) {
        Path file = file(sourceId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.MAPPER.readTree(Files.readAllBytes(file));
            Map<String, Integer> versions = new LinkedHashMap<>();
            json.path("versions")
                    .properties()
                    .forEach(one -> versions.put(one.getKey(), one.getValue().asInt()));
            Validators validators = new Validators(text(json, "etag"), text(json, "lastModified"));
            JsonNode rhythm = json.get("rhythmSeconds");
            Past past = new Past(
                    time(json, "firstSeenAt"),
                    time(json, "lastArticleAt"),
                    time(json, "newestEntryAt"),
                    rhythm == null || rhythm.isNull() ? null : rhythm.asLong());
            return Optional.of(new Known(json.path("url").asText(), validators, versions, past));
        } catch (IOException | DateTimeException e) {
            LOG.warn("what {} published before is forgotten: {} cannot be read", sourceId, file, e);
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static @Nullable Instant time(JsonNode json, String field) {
        String text = text(json, field);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String written(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    @Override
    public void save(String sourceId, Known known) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("source", sourceId)
                .put("url", known.url())
                .put("etag", known.validators().etag())
                .put("lastModified", known.validators().lastModified())
                .put("firstSeenAt", written(known.past().firstSeenAt()))
                .put("lastArticleAt", written(known.past().lastArticleAt()))
                .put("newestEntryAt", written(known.past().newestEntryAt()))
                .put("rhythmSeconds", known.past().rhythmSeconds());
        ObjectNode versions = json.putObject("versions");
        known.versions().forEach(versions::put);
        Path file = file(sourceId);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.write(fresh, Json.MAPPER.writeValueAsBytes(json));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("what {} published cannot be kept in {}", sourceId, file, e);
        }
    }
}
