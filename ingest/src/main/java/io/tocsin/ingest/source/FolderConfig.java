package io.tocsin.ingest.source;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder to be watched.
 *
 * @param path is made when it does not exist
 * @param interval between two looks
 * @param sourceId the source of documents that do not say where they stand on the web
 */
public record FolderConfig(Path path, Duration interval, String sourceId) {}
