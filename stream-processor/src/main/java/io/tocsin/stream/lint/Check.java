package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.List;

/** Finds one sort of mistake. Pure: the same entries in the same order give the same findings. */
@FunctionalInterface
public interface Check {

    /** What is wrong, in the order of the entries. */
    List<DictionaryProblem> problems(List<Entry> entries);
}
