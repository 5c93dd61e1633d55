package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.parse.ParseOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Segments that must stand in the main text and segments that must not: F1 over all segments of all pages. Space is
 * compared as one blank.
 */
final class SegmentScorer implements Scorer<ParseOutcome> {
    private int kept;
    private int lost;
    private int unwanted;
    private int rows;

    @Override
    public Optional<Miss> mark(JsonNode row, ParseOutcome read) {
        String text = PageRead.flat(PageRead.text(read));
        List<String> missing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String segment : Row.texts(row, "must_have")) {
            if (text.contains(PageRead.flat(segment))) {
                kept++;
            } else {
                missing.add(segment);
            }
        }
        for (String segment : Row.texts(row, "must_not_have")) {
            if (text.contains(PageRead.flat(segment))) {
                wrong.add(segment);
            }
        }
        lost += missing.size();
        unwanted += wrong.size();
        rows++;
        return missing.isEmpty() && wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Miss(
                        missing.size() + wrong.size(),
                        Row.id(row),
                        PageRead.shown(read),
                        "with " + missing,
                        "with " + wrong,
                        List.of()));
    }

    @Override
    public List<Figure> figures() {
        double precision = Fraction.of(kept, kept + unwanted);
        double recall = Fraction.of(kept, kept + lost);
        return List.of(
                Figure.chief("segments, F", Fraction.f1(precision, recall), rows),
                Figure.detail("segments, precision", precision, rows),
                Figure.detail("segments, recall", recall, rows));
    }
}
