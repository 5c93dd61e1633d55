package io.tocsin.stream.lexicon;

/**
 * Something wrong in a dictionary.
 *
 * @param file name of the resource, such as {@code escalation/en.txt}
 * @param line from 1; 0 when it is about the file as a whole
 */
public record DictionaryProblem(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
