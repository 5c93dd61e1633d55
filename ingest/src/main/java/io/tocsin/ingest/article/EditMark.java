package io.tocsin.ingest.article;

import io.tocsin.events.Revision.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What newsrooms put before or after a title that was wrong: {@code Correction: ...}, {@code ... (Corrected)}. The words
 * are in {@code edit-marks.tsv}. Pure; safe for use by any thread.
 */
final class EditMark {
    private static final Map<String, Kind> WORDS = words();

    /** Up to four words at the beginning, set off by a colon, a dash, a bar or brackets. */
    private static final Pattern BEFORE = Pattern.compile(
            "^\\s*(?:[\\[(\\u3010]\\s*([^\\])\\u3011]{2,40}?)\\s*[\\])\\u3011]|([^:\\uff1a|\\u2013\\u2014-]{2,40}?)\\s*(?:[:\\uff1a|]|[\\u2013\\u2014-]\\s))");

    /** The same at the end, in brackets only. */
    private static final Pattern AFTER = Pattern.compile("[\\[(]\\s*([^\\])]{2,40}?)\\s*[\\])]\\s*$");

    private EditMark() {}

    /** What the title says of itself, or null when it says nothing. */
    static @Nullable Kind of(String title) {
        Kind before = first(BEFORE.matcher(title));
        return before == null ? first(AFTER.matcher(title)) : before;
    }

    private static @Nullable Kind first(Matcher mark) {
        if (!mark.find()) {
            return null;
        }
        for (int group = 1; group <= mark.groupCount(); group++) {
            String words = mark.group(group);
            if (words != null) {
                return WORDS.get(words.strip().toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }

    private static Map<String, Kind> words() {
        Map<String, Kind> words = new HashMap<>();
        try (InputStream in = EditMark.class.getResourceAsStream("edit-marks.tsv")) {
            if (in == null) {
                throw new IllegalStateException("edit-marks.tsv is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    words.put(fields[1].toLowerCase(Locale.ROOT), Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
