package io.tocsin.bench;

import io.tocsin.stream.tag.Tagger;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What it costs to load the dictionaries in a fresh JVM: seconds on the wall and of the processor, and the heap that
 * they keep. Start it once a measurement: a second load in the same JVM is quicker.
 */
public final class LoadCost {
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1024 * 1024;

    private LoadCost() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long before = heap();
        long wall = System.nanoTime();
        long processor = processor();
        Tagger tagger = Tagger.load();
        double seconds = (System.nanoTime() - wall) / NANOS;
        double processorSeconds = (processor() - processor) / NANOS;
        double kept = (heap() - before) / MEGABYTE;
        out.printf(
                Locale.ROOT,
                "dictionaries %s: loaded in %.2f s (%.2f s of the loading thread's processor time), %.0f MB of heap kept%n",
                tagger.version(),
                seconds,
                processorSeconds,
                kept);
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Bytes in use once what nobody needs is gone. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
