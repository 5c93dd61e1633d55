package io.tocsin.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The components of a process: started in order, closed in reverse. When one does not start, those before it are
 * closed. Safe for use by any thread.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final List<Component> components;
    private final Deque<Component> started = new ArrayDeque<>();

    public Lifecycle(List<Component> components) {
        this.components = List.copyOf(components);
    }

    /** Starts all; throws what the first that did not start threw, with all others closed. */
    public synchronized void start() throws Exception {
        for (Component component : components) {
            try {
                started.push(component);
                component.start();
                LOG.info("started {}", component.name());
            } catch (Exception | Error e) {
                close();
                throw e;
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
    public synchronized void close() {
        List<RuntimeException> failures = new ArrayList<>();
        while (!started.isEmpty()) {
            Component component = started.pop();
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
