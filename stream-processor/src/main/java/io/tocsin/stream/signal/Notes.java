package io.tocsin.stream.signal;

import io.tocsin.events.codec.UnreadableEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What an {@link Almanac} has to remember beside the cells, as bytes: the norms, and what each source brought where. */
final class Notes {
    private static final int VERSION = 1;
    private static final String NORMS = "norms";
    private static final String SOURCE = "source|";
    private static final String BROUGHT = "brought|";

    private final SignalDesk.Ledger ledger;

    Notes(SignalDesk.Ledger ledger) {
        this.ledger = ledger;
    }

    void write(Norms norms) {
        ledger.note(NORMS, norms.encode());
    }

    /** Since when the source is there, and its first stories. */
    void write(String source, SourceLog log) {
        ByteWriter out = new ByteWriter(256);
        out.writeByte(VERSION);
        out.writeNumber((int) log.since);
        out.writeNumber(log.first.size());
        log.first.forEach(out::writeUTF);
        ledger.note(SOURCE + source, out.toByteArray());
    }

    /** What the source brought to a country. */
    void write(String source, String country, DayCounts there) {
        ByteWriter out = new ByteWriter(256);
        out.writeByte(VERSION);
        there.write(out);
        ledger.note(BROUGHT + country + '|' + source, out.toByteArray());
    }

    /** Forgets, with the almanac, sources that have been silent since that day. */
    void forget(Almanac almanac, long day) {
        almanac.forget(day).forEach((source, log) -> {
            ledger.note(SOURCE + source, null);
            for (String country : log.countries()) {
                ledger.note(BROUGHT + country + '|' + source, null);
            }
        });
    }

    /** Hands all that was kept to the almanac. */
    void read(Map<String, byte[]> kept, Almanac almanac) {
        Map<String, SourceLog> sources = new HashMap<>();
        Map<String, byte[]> sorted = new TreeMap<>(kept);
        sorted.forEach((name, note) -> {
            if (name.startsWith(SOURCE)) {
                sources.put(name.substring(SOURCE.length()), log(note));
            } else if (name.equals(NORMS)) {
                almanac.norms(Norms.decode(note));
            }
        });
        sorted.forEach((name, note) -> {
            if (name.startsWith(BROUGHT)) {
                String rest = name.substring(BROUGHT.length());
                int bar = rest.indexOf('|');
                SourceLog log = sources.get(rest.substring(bar + 1));
                if (log != null) {
                    log.remember(rest.substring(0, bar), days(note));
                }
            }
        });
        new TreeMap<>(sources).forEach(almanac::remember);
    }

    private static SourceLog log(byte[] note) {
        try (DataInputStream in = open(note)) {
            SourceLog log = new SourceLog(CellCountsSerde.read(in));
            for (int i = CellCountsSerde.read(in); i > 0; i--) {
                log.first.add(in.readUTF());
            }
            return log;
        } catch (IOException e) {
            throw new UnreadableEvent("no note of a source: " + e.getMessage(), e);
        }
    }

    private static DayCounts days(byte[] note) {
        try (DataInputStream in = open(note)) {
            DayCounts days = new DayCounts();
            days.read(in);
            return days;
        } catch (IOException e) {
            throw new UnreadableEvent("no note of days: " + e.getMessage(), e);
        }
    }

    private static DataInputStream open(byte[] note) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(note));
        int version = in.readByte();
        if (version != VERSION) {
            throw new UnreadableEvent("a note of version " + version + ", not " + VERSION);
        }
        return in;
    }
}
