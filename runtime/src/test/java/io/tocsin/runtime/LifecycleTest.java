package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LifecycleTest {
    private final List<String> story = new CopyOnWriteArrayList<>();

    /** Writes down what becomes of it. */
    private class Told implements Component {
        private final String name;

        Told(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() throws Exception {
            story.add("start " + name);
        }

        @Override
        public CheckResult check() {
            return CheckResult.ok(name + " is well");
        }

        @Override
        public void close() {
            story.add("close " + name);
        }
    }

    @Test
    void startsInOrderAndClosesInReverse() throws Exception {
        try (Lifecycle lifecycle = new Lifecycle(List.of(new Told("a"), new Told("b"), new Told("c")))) {
            lifecycle.start();
            assertThat(lifecycle.check())
                    .containsExactly(
                            java.util.Map.entry("a", CheckResult.ok("a is well")),
                            java.util.Map.entry("b", CheckResult.ok("b is well")),
                            java.util.Map.entry("c", CheckResult.ok("c is well")));
        }
        assertThat(story).containsExactly("start a", "start b", "start c", "close c", "close b", "close a");
    }

    @Test
    void whenOneDoesNotStartItAndThoseBeforeItAreClosed() {
        Component broken = new Told("b") {
            @Override
            public void start() throws Exception {
                super.start();
                throw new java.io.IOException("no port");
            }
        };
        Lifecycle lifecycle = new Lifecycle(List.of(new Told("a"), broken, new Told("c")));

        assertThatThrownBy(lifecycle::start)
                .isInstanceOf(java.io.IOException.class)
                .hasMessage("no port");
        assertThat(story).containsExactly("start a", "start b", "close b", "close a");
        lifecycle.close();
        assertThat(story).hasSize(4);
    }

    @Test
    void whyItDidNotStartIsNotHiddenByWhatThenDidNotClose() {
        Component broken = new Told("b") {
            @Override
            public void start() {
                throw new IllegalStateException("why");
            }

            @Override
            public void close() {
                throw new IllegalStateException("and then");
            }
        };
        Lifecycle lifecycle = new Lifecycle(List.of(new Told("a"), broken));

        assertThatThrownBy(lifecycle::start).hasMessage("why").satisfies(e -> assertThat(e.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("and then"));
        assertThat(story).containsExactly("start a", "close a");
        lifecycle.close();
    }

    @Test
    void oneThatDoesNotCloseSparesNoOther() throws Exception {
        Component broken = new Told("b") {
            @Override
            public void close() {
                super.close();
                throw new AssertionError("stuck");
            }
        };
        Lifecycle lifecycle = new Lifecycle(List.of(new Told("a"), broken, new Told("c")));
        lifecycle.start();
        story.clear();

        assertThatThrownBy(lifecycle::close).hasMessage("stuck");
        assertThat(story).containsExactly("close c", "close b", "close a");
    }

    @Test
    void closingTwiceClosesOnceAndWithoutAStartNothing() throws Exception {
        Lifecycle unstarted = new Lifecycle(List.of(new Told("x")));
        unstarted.close();
        assertThat(story).isEmpty();
        assertThatThrownBy(unstarted::start).isInstanceOf(InterruptedException.class);
        assertThat(story).isEmpty();

        Lifecycle lifecycle = new Lifecycle(List.of(new Told("a")));
        lifecycle.start();
        lifecycle.close();
        lifecycle.close();
        assertThat(story).containsExactly("start a", "close a");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void closingEndsAStartThatWaits() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Component waiting = new Told("b") {
            @Override
            public void start() throws Exception {
                super.start();
                waits.countDown();
                closed.await();
            }

            @Override
            public void close() {
                super.close();
                closed.countDown();
            }
        };
        Lifecycle lifecycle = new Lifecycle(List.of(new Told("a"), waiting, new Told("c")));
        ExecutorService starter = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> started = CompletableFuture.runAsync(
                    () -> {
                        try {
                            lifecycle.start();
                        } catch (Exception e) {
                            throw new java.util.concurrent.CompletionException(e);
                        }
                    },
                    starter);
            waits.await();

            lifecycle.close();

            assertThatThrownBy(started::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(story).containsExactly("start a", "start b", "close b", "close b", "close a");
        } finally {
            starter.shutdownNow();
        }
    }

    @Test
    void oneThatCannotSayHowItIsIsUnavailable() {
        Component broken = new Told("b") {
            @Override
            public CheckResult check() {
                throw new IllegalStateException("no idea");
            }
        };
        try (Lifecycle lifecycle = new Lifecycle(List.of(broken, new Told("c")))) {
            assertThat(lifecycle.check().get("b"))
                    .isEqualTo(CheckResult.unavailable("cannot be checked: java.lang.IllegalStateException: no idea"));
            assertThat(lifecycle.check().get("c")).isEqualTo(CheckResult.ok("c is well"));
        }
    }

    @Test
    void twoOfOneNameAreAMistake() {
        List<Component> twins = List.of(new Told("a"), new Told("a"));

        assertThatThrownBy(() -> new Lifecycle(twins))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two components named a");
    }
}
