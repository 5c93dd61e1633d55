package io.tocsin.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** The image by itself. */
@Tag("containers")
class ImageIT {
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final int TO_STOP_SECONDS = 25;

    /** As {@code docker/compose.yaml} runs it: nothing can be written but {@code /data} and {@code /tmp}. */
    @Test
    void aRoleIsHealthyOnAReadOnlyRootWithoutPrivilegesAndStopsWhenTold() throws Exception {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer(ContainerKafka.IMAGE)
                        .withNetwork(network)
                        .withListener("broker:19092");
                GenericContainer<?> tocsin = new GenericContainer<>(TocsinImage.name())) {
            kafka.start();
            tocsin.withNetwork(network)
                    .withEnv("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "broker:19092")
                    .withCommand("process")
                    .withCreateContainerCmdModifier(create -> {
                        create.getHostConfig()
                                .withReadonlyRootfs(true)
                                .withMemory(1L << 30)
                                .withTmpFs(Map.of("/tmp", "exec,mode=1777"))
                                .withCapDrop(Capability.ALL);
                    })
                    .waitingFor(Wait.forHealthcheck().withStartupTimeout(TO_START))
                    .start();

            ExecResult user = tocsin.execInContainer("id", "--user");
            assertThat(user.getStdout().trim()).isEqualTo("10001");

            DockerClient docker = DockerClientFactory.lazyClient();
            docker.stopContainerCmd(tocsin.getContainerId())
                    .withTimeout(TO_STOP_SECONDS)
                    .exec();
            Long exit = docker.inspectContainerCmd(tocsin.getContainerId())
                    .exec()
                    .getState()
                    .getExitCodeLong();
            assertThat(exit).as("137 is: killed, it did not stop").isIn(0L, 143L);
        }
    }

    @Test
    void runsOneShotCommands() {
        try (GenericContainer<?> tocsin = new GenericContainer<>(TocsinImage.name())) {
            tocsin.withCommand("--version")
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(TO_START))
                    .start();
            assertThat(tocsin.getLogs()).containsIgnoringCase("tocsin");
        }
    }
}
