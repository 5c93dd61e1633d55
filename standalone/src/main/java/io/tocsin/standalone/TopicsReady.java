package io.tocsin.standalone;

import io.tocsin.events.topic.TopicSetup;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.KafkaConnection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the broker and makes the topics. It is the only part of a process that waits: what starts after it finds a
 * broker and topics, and until then readiness says what is missing.
 */
final class TopicsReady implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsReady.class);
    private static final int ANSWER_MS = 5_000;
    private static final long AGAIN_SECONDS = 2;

    private final KafkaConnection connection;
    private final Topics topics;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CheckResult state = CheckResult.unavailable("not started");

    TopicsReady(KafkaConnection connection, Topics topics) {
        this.connection = connection;
        this.topics = topics;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public void start() throws InterruptedException {
        boolean said = false;
        while (true) {
            Map<String, Object> client = connection.client();
            client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
            client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
            try (Admin admin = Admin.create(client)) {
                TopicSetup.create(admin, topics, connection.replicationFactor());
                state = CheckResult.ok(topics.all().size() + " topics on " + connection.bootstrapServers());
                return;
            } catch (TopicSetup.TopicMismatch e) {
                throw new InvalidSettings(e.differences());
            } catch (KafkaException e) {
                String missing = "no broker at " + connection.bootstrapServers() + ": " + e.getMessage();
                state = CheckResult.unavailable(missing);
                if (!said) {
                    LOG.warn("{}; waiting for it", missing);
                    said = true;
                }
            }
            if (closed.await(AGAIN_SECONDS, TimeUnit.SECONDS)) {
                throw new InterruptedException("closed while waiting for the broker");
            }
        }
    }

    @Override
    public CheckResult check() {
        return state;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
