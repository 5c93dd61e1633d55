package io.tocsin.stream.story;

import io.tocsin.events.Family;
import io.tocsin.events.Revision;
import io.tocsin.events.Source;
import io.tocsin.events.codec.EventCodec;
import io.tocsin.events.codec.UnreadableEvent;
import io.tocsin.stream.story.StoryIndex.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link StoryIndex.Member} as bytes for the state store, version 4: every article of three days is held so, and half of
 * it are hashes, which JSON would spell. Dates that its revision refused are left out.
 */
public final class MemberCodec implements EventCodec<StoryIndex.Member> {
    private static final int VERSION = 4;

    /** The length that stands for null. */
    private static final int NULL = -1;

    @Override
    public byte[] encode(StoryIndex.Member member) {
        StoryCandidate article = member.article();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, member.storyId());
            out.writeByte(member.part().ordinal());
            write(out, article.id());
            write(out, article.url());
            write(out, article.title());
            write(out, article.language());
            write(out, article.source().id());
            write(out, article.source().owner());
            write(out, article.source().country());
            write(out, article.agency());
            write(out, article.publishedAt());
            write(out, article.arrivedAt());
            write(out, article.countedAt());
            write(out, article.countries());
            write(out, article.topics());
            out.writeDouble(article.escalation());
            out.writeBoolean(article.threat());
            out.writeBoolean(article.act());
            Family family = article.family();
            write(out, family == null ? null : family.name());
            write(out, article.queries());
            write(out, article.fingerprint().bytes());
            write(out, article.facts().bytes());
            write(out, article.lexicon());
            Revision revision = article.revision();
            out.writeInt(revision == null ? 0 : revision.version());
            if (revision != null) {
                write(out, revision.kind().name());
                write(out, revision.seenAt());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NULL);
        } else {
            write(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeLong(time == null ? Long.MIN_VALUE : time.toEpochMilli());
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    @Override
    public StoryIndex.Member decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new UnreadableEvent("a member of version " + version + ", not " + VERSION);
            }
            String storyId = text(in);
            Part part = Part.values()[in.readByte()];
            return new StoryIndex.Member(article(in), storyId, part);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnreadableEvent unreadable
                    ? unreadable
                    : new UnreadableEvent("not a member: " + e.getMessage(), e);
        }
    }

    private static StoryCandidate article(DataInputStream in) throws IOException {
        return new StoryCandidate(
                text(in),
                textOrNull(in),
                text(in),
                textOrNull(in),
                new Source(text(in), text(in), textOrNull(in)),
                textOrNull(in),
                timeOrNull(in),
                time(in),
                time(in),
                texts(in),
                texts(in),
                in.readDouble(),
                in.readBoolean(),
                in.readBoolean(),
                family(textOrNull(in)),
                texts(in),
                Fingerprint.of(bytes(in)),
                ArticleFacts.of(bytes(in)),
                text(in),
                revision(in));
    }

    private static @Nullable Revision revision(DataInputStream in) throws IOException {
        int version = in.readInt();
        return version == 0 ? null : new Revision(version, Revision.Kind.valueOf(text(in)), time(in), List.of());
    }

    private static @Nullable Family family(@Nullable String name) {
        return name == null ? null : Family.valueOf(name);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return bytes(in, in.readInt());
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new UnreadableEvent("a member that is cut off");
        }
        return bytes;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static @Nullable String textOrNull(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NULL ? null : new String(bytes(in, length), StandardCharsets.UTF_8);
    }

    private static Instant time(DataInputStream in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static @Nullable Instant timeOrNull(DataInputStream in) throws IOException {
        long millis = in.readLong();
        return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            texts.add(text(in));
        }
        return texts;
    }
}
