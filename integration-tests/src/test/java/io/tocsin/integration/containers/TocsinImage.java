package io.tocsin.integration.containers;

import io.tocsin.integration.dashboards.DockerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of {@code docker/Dockerfile} with the distribution that the build has made, or the one that {@code
 * -Dtocsin.distribution} names. Built once in a JVM, removed when it ends.
 */
final class TocsinImage {
    private static final String NAME = "tocsin:integration-test";

    private TocsinImage() {}

    /** The image's name; the first call builds it. */
    static String name() {
        return Built.NAME_OF_BUILT;
    }

    private static final class Built {
        static final String NAME_OF_BUILT = build();

        private static String build() {
            String given = System.getProperty("tocsin.distribution", "");
            Path distribution =
                    given.isEmpty() ? DockerFolder.root().resolve("standalone/target/tocsin") : Path.of(given);
            Path libraries = distribution.resolve("lib");
            if (!Files.isDirectory(libraries)) {
                throw new IllegalStateException("no distribution in " + libraries + ": mvn package makes it");
            }
            return new ImageFromDockerfile(NAME, true)
                    .withFileFromPath("lib", libraries)
                    .withFileFromPath("Dockerfile", DockerFolder.path("Dockerfile"))
                    .get();
        }
    }
}
