package io.tocsin.runtime;

import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The components of a process: started in order, closed in reverse. When one does not start, those before it are
 * closed. It may be closed while it starts: a component whose start takes long ends it when it is closed. Safe for use
 * by any thread.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final List<Component> components;
    private final Deque<Component> started = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public Lifecycle(List<Component> components) {
        this.components = List.copyOf(components);
    }

    /**
     * Starts all.
     *
     * @throws Exception what the first that did not start threw, with all others closed
     */
    public void start() throws Exception {
        for (Component component : components) {
            if (closed) {
                throw new IllegalStateException("closed while starting");
            }
            started.push(component);
            try {
                component.start();
                LOG.info("started {}", component.name());
            } catch (Exception | Error e) {
                close();
                throw e;
            }
            if (closed) {
                component.close();
            }
        }
    }

    /** How each component is, in order. */
    public Map<String, CheckResult> check() {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        for (Component component : components) {
            results.put(component.name(), component.check());
        }
        return results;
    }

    /** Closes what was started, last first; a failure to close one does not spare the others. Idempotent. */
    @Override
    public void close() {
        closed = true;
        List<RuntimeException> failures = new ArrayList<>();
        for (Component component = started.poll(); component != null; component = started.poll()) {
            try {
                component.close();
                LOG.info("stopped {}", component.name());
            } catch (RuntimeException e) {
                LOG.error("could not stop {}", component.name(), e);
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
