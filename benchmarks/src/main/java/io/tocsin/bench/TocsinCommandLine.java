package io.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the command line as a user would, in a process of its own with an embedded broker. */
record TocsinCommandLine(Path javaHome, String classPath) {
    private static final String MAIN = "io.tocsin.standalone.TocsinMain";

    /** With the broker at a free port. */
    Process start(List<String> arguments, ProcessBuilder.Redirect output) throws IOException {
        return start(arguments, output, 0);
    }

    Process start(List<String> arguments, ProcessBuilder.Redirect output, int brokerPort) throws IOException {
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
        builder.environment().put("TOCSIN_KAFKA_EMBEDDED_PORT", Integer.toString(brokerPort));
        return builder.start();
    }
}
