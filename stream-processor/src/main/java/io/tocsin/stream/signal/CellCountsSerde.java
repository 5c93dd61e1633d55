package io.tocsin.stream.signal;

import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.events.codec.UnreadableEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@link CellCounts} as bytes for the state store, version 1: counts as they are, in the order of their keys, so that
 * equal cells are equal bytes.
 */
public final class CellCountsSerde {
    private static final int VERSION = 1;

    private CellCountsSerde() {}

    public static byte[] encode(CellCounts cell) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(cell.lexicon);
            out.writeLong(cell.knownDays.newest());
            out.writeLong(cell.knownDays.before());
            out.writeShort(cell.hours.size());
            for (CellCounts.Hour hour : cell.hours) {
                out.writeInt((int) hour.hour);
                out.writeInt(hour.stories);
                out.writeInt(hour.articles);
                out.writeInt(hour.copies);
                out.writeInt(hour.threats);
                out.writeInt(hour.acts);
                out.writeDouble(hour.escalation);
            }
            out.writeInt((int) cell.newestDay);
            for (long day = cell.newestDay - CellCounts.DAYS + 1; day <= cell.newestDay; day++) {
                out.writeShort(cell.storiesOn(day));
            }
            out.writeInt(cell.ownerLastHour.size());
            for (Map.Entry<String, Long> owner : new TreeMap<>(cell.ownerLastHour).entrySet()) {
                out.writeUTF(owner.getKey());
                out.writeInt(owner.getValue().intValue());
            }
            out.writeByte(cell.stories.size());
            for (String story : cell.stories) {
                out.writeUTF(story);
            }
            out.writeByte(cell.evidence.size());
            for (EvidenceArticle article : cell.evidence) {
                byte[] json = Json.MAPPER.writeValueAsBytes(article);
                out.writeInt(json.length);
                out.write(json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
            cell.lexicon = in.readUTF();
            cell.knownDays = new KnownDays(in.readLong(), in.readLong());
            for (int i = in.readShort(); i > 0; i--) {
                CellCounts.Hour hour = new CellCounts.Hour(in.readInt());
                hour.stories = in.readInt();
                hour.articles = in.readInt();
                hour.copies = in.readInt();
                hour.threats = in.readInt();
                hour.acts = in.readInt();
                hour.escalation = in.readDouble();
                cell.hours.addLast(hour);
            }
            cell.newestDay = in.readInt();
            for (long day = cell.newestDay - CellCounts.DAYS + 1; day <= cell.newestDay; day++) {
                cell.storiesByDay[CellCounts.slot(day)] = in.readUnsignedShort();
            }
            for (int i = in.readInt(); i > 0; i--) {
                String owner = in.readUTF();
                cell.ownerLastHour.put(owner, (long) in.readInt());
            }
            for (int i = in.readByte(); i > 0; i--) {
                cell.stories.addLast(in.readUTF());
            }
            for (int i = in.readByte(); i > 0; i--) {
                cell.evidence.addLast(Json.MAPPER.readValue(in.readNBytes(in.readInt()), EvidenceArticle.class));
            }
            return cell;
        } catch (IOException e) {
            throw new UnreadableEvent("not a cell: " + e.getMessage(), e);
        }
    }
}
