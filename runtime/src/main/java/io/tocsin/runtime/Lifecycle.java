package io.tocsin.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The components of a process: started in order, closed in reverse. When one does not start, it and those before it
 * are closed. Started once and closed for good; safe for use by any thread.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final List<Component> components;
    /** Held by whoever starts or closes components. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Deque<Component> started = new ArrayDeque<>();
    private final Object state = new Object();
    private boolean closing;
    private @Nullable Component starting;

    /**
     * A lifecycle that is not started yet.
     *
     * @param components in the order in which they start; no two have the same name
     */
    public Lifecycle(List<Component> components) {
        this.components = List.copyOf(components);
        Set<String> names = new HashSet<>();
        for (Component component : this.components) {
            if (!names.add(component.name())) {
                throw new IllegalArgumentException("two components named " + component.name());
            }
        }
    }

    /**
     * Starts all; throws what the first that did not start threw, with all others closed.
     *
     * @throws InterruptedException when it is closed meanwhile
     */
    public void start() throws Exception {
        turn.lock();
        try {
            for (Component component : components) {
                begin(component);
                component.start();
                end();
                LOG.info("started {}", component.name());
            }
        } catch (Exception | Error e) {
            LOG.debug("did not start", e);
            try {
                closeStarted();
            } catch (RuntimeException | Error failure) {
                e.addSuppressed(failure);
            }
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void begin(Component component) throws InterruptedException {
        synchronized (state) {
            refuseIfClosing();
            starting = component;
        }
        started.push(component);
    }

    private void end() throws InterruptedException {
        synchronized (state) {
            starting = null;
            refuseIfClosing();
        }
    }

    private void refuseIfClosing() throws InterruptedException {
        if (closing) {
            throw new InterruptedException("closed");
        }
    }

    /** How each component is, in order; one that cannot say is unavailable. */
    public Map<String, CheckResult> check() {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        for (Component component : components) {
            results.put(component.name(), check(component));
        }
        return results;
    }

    private static CheckResult check(Component component) {
        try {
            return component.check();
        } catch (RuntimeException e) {
            LOG.warn("cannot check {}", component.name(), e);
            return CheckResult.unavailable("cannot be checked: " + e);
        }
    }

    /**
     * Closes what was started, last first; a failure to close one does not spare the others. A start that is under way
     * ends: the component that it waits for is closed. Idempotent.
     */
    @Override
    public void close() {
        Component waiting;
        synchronized (state) {
            closing = true;
            waiting = starting;
        }
        if (waiting != null && !turn.isHeldByCurrentThread()) {
            try {
                waiting.close();
            } catch (RuntimeException e) {
                LOG.warn("could not stop {} while it started", waiting.name(), e);
            }
        }
        turn.lock();
        try {
            closeStarted();
        } finally {
            turn.unlock();
        }
    }

    private void closeStarted() {
        synchronized (state) {
            starting = null;
        }
        Throwable first = null;
        while (!started.isEmpty()) {
            Component component = started.pop();
            try {
                component.close();
                LOG.info("stopped {}", component.name());
            } catch (RuntimeException | Error e) {
                LOG.error("could not stop {}", component.name(), e);
                first = first == null ? e : first;
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
