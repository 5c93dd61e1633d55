package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.ParsedDocument;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Title, date and body of pages. A title is right when it is the same but for space, a date when it is the same second;
 * one that is written without an offset counts by its day.
 */
final class PageFieldsScorer implements Scorer<ParseOutcome> {
    private final Share titles = new Share();
    private final Share dates = new Share();
    private final BodyScorer bodies = new BodyScorer();

    @Override
    public Optional<Miss> mark(JsonNode row, ParseOutcome read) {
        List<String> wanted = new ArrayList<>();
        List<String> got = new ArrayList<>();
        String title = PageRead.document(read).map(ParsedDocument::title).orElse("");
        String expectedTitle = Row.text(row, "title");
        if (!expectedTitle.isEmpty()) {
            boolean same = PageRead.flat(title).equals(PageRead.flat(expectedTitle));
            titles.add(same);
            if (!same) {
                wanted.add(expectedTitle);
                got.add(title);
            }
        }
        String expectedDate = Row.text(row, "published");
        if (!expectedDate.isEmpty()) {
            Optional<Instant> date = PageRead.document(read).map(ParsedDocument::publishedAt);
            boolean same = date.filter(instant -> isSame(instant, expectedDate)).isPresent();
            dates.add(same);
            if (!same) {
                wanted.add(expectedDate);
                got.add(date.map(Instant::toString).orElse("no date"));
            }
        }
        Optional<Miss> body = bodies.mark(row, read);
        body.ifPresent(miss -> {
            wanted.add(miss.expected());
            got.add(miss.got());
        });
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Miss(
                        wanted.size(),
                        Row.id(row),
                        body.map(Miss::text).orElse("main text is right"),
                        String.join("; ", wanted),
                        String.join("; ", got),
                        body.map(Miss::evidence).orElse(List.of())));
    }

    /** Whether an instant is the one written: {@code 2024-04-30 16:17:29.5+02:00}, or without the offset. */
    static boolean isSame(Instant instant, String written) {
        String iso = written.replace(' ', 'T');
        if (iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:\\d\\d")) {
            return OffsetDateTime.parse(iso).toEpochSecond() == instant.getEpochSecond();
        }
        return LocalDateTime.parse(iso)
                .toLocalDate()
                .equals(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.chief("title, exact", titles.value(), titles.rows()));
        figures.add(Figure.chief("date, exact", dates.value(), dates.rows()));
        figures.addAll(bodies.figures());
        return figures;
    }
}
