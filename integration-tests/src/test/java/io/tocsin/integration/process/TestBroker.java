package io.tocsin.integration.process;

import io.tocsin.integration.containers.ContainerKafka;
import io.tocsin.standalone.EmbeddedBroker;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A broker for a test: in this JVM, or in a container when {@code -Dtocsin.test.kafka=container} says so. */
final class TestBroker implements AutoCloseable {
    private final @Nullable EmbeddedBroker embedded;

    private TestBroker(@Nullable EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    static TestBroker start(Path folder) throws Exception {
        if (ContainerKafka.isWanted()) {
            return new TestBroker(null);
        }
        return embedded(folder, 0);
    }

    /** One in this JVM, on that port. */
    static TestBroker embedded(Path folder, int port) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(folder, port);
        broker.start();
        return new TestBroker(broker);
    }

    String bootstrapServers() {
        return embedded == null ? ContainerKafka.bootstrapServers() : embedded.bootstrapServers();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
