package io.tocsin.ingest.parse.worker;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process and whoever started it say to each other: bytes with their number before them. What comes from a
 * process is not trusted: nothing is larger than announced, and nothing is announced larger than allowed. Not safe for
 * use by several threads in one direction.
 */
final class WorkerLine {
    private static final int READY = 0x70F5149;
    private static final int FOUND = 1;
    private static final int REFUSED = 2;
    private static final int ABSENT = -1;
    private static final int MOST_AUTHORS = 100;
    private static final int LONGEST_PROPERTY = 64 * 1024;

    private final DataInputStream in;
    private final DataOutputStream out;

    WorkerLine(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 64 * 1024));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 64 * 1024));
    }

    void sayReady() throws IOException {
        out.writeInt(READY);
        out.flush();
    }

    void awaitReady() throws IOException {
        if (in.readInt() != READY) {
            throw new IOException("it said something else than that it is ready");
        }
    }

    void send(DocumentTask task) throws IOException {
        text(task.name());
        text(task.mediaType());
        out.writeInt(task.maxCharacters());
        bytes(task.bytes());
        out.flush();
    }

    DocumentTask task() throws IOException {
        String name = text(Integer.MAX_VALUE);
        String mediaType = text(Integer.MAX_VALUE);
        int maxCharacters = in.readInt();
        return new DocumentTask(name, mediaType, maxCharacters, bytes(Integer.MAX_VALUE));
    }

    void send(TextOutcome outcome) throws IOException {
        if (outcome instanceof TextOutcome.Found found) {
            out.writeInt(FOUND);
            DocumentText document = found.document();
            text(document.text());
            property(document.title());
            property(document.created());
            property(document.modified());
            property(document.language());
            List<String> authors = document.authors();
            out.writeInt(Math.min(MOST_AUTHORS, authors.size()));
            for (int i = 0; i < Math.min(MOST_AUTHORS, authors.size()); i++) {
                property(authors.get(i));
            }
        } else if (outcome instanceof TextOutcome.Refused refused) {
            out.writeInt(REFUSED);
            text(refused.reason().name());
            property(refused.detail());
        }
        out.flush();
    }

    /**
     * The answer to a task.
     *
     * @throws IOException also when what came is no answer
     */
    TextOutcome outcome(int maxCharacters) throws IOException {
        int kind = in.readInt();
        if (kind == FOUND) {
            String text = text(4 * (maxCharacters + 1));
            String title = property();
            String created = property();
            String modified = property();
            String language = property();
            int count = in.readInt();
            if (count < 0 || count > MOST_AUTHORS) {
                throw new IOException("no answer: " + count + " authors");
            }
            List<String> authors = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String author = property();
                if (author != null) {
                    authors.add(author);
                }
            }
            return new TextOutcome.Found(new DocumentText(text, title, created, modified, language, authors));
        }
        if (kind == REFUSED) {
            return new TextOutcome.Refused(reason(text(LONGEST_PROPERTY)), String.valueOf(property()));
        }
        throw new IOException("no answer begins with " + kind);
    }

    private static Reason reason(String name) throws IOException {
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        throw new IOException("no such reason");
    }

    private void property(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
        } else {
            text(value.length() > LONGEST_PROPERTY / 4 ? value.substring(0, LONGEST_PROPERTY / 4) : value);
        }
    }

    private @Nullable String property() throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : new String(exactly(length, LONGEST_PROPERTY), StandardCharsets.UTF_8);
    }

    private void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private String text(int most) throws IOException {
        return new String(bytes(most), StandardCharsets.UTF_8);
    }

    private void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private byte[] bytes(int most) throws IOException {
        return exactly(in.readInt(), most);
    }

    private byte[] exactly(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("no answer: " + length + " bytes where at most " + most + " are taken");
        }
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new IOException("it ended in the middle of an answer");
        }
        return read;
    }
}
