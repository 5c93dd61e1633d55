package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.parse.ParseOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The main text of pages, in shingles. */
final class BodyScorer implements Scorer<ParseOutcome> {
    /** A page below this F1 is shown among the errors. */
    private static final double GOOD = 0.95;
    /** Of a kind, for one page. */
    private static final int PARAGRAPHS_SHOWN = 3;

    private final ShingleScore score = new ShingleScore();

    @Override
    public Optional<Miss> mark(JsonNode row, ParseOutcome read) {
        double f1 = score.add(Row.text(row, "body"), PageRead.text(read));
        return f1 >= GOOD
                ? Optional.empty()
                : Optional.of(new Miss(
                        1 - f1,
                        Row.id(row),
                        String.format(Locale.ROOT, "F1 %.2f", f1),
                        Row.shortened(Row.text(row, "body")),
                        PageRead.shown(read),
                        evidence(Row.text(row, "body"), PageRead.text(read))));
    }

    /** The first paragraphs that were lost, and the first that were taken too much. */
    private static List<String> evidence(String expected, String got) {
        return Stream.concat(
                        only(expected, got).map(paragraph -> "lost: " + paragraph),
                        only(got, expected).map(paragraph -> "too much: " + paragraph))
                .toList();
    }

    private static Stream<String> only(String text, String other) {
        String flat = PageRead.flat(other);
        return text.lines()
                .map(PageRead::flat)
                .filter(paragraph -> !paragraph.isEmpty() && !flat.contains(paragraph))
                .map(Row::shortened)
                .limit(PARAGRAPHS_SHOWN);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.chief("main text, F1", score.f1(), score.rows()),
                Figure.detail("main text, precision", score.precision(), score.rows()),
                Figure.detail("main text, recall", score.recall(), score.rows()));
    }
}
