package io.tocsin.integration.dashboards;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code docker/} of the source tree that is being tested. */
public final class DockerFolder {
    private DockerFolder() {}

    /** A path in the folder {@code docker/}. */
    public static Path path(String inside) {
        return root().resolve("docker").resolve(inside);
    }

    /** The root of the source tree: the tests run in a module's folder. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docker/compose.yaml"))) {
                return at;
            }
        }
        throw new IllegalStateException("no docker/compose.yaml in " + folder + " or above it");
    }
}
