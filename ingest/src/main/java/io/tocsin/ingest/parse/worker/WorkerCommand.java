package io.tocsin.ingest.parse.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a process is started: the Java that runs here, the classes that are loaded here, and little memory. */
final class WorkerCommand {
    private WorkerCommand() {}

    /**
     * The command line.
     *
     * @param main class with the {@code main} method
     * @param folder for temporary files
     */
    static List<String> of(String main, int heapMegabytes, Path folder) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapMegabytes + "m");
        words.add("-XX:+UseSerialGC");
        words.add("-XX:TieredStopAtLevel=1");
        words.add("-XX:MaxMetaspaceSize=128m");
        words.add("-XX:MaxDirectMemorySize=16m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-XX:-UsePerfData");
        words.add("-Djava.awt.headless=true");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Djava.io.tmpdir=" + folder);
        words.add("-Djavax.xml.accessExternalDTD=");
        words.add("-Djavax.xml.accessExternalSchema=");
        words.add("-Djdk.xml.entityExpansionLimit=1000");
        words.add("-cp");
        words.add(classPath(System.getProperty("java.class.path")));
        words.add(main);
        return words;
    }

    /** From wherever the process runs. */
    private static String classPath(String here) {
        return Arrays.stream(here.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
