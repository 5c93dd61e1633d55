package io.tocsin.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one set.
 *
 * @param lines one a measure, in the order of the scorer
 * @param misses of the looked-at part, worst first
 */
record SetReport(String set, List<Line> lines, List<Miss> misses) {

    /**
     * A measure on both parts.
     *
     * @param frozen empty when no frozen row bears on it
     */
    record Line(String measure, Figure.Kind kind, Optional<Figure> lookedAt, Optional<Figure> frozen) {

        int rows() {
            return lookedAt.map(Figure::rows).orElse(0)
                    + frozen.map(Figure::rows).orElse(0);
        }

        /** The figure of a part. */
        Optional<Figure> figure(Part part) {
            return part == Part.LOOKED_AT ? lookedAt : frozen;
        }
    }

    SetReport {
        lines = List.copyOf(lines);
        misses = List.copyOf(misses);
    }

    static SetReport of(String set, List<Figure> lookedAt, List<Figure> frozen, List<Miss> misses) {
        Map<String, Figure> one = byMeasure(lookedAt);
        Map<String, Figure> other = byMeasure(frozen);
        Map<String, Figure.Kind> measures = new LinkedHashMap<>();
        lookedAt.forEach(figure -> measures.put(figure.measure(), figure.kind()));
        frozen.forEach(figure -> measures.putIfAbsent(figure.measure(), figure.kind()));
        List<Line> lines = new ArrayList<>();
        measures.forEach((measure, kind) -> lines.add(new Line(
                measure, kind, Optional.ofNullable(one.get(measure)), Optional.ofNullable(other.get(measure)))));
        return new SetReport(
                set, lines, misses.stream().sorted(Miss.WORST_FIRST).toList());
    }

    private static Map<String, Figure> byMeasure(List<Figure> figures) {
        Map<String, Figure> map = new LinkedHashMap<>();
        figures.forEach(figure -> map.put(figure.measure(), figure));
        return map;
    }
}
