package io.tocsin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this process: what a piece of work takes, however busy the machine is with other things. */
public final class ProcessorTime {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long begun = system.getProcessCpuTime();

    /** Seconds on all processors together since this was made. */
    public double seconds() {
        return (system.getProcessCpuTime() - begun) / NANOS;
    }
}
