package io.tocsin.stream.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dictionary as its editor wrote it.
 *
 * @param name what problems call it, such as {@code topic/en.txt}
 * @param text UTF-8; {@code #} and what follows it on a line is a comment, unless it follows a character directly
 */
public record DictionaryFile(String name, String text) {

    /**
     * A line that says something.
     *
     * @param number from 1
     * @param text without comment and outer white space; never empty
     */
    public record Line(int number, String text) {}

    /**
     * A file beside a class.
     *
     * @param folder how its name begins in problems
     * @throws IllegalStateException when it is not there
     */
    public static DictionaryFile resource(Class<?> anchor, String folder, String name) {
        return find(anchor, folder, name)
                .orElseThrow(() -> new IllegalStateException("no resource " + name + " beside " + anchor.getName()));
    }

    /** A file beside a class, if there is one. */
    public static Optional<DictionaryFile> find(Class<?> anchor, String folder, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new DictionaryFile(folder + "/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name without folder and ending: the language of {@code topic/en.txt}. */
    public String stem() {
        int dot = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('/') + 1, dot < 0 ? name.length() : dot);
    }

    /** The lines that say something, in order. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String said = raw;
            int comment = said.startsWith("#") ? 0 : said.indexOf(" #");
            if (comment >= 0) {
                said = said.substring(0, comment);
            }
            said = said.strip();
            if (!said.isEmpty()) {
                lines.add(new Line(number, said));
            }
        }
        return lines;
    }

    /** One of its lines, as problems elsewhere name it. */
    public String place(Line line) {
        return name + ":" + line.number();
    }

    /** A problem on one of its lines. */
    public DictionaryProblem problem(Line line, String message) {
        return new DictionaryProblem(name, line.number(), message);
    }
}
