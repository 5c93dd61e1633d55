package io.tocsin.stream.topic;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics in use, a broader one always before its narrower ones. Source: {@code topics.tsv}. Immutable. */
public final class TopicIndex {
    private final List<String> codes;
    private final List<String> names;
    private final int[] broader;
    private final Map<String, Integer> numbers;

    private TopicIndex(List<String> codes, List<String> names, List<Integer> broader, Map<String, Integer> numbers) {
        this.codes = List.copyOf(codes);
        this.names = List.copyOf(names);
        this.broader = broader.stream().mapToInt(Integer::intValue).toArray();
        this.numbers = Map.copyOf(numbers);
    }

    /** The shipped index. */
    public static TopicIndex load() {
        return parse(file());
    }

    /** The resource {@code topics.tsv}. */
    public static DictionaryFile file() {
        return DictionaryFile.resource(TopicIndex.class, "topic", "topics.tsv");
    }

    /**
     * Reads lines of qcode, label and broader qcode (or {@code -}), separated by tabs.
     *
     * @throws BrokenDictionary with everything that is wrong
     */
    static TopicIndex parse(DictionaryFile file) {
        List<String> codes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Integer> broader = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile.Line line : file.lines()) {
            String[] cells = line.text().split("\t", -1);
            if (cells.length != 3 || !cells[0].startsWith("medtop:")) {
                problems.add(file.problem(line, "expected qcode, label and broader qcode, separated by tabs"));
                continue;
            }
            Integer parent = numbers.get(cells[2]);
            if (parent == null && !cells[2].equals("-")) {
                problems.add(file.problem(line, "broader topic '" + cells[2] + "' is not listed above"));
            }
            if (numbers.putIfAbsent(cells[0], codes.size()) != null) {
                problems.add(file.problem(line, "topic '" + cells[0] + "' twice"));
                continue;
            }
            codes.add(cells[0]);
            names.add(cells[1]);
            broader.add(parent == null ? -1 : parent);
        }
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
        return new TopicIndex(codes, names, broader, numbers);
    }

    /** How many topics there are. */
    public int size() {
        return codes.size();
    }

    /** Qcode of a topic, such as {@code medtop:16000000}. */
    public String code(int topic) {
        return codes.get(topic);
    }

    /** English label of a topic. */
    public String name(int topic) {
        return names.get(topic);
    }

    /** The next broader topic, or -1. */
    public int broader(int topic) {
        return broader[topic];
    }

    /** Number of a qcode, or -1. */
    public int number(String code) {
        return numbers.getOrDefault(code, -1);
    }
}
