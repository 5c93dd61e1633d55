package io.tocsin.stream.signal;

import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.events.codec.UnreadableEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link CellCounts} as bytes for the state store, version 4: small numbers in few bytes, hours as their distance to the
 * hour before, keys in their order, so that equal cells are equal bytes. A cell is written each time it counts.
 */
public final class CellCountsSerde {
    private static final int VERSION = 4;

    /** Bytes by which a cell grows from one writing to the next, at most as a rule. */
    private static final int MORE = 256;

    private CellCountsSerde() {}

    public static byte[] encode(CellCounts cell) {
        ByteWriter out = new ByteWriter(cell.encodedSize + MORE);
        out.writeByte(VERSION);
        out.writeUTF(cell.lexicon.version());
        out.writeNumber((int) cell.lexicon.since());
        out.writeLong(cell.knownDays.newest());
        out.writeLong(cell.knownDays.before());
        out.writeNumber((int) cell.expiredHour);
        writeHours(cell, out);
        cell.days.write(out);
        cell.mix.write(out);
        cell.shadow.write(out);
        cell.profile.write(out);
        writeOwners(cell.ownerLastHour, out);
        out.writeNumber(cell.stories.size());
        for (String story : cell.stories) {
            out.writeUTF(story);
        }
        out.writeNumber(cell.evidence.size());
        for (KeptEvidence kept : cell.evidence) {
            out.writeNumber(kept.json().length);
            out.write(kept.json());
        }
        cell.conflict.write(out);
        writeCoverage(cell.coverage, out);
        byte[] encoded = out.toByteArray();
        cell.encodedSize = encoded.length;
        return encoded;
    }

    private static void writeCoverage(@Nullable Coverage coverage, ByteWriter out) {
        out.writeBoolean(coverage != null);
        if (coverage != null) {
            out.writeNumber(coverage.hour());
            out.writeNumber(coverage.day());
            out.writeNumber(coverage.week());
        }
    }

    private static void writeHours(CellCounts cell, ByteWriter out) {
        out.writeNumber(cell.hours.size());
        long before = 0;
        for (CellCounts.Hour hour : cell.hours) {
            out.writeNumber((int) (hour.hour - before));
            before = hour.hour;
            out.writeNumber(hour.stories);
            out.writeNumber(hour.articles);
            out.writeNumber(hour.copies);
            out.writeNumber(hour.threats);
            out.writeNumber(hour.acts);
            out.writeDouble(hour.escalation);
        }
    }

    private static void writeOwners(SortedMap<String, Long> lastHours, ByteWriter out) {
        out.writeNumber(lastHours.size());
        for (Map.Entry<String, Long> owner : lastHours.entrySet()) {
            out.writeUTF(owner.getKey());
            out.writeNumber(owner.getValue().intValue());
        }
    }

    /**
     * The reverse of {@link #encode}.
     *
     * @throws UnreadableEvent when the bytes are no cell of a known version
     */
    public static CellCounts decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new UnreadableEvent("a cell of version " + version + ", not " + VERSION);
            }
            CellCounts cell = new CellCounts();
            cell.lexicon = new Almanac.Lexicon(in.readUTF(), read(in));
            cell.knownDays = new KnownDays(in.readLong(), in.readLong());
            cell.expiredHour = read(in);
            readHours(cell, in);
            cell.days.read(in);
            cell.mix.read(in);
            cell.shadow.read(in);
            cell.profile.read(in);
            for (int i = read(in); i > 0; i--) {
                String owner = in.readUTF();
                cell.ownerLastHour.put(owner, (long) read(in));
            }
            for (int i = read(in); i > 0; i--) {
                cell.stories.addLast(in.readUTF());
            }
            for (int i = read(in); i > 0; i--) {
                cell.evidence.addLast(
                        new KeptEvidence(Json.MAPPER.readValue(in.readNBytes(read(in)), EvidenceArticle.class)));
            }
            cell.conflict.read(in);
            if (in.readBoolean()) {
                cell.coverage = new Coverage(read(in), read(in), read(in));
            }
            return cell;
        } catch (IOException e) {
            throw new UnreadableEvent("not a cell: " + e.getMessage(), e);
        }
    }

    private static void readHours(CellCounts cell, DataInputStream in) throws IOException {
        long before = 0;
        for (int i = read(in); i > 0; i--) {
            CellCounts.Hour hour = new CellCounts.Hour(before + read(in));
            before = hour.hour;
            hour.stories = read(in);
            hour.articles = read(in);
            hour.copies = read(in);
            hour.threats = read(in);
            hour.acts = read(in);
            hour.escalation = in.readDouble();
            cell.hours.addLast(hour);
        }
    }

    /** The reverse of {@link ByteWriter#writeNumber}. */
    static int read(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return number;
            }
        }
        throw new IOException("a number without an end");
    }
}
