package io.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the command line as a user would, in a process of its own. */
record TocsinCommandLine(Path javaHome, String classPath) {
    private static final String MAIN = "io.tocsin.standalone.TocsinMain";

    /** With an embedded broker at a free port. */
    Process start(List<String> arguments, ProcessBuilder.Redirect output) throws IOException {
        return start(arguments, output, Map.of("TOCSIN_KAFKA_EMBEDDED_PORT", "0"));
    }

    /** With these settings in its environment. */
    Process start(List<String> arguments, ProcessBuilder.Redirect output, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-Xmx640m",
                "-XX:NewRatio=3",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                MAIN));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
