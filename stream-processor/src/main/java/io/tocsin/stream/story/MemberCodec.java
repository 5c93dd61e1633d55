package io.tocsin.stream.story;

import io.tocsin.events.codec.EventCodec;
import io.tocsin.events.codec.UnreadableEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * {@link StoryIndex.Member} as bytes for the state store, version 3: every article of three days is held so, and most of
 * it are hashes, which JSON would spell.
 */
public final class MemberCodec implements EventCodec<StoryIndex.Member> {
    private static final int VERSION = 3;

    @Override
    public byte[] encode(StoryIndex.Member member) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(member.articleId());
            out.writeUTF(member.storyId());
            out.writeLong(member.arrivedAt().toEpochMilli());
            out.writeBoolean(member.copy());
            write(out, member.fingerprint().bytes());
            write(out, member.facts().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    @Override
    public StoryIndex.Member decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new UnreadableEvent("a member of version " + version + ", not " + VERSION);
            }
            String articleId = in.readUTF();
            String storyId = in.readUTF();
            Instant arrivedAt = Instant.ofEpochMilli(in.readLong());
            boolean copy = in.readBoolean();
            Fingerprint fingerprint = Fingerprint.of(read(in));
            return new StoryIndex.Member(articleId, storyId, arrivedAt, fingerprint, ArticleFacts.of(read(in)), copy);
        } catch (IOException e) {
            throw new UnreadableEvent("not a member: " + e.getMessage(), e);
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        return in.readNBytes(in.readUnsignedShort());
    }
}
