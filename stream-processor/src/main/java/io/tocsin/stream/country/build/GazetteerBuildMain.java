package io.tocsin.stream.country.build;

import java.io.IOException;
import java.nio.file.Path;

/** Command line of {@link GazetteerBuilder}. */
public final class GazetteerBuildMain {

    private GazetteerBuildMain() {}

    /**
     * Rebuilds the dictionary files.
     *
     * @param args folder of the raw gazetteers, folder of the dictionary files
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: GazetteerBuildMain <folder of raw gazetteers> <folder of dictionary files>");
            System.exit(2);
        }
        new GazetteerBuilder(Path.of(args[0]), Path.of(args[1])).build();
    }
}
