package io.tocsin.stream.lexicon;

import io.tocsin.stream.text.Fold;
import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Entries that a user's files leave out of a dictionary. A line is an entry as the dictionary writes it, or {@code
 * meaning: entry} when only one of its meanings goes, such as {@code US: Georgia}. The dictionary asks about each of its
 * entries while it is read; a line that fits none is a mistake. Not safe for use by several threads.
 */
public final class SwitchedOff {
    /** No entry at all. */
    public static final SwitchedOff NOTHING = new SwitchedOff(List.of());

    /** Entries that a problem offers instead. */
    private static final int OFFERED = 3;

    private static final class Wanted {
        private final DictionaryFile file;
        private final DictionaryFile.Line line;
        private final String meaning;
        private final String entry;
        private final String folded;
        private final TreeSet<String> near;
        private boolean met;

        private Wanted(DictionaryFile file, DictionaryFile.Line line) {
            this.file = file;
            this.line = line;
            int colon = line.text().indexOf(": ");
            meaning = colon < 0 ? "" : line.text().substring(0, colon);
            entry = colon < 0 ? line.text() : line.text().substring(colon + 2).strip();
            folded = Fold.fold(entry);
            near = new TreeSet<>(Comparator.comparingInt((String other) ->
                            Math.abs(other.length() - line.text().length()))
                    .thenComparing(Comparator.naturalOrder()));
        }

        private boolean is(Collection<String> meanings, String other) {
            return entry.equals(other) && (meaning.isEmpty() || meanings.contains(meaning));
        }

        /** Remembers an entry that finds the same words, or holds them. */
        private void compare(Collection<String> meanings, String other) {
            String stem = Fold.fold(other.split("[*+]", 2)[0]);
            if ((stem.length() >= Lexicon.MIN_PREFIX && folded.startsWith(stem)) || stem.contains(folded)) {
                near.add(
                        meaning.isEmpty() || meanings.isEmpty()
                                ? other
                                : meanings.iterator().next() + ": " + other);
                if (near.size() > OFFERED) {
                    near.pollLast();
                }
            }
        }

        private DictionaryProblem problem() {
            String offer = near.isEmpty()
                    ? "write it as the dictionary does, or take the line out"
                    : "did you mean "
                            + near.stream().map(other -> "'" + other + "'").collect(Collectors.joining(" or ")) + "?";
            return file.problem(line, "there is no entry '" + line.text() + "' to switch off: " + offer);
        }
    }

    private final List<Wanted> wanted = new ArrayList<>();

    SwitchedOff(List<DictionaryFile> files) {
        for (DictionaryFile file : files) {
            file.lines().forEach(line -> wanted.add(new Wanted(file, line)));
        }
    }

    /**
     * Whether an entry is left out.
     *
     * @param meanings what a line may say before its colon to mean this entry
     * @param entry as the dictionary writes it
     */
    public boolean takes(Collection<String> meanings, String entry) {
        boolean taken = false;
        for (Wanted one : wanted) {
            if (one.is(meanings, entry)) {
                one.met = true;
                taken = true;
            } else if (!one.met) {
                one.compare(meanings, entry);
            }
        }
        return taken;
    }

    /** The lines that no entry has fitted so far. */
    public List<DictionaryProblem> problems() {
        return wanted.stream().filter(one -> !one.met).map(Wanted::problem).toList();
    }
}
