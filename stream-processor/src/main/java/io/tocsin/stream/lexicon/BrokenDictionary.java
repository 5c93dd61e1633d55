package io.tocsin.stream.lexicon;

import java.util.List;
import java.util.stream.Collectors;

/** A dictionary that cannot be used, with everything that is wrong in it. */
public final class BrokenDictionary extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<DictionaryProblem> problems;

    /** With one problem at least. */
    public BrokenDictionary(List<DictionaryProblem> problems) {
        super(problems.stream().map(DictionaryProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files and lines. */
    public List<DictionaryProblem> problems() {
        return problems;
    }
}
