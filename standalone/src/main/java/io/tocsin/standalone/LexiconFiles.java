package io.tocsin.standalone;

import io.tocsin.runtime.InvalidSettings;
import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.UserDictionary;
import io.tocsin.stream.tag.Tagger;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files in which users add to the dictionaries and switch entries off. */
final class LexiconFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LexiconFiles() {}

    /**
     * The dictionaries that come with Tocsin, with the changes of these files.
     *
     * @param places files, or folders (their {@code .txt} files, by name)
     * @throws InvalidSettings with every problem in every file
     */
    static Tagger tagger(List<String> places) {
        List<String> problems = new ArrayList<>();
        List<DictionaryFile> files = new ArrayList<>();
        for (String place : places) {
            for (Path file : files(Path.of(place), problems)) {
                try {
                    String text = Files.readString(file);
                    files.add(new DictionaryFile(
                            file.toString(), text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
                } catch (IOException e) {
                    problems.add(file + ": " + reason(e));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        try {
            return Tagger.load(UserDictionary.parse(files));
        } catch (BrokenDictionary e) {
            throw new InvalidSettings(
                    e.problems().stream().map(DictionaryProblem::toString).toList());
        }
    }

    private static List<Path> files(Path place, List<String> problems) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> listed = Files.list(place)) {
            List<Path> files = listed.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                problems.add(place + ": holds no .txt file: put one there or leave the folder out");
            }
            return files;
        } catch (IOException e) {
            problems.add(place + ": " + reason(e));
            return List.of();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        return e instanceof CharacterCodingException
                ? "not UTF-8: save it as UTF-8"
                : "cannot be read: " + e.getMessage();
    }
}
