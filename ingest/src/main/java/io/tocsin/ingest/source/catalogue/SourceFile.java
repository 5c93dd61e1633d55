package io.tocsin.ingest.source.catalogue;

import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists of sources: YAML files, and the one that comes with Tocsin. */
public final class SourceFile {
    /** What names the list that comes with Tocsin. */
    public static final String BUNDLED = "bundled";

    private static final String RESOURCE = "sources.yaml";

    private SourceFile() {}

    /**
     * Reads lists of sources into one.
     *
     * @param places files, or {@link #BUNDLED}
     * @param interval of sources of the first tier that do not say
     * @param environment in which credentials are looked up
     * @throws InvalidSettings with everything that is wrong in any of them, each with file, line and remedy
     */
    public static List<SourceConfig> load(List<String> places, Duration interval, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        SourceReader reader = new SourceReader(interval, environment);
        for (String place : places) {
            try {
                reader.read(place, Settings.list(place, text(place)));
            } catch (InvalidSettings e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return reader.sources();
    }

    private static String text(String place) {
        if (place.equals(BUNDLED)) {
            try (InputStream in = Objects.requireNonNull(SourceFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            return Files.readString(Path.of(place), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new InvalidSettings(List.of(place + ": no such file: correct its name, or write '" + BUNDLED
                    + "' for the list that comes with Tocsin"));
        } catch (CharacterCodingException e) {
            throw new InvalidSettings(List.of(place + ": not UTF-8: save it as UTF-8"));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidSettings(List.of(place + ": cannot be read: " + e.getMessage()));
        }
    }
}
