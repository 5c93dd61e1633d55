package io.tocsin.standalone;

import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.InvalidSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this JVM: one node, KRaft, listening on loopback only, its data in a folder. It rests on classes of
 * Kafka that are no public API, and is the only one to do so.
 */
public final class EmbeddedBroker implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String NODE = "1";
    private static final String CONTROLLER = "CONTROLLER";

    private final Path data;
    private final int port;
    private @Nullable KafkaRaftServer server;

    /**
     * A broker that is not started yet.
     *
     * @param data its folder; made when missing, kept when the broker is closed
     * @param port 0 takes a free one
     */
    public EmbeddedBroker(Path data, int port) throws IOException {
        this.data = data;
        this.port = port == 0 ? freePort() : port;
    }

    @Override
    public String name() {
        return "embedded-broker";
    }

    /** Where clients find it once it is started. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() throws Exception {
        // A broker that gives up would end the JVM, and with it everything else here.
        Exit.setExitProcedure((status, message) -> LOG.error("the embedded broker gave up: {} {}", status, message));
        Exit.setHaltProcedure((status, message) -> LOG.error("the embedded broker gave up: {} {}", status, message));
        Files.createDirectories(data);
        refuseIfTaken();
        Properties properties = properties(freePort());
        format();
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server = starting;
        starting.startup();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The broker itself would say so in a stack trace only. */
    private void refuseIfTaken() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new InvalidSettings(
                    List.of("port " + port + " is taken, perhaps by another tocsin: stop it, or choose"
                            + " another with kafka.embedded-port or TOCSIN_KAFKA_EMBEDDED_PORT"));
        }
    }

    private void format() throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .setNodeId(Integer.parseInt(NODE))
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLER)
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setIgnoreFormatted(true)
                .run();
    }

    private Properties properties(int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", NODE);
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("listeners", "BROKER://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("log.dirs", data.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "1");
        properties.put("num.io.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        properties.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        return properties;
    }

    @Override
    public CheckResult check() {
        return server == null ? CheckResult.unavailable("not started") : CheckResult.ok(bootstrapServers());
    }

    @Override
    public void close() {
        KafkaRaftServer running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            server = null;
        }
    }
}
