package io.tocsin.stream.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What users add to the dictionaries and switch off in them, in files of their own. A heading ({@code [country]}, {@code
 * [topic en]}, {@code [escalation en]}) says which dictionary the lines below it are for, and these are written as in
 * that dictionary; below a heading that ends in {@code off} each line is an entry to leave out. Immutable and safe for
 * use by any thread.
 */
public final class UserDictionary {
    /** No file at all. */
    public static final UserDictionary NONE = new UserDictionary(List.of(), List.of(), List.of());

    private static final String OFF = "off";

    /** A kind of dictionary. */
    public enum Subject {
        COUNTRY,
        TOPIC,
        ESCALATION;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a line belongs.
     *
     * @param language its two-letter code; empty for countries
     */
    private record Heading(Subject subject, String language, boolean off) {}

    /** A heading of a file and the lines below it, where they stand in the file. */
    private record Section(Heading heading, DictionaryFile lines) {}

    private final List<DictionaryFile> files;
    private final List<Section> sections;
    private final List<DictionaryProblem> problems;

    private UserDictionary(List<DictionaryFile> files, List<Section> sections, List<DictionaryProblem> problems) {
        this.files = List.copyOf(files);
        this.sections = List.copyOf(sections);
        this.problems = List.copyOf(problems);
    }

    /** Takes the files apart; what the lines below the headings say is for the dictionaries to read. */
    public static UserDictionary parse(List<DictionaryFile> files) {
        Languages languages = Languages.load();
        List<Section> sections = new ArrayList<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile file : files) {
            sections.addAll(sections(file, languages, problems));
        }
        return new UserDictionary(files, sections, problems);
    }

    private static List<Section> sections(DictionaryFile file, Languages languages, List<DictionaryProblem> problems) {
        List<Section> sections = new ArrayList<>();
        List<DictionaryFile.Line> lines = file.lines();
        int first = 0;
        while (first < lines.size()) {
            int end = first + 1;
            while (end < lines.size() && !isHeading(lines.get(end).text())) {
                end++;
            }
            try {
                Heading heading = heading(lines.get(first).text(), languages);
                sections.add(new Section(heading, only(file, lines.subList(first + 1, end))));
            } catch (IllegalArgumentException e) {
                problems.add(file.problem(lines.get(first), String.valueOf(e.getMessage())));
            }
            first = end;
        }
        return sections;
    }

    /** Some lines of a file where they stand in it; all others are empty. */
    private static DictionaryFile only(DictionaryFile file, List<DictionaryFile.Line> lines) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (DictionaryFile.Line line : lines) {
            text.append("\n".repeat(line.number() - number)).append(line.text());
            number = line.number();
        }
        return new DictionaryFile(file.name(), text.toString());
    }

    /** Other lines in brackets are sections of the dictionary that the heading above them names. */
    private static boolean isHeading(String text) {
        return text.startsWith("[")
                && Arrays.stream(Subject.values()).anyMatch(subject -> text.matches("\\[" + subject.label() + "\\b.*"));
    }

    private static Heading heading(String text, Languages languages) {
        if (!isHeading(text)) {
            throw new IllegalArgumentException(
                    "no heading above it: write [country], [topic en] or [escalation en] there");
        }
        List<String> words =
                List.of(text.substring(1, Math.max(1, text.length() - 1)).split(" ", -1));
        Subject subject = Subject.valueOf(words.get(0).replace("]", "").toUpperCase(Locale.ROOT));
        boolean off = words.get(words.size() - 1).equals(OFF);
        boolean hasLanguage = subject != Subject.COUNTRY;
        if (!text.endsWith("]") || words.size() != 1 + (hasLanguage ? 1 : 0) + (off ? 1 : 0)) {
            String right = subject.label() + (hasLanguage ? " en" : "");
            throw new IllegalArgumentException(
                    "cannot read '" + text + "': write [" + right + "] or [" + right + " " + OFF + "]");
        }
        if (!hasLanguage) {
            return new Heading(subject, "", off);
        }
        int language = languages.number(words.get(1));
        if (language < 0) {
            throw new IllegalArgumentException("no dictionary in language '" + words.get(1) + "'; there are "
                    + String.join(", ", languages.codes()));
        }
        return new Heading(subject, languages.codes().get(language), off);
    }

    /**
     * The lines that are added to a dictionary, in the order of the files.
     *
     * @param language its two-letter code; empty for countries
     */
    public List<DictionaryFile> added(Subject subject, String language) {
        return lines(new Heading(subject, language, false));
    }

    /**
     * The entries of a dictionary to leave out, none of them met yet.
     *
     * @param language its two-letter code; empty for countries
     */
    public SwitchedOff switchedOff(Subject subject, String language) {
        return new SwitchedOff(lines(new Heading(subject, language, true)));
    }

    private List<DictionaryFile> lines(Heading heading) {
        return sections.stream()
                .filter(section -> section.heading.equals(heading))
                .map(Section::lines)
                .toList();
    }

    /** The headings that cannot be read; what is below them is left out. */
    public List<DictionaryProblem> problems() {
        return problems;
    }

    /** The files as they were written, for the version. */
    public List<DictionaryFile> files() {
        return files;
    }
}
