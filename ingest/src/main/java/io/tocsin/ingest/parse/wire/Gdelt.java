package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.HtmlText;
import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of GDELT, for the addresses of pages that they name, each once: events 1.0 and 2.0, mentions 2.0, knowledge
 * graph 1.0 and 2.1. Codes and tones are not read. The time is when GDELT saw the page, unless the knowledge graph has the
 * page's own.
 */
final class Gdelt implements WireFormat {
    private static final Pattern EVENT =
            Pattern.compile("\\A\\d{5,12}\\t(?:19|20)\\d{6}\\t(?:19|20)\\d{4}\\t(?:19|20)\\d{2}\\t");
    private static final Pattern MENTION =
            Pattern.compile("\\A\\d{5,12}\\t(?:19|20)\\d{12}\\t(?:19|20)\\d{12}\\t\\d\\t");
    private static final Pattern GRAPH = Pattern.compile("\\A(?:19|20)\\d{12}-T?\\d+\\t(?:19|20)\\d{12}\\t\\d\\t");
    private static final Pattern FIRST_GRAPH =
            Pattern.compile("\\ADATE\\tNUMARTS\\tCOUNTS\\t|\\A(?:19|20)\\d{6}\\t\\d+\\t(?:[A-Z_]+#|\\t)");

    private static final Pattern PAGE_TITLE = Pattern.compile("<PAGE_TITLE>(.{1,2000}?)</PAGE_TITLE>");
    private static final Pattern PAGE_AUTHORS = Pattern.compile("<PAGE_AUTHORS>(.{1,2000}?)</PAGE_AUTHORS>");
    private static final Pattern PAGE_TIME =
            Pattern.compile("<PAGE_PRECISEPUBTIMESTAMP>(\\d{14})</PAGE_PRECISEPUBTIMESTAMP>");

    @Override
    public Format format() {
        return Format.GDELT;
    }

    @Override
    public boolean recognises(WireFile file) {
        return reader(file.head()) != null;
    }

    /** How a row is read. */
    private interface Row {
        void read(String[] columns, List<WireDraft> drafts);
    }

    private static @Nullable Row reader(String head) {
        if (EVENT.matcher(head).find()) {
            return Gdelt::event;
        }
        if (MENTION.matcher(head).find()) {
            return Gdelt::mention;
        }
        if (GRAPH.matcher(head).find()) {
            return Gdelt::graph;
        }
        return FIRST_GRAPH.matcher(head).find() ? Gdelt::firstGraph : null;
    }

    @Override
    public WireReading read(WireFile file) {
        Row row = reader(file.head());
        List<WireItem> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : file.text().split("\\r?\\n", -1)) {
            List<WireDraft> drafts = new ArrayList<>();
            if (row != null) {
                row.read(line.split("\\t", -1), drafts);
            }
            for (WireDraft draft : drafts) {
                WireItem item = draft.build();
                if (item.url() != null && seen.add(item.url())) {
                    items.add(item);
                }
            }
        }
        return items.isEmpty()
                ? new Broken(format(), "no row with all its columns and an address")
                : new Read(format(), "", null, items);
    }

    /** 57 or 58 columns in version 1, 61 in version 2; the last are the day or time of adding and the address. */
    private static void event(String[] columns, List<WireDraft> drafts) {
        if (columns.length == 58 || columns.length == 61) {
            drafts.add(new WireDraft().id(columns[columns.length - 1]).updated(time(columns[columns.length - 2])));
        }
    }

    private static void mention(String[] columns, List<WireDraft> drafts) {
        if (columns.length >= 14 && columns[3].equals("1")) {
            drafts.add(new WireDraft().id(columns[5]).updated(time(columns[2])));
        }
    }

    private static void graph(String[] columns, List<WireDraft> drafts) {
        if (columns.length < 26 || !columns[2].equals("1")) {
            return;
        }
        String extras = columns[columns.length - 1];
        WireDraft draft = new WireDraft().id(columns[4]).updated(time(columns[1]));
        String title = found(PAGE_TITLE, extras);
        draft.title(title == null ? null : HtmlText.line(title));
        draft.published(time(found(PAGE_TIME, extras)));
        String authors = found(PAGE_AUTHORS, extras);
        draft.byline(authors == null ? null : HtmlText.line(authors));
        drafts.add(draft);
    }

    private static void firstGraph(String[] columns, List<WireDraft> drafts) {
        if (columns.length == 11) {
            for (String address : columns[10].split("<UDIV>", -1)) {
                drafts.add(new WireDraft().id(address).updated(time(columns[0])));
            }
        }
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** {@code 20251104083000} or {@code 20251104}. */
    private static @Nullable String time(@Nullable String digits) {
        if (digits == null || !digits.matches("\\d{8}(?:\\d{6})?")) {
            return null;
        }
        String day = digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8);
        return digits.length() == 8
                ? day
                : day + "T" + digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":" + digits.substring(12)
                        + "Z";
    }
}
