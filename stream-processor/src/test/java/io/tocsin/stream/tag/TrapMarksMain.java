package io.tocsin.stream.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the {@code knownMistake} of every row of a trap file anew, from what the dictionaries on the class path get
 * wrong. A row that was right and is marked now is a step back: look at the difference before it is kept.
 */
final class TrapMarksMain {
    private TrapMarksMain() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        TrapSet marked =
                TrapSet.parse(Files.readString(file)).marked(Tagger.load().session());
        Files.writeString(file, marked.lines());
        System.out.print(marked.summary(TrapRow::trap));
    }
}
