package io.tocsin.standalone;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * What a command line finds around it. A test brings its own.
 *
 * @param terminal whether somebody is looking: then there are progress bars and colours
 * @param interrupted counts down when the process is asked to stop (Ctrl-C)
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        InstantSource clock,
        RandomGenerator random,
        CountDownLatch interrupted) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
