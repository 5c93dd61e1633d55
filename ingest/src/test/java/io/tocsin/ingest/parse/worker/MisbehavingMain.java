package io.tocsin.ingest.parse.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A process that does with a document what its name says: what a parser does that a document got the better of. */
public final class MisbehavingMain {
    private MisbehavingMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        WorkerLine line = new WorkerLine(new FileInputStream(FileDescriptor.in), out);
        line.sayReady();
        while (true) {
            DocumentTask task = line.task();
            switch (task.name()) {
                case "never-ends" -> Thread.sleep(Long.MAX_VALUE);
                case "takes-all-memory" -> takeAllMemory();
                case "ends" -> Runtime.getRuntime().halt(7);
                case "talks-nonsense" -> {
                    out.write("Segmentation fault, core dumped, have a nice day".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
                case "promises-too-much" -> {
                    out.write(new byte[] {0, 0, 0, 1, 0x7f, 0x7f, 0x7f, 0x7f});
                    out.flush();
                }
                default ->
                    line.send(new TextOutcome.Found(DocumentText.bare(
                            task.name() + ", environment of " + System.getenv().size())));
            }
        }
    }

    private static void takeAllMemory() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[1024 * 1024]);
        }
    }
}
