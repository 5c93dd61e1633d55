package io.tocsin.stream.country;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that make a {@link Gazetteer}, by name. */
final class DictionaryFiles {
    static final List<String> PHRASE_FILES = List.of(
            "names.tsv",
            "demonyms.tsv",
            "peoples.tsv",
            "leaders.tsv",
            "more.tsv",
            "codes.tsv",
            "institutions.tsv",
            "masks.tsv");
    static final String CITIES = "cities.tsv";
    static final String REGIONS = "regions.tsv";
    static final String WORDS = "words.tsv";
    static final String NEIGHBOURS = "neighbours.tsv";

    private final Map<String, GazetteerFile> files = new TreeMap<>();
    private String digest = "";

    private DictionaryFiles() {}

    /** Where the bytes of a file come from; null when there is no such file. */
    @FunctionalInterface
    private interface Reader {
        byte @Nullable [] read(String name) throws IOException;
    }

    /** The files that ship with Tocsin. */
    static DictionaryFiles shipped() {
        return read(DictionaryFiles::shipped);
    }

    /**
     * The files of a folder.
     *
     * @param completed whether those that are missing there are the ones that ship with Tocsin
     */
    static DictionaryFiles of(Path folder, boolean completed) {
        return read(name -> {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            return completed ? shipped(name) : null;
        });
    }

    private static byte @Nullable [] shipped(String name) throws IOException {
        try (InputStream in = DictionaryFiles.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static DictionaryFiles read(Reader reader) {
        DictionaryFiles read = new DictionaryFiles();
        MessageDigest sha256 = sha256();
        List<String> names = new ArrayList<>(PHRASE_FILES);
        names.addAll(List.of(CITIES, REGIONS, WORDS, NEIGHBOURS));
        for (String name : names) {
            try {
                byte[] bytes = reader.read(name);
                if (bytes == null) {
                    throw new GazetteerException(name, 0, "is missing");
                }
                sha256.update(name.getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
                read.files.put(name, GazetteerFile.parse(name, new String(bytes, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new GazetteerException(name, "cannot be read", e);
            }
        }
        read.digest = HexFormat.of().formatHex(sha256.digest());
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of all files and their names, in hexadecimal digits. */
    String digest() {
        return digest;
    }

    /** All of them, by name. */
    Iterable<GazetteerFile> all() {
        return files.values();
    }

    /** The rows of the file of a name. */
    List<GazetteerFile.Row> rows(String name) {
        GazetteerFile file = files.get(name);
        if (file == null) {
            throw new GazetteerException(name, 0, "is missing");
        }
        return file.rows();
    }
}
