package io.tocsin.stream.country.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of newsmap's seed dictionaries: flow lists of words under country codes, a subset of YAML. */
final class NewsmapFile {
    private static final Pattern ROW = Pattern.compile("^\\s+'([A-Z]{2})'\\s*:\\s*\\[(.*?)\\]?\\s*$");

    private NewsmapFile() {}

    /** Words by country, as they stand there. */
    static Map<String, List<String>> read(Path file) throws IOException {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            String code = row.group(1).equals("KV") ? "XK" : row.group(1);
            List<String> list = words.computeIfAbsent(code, k -> new ArrayList<>());
            for (String word : row.group(2).split("[,،]", -1)) {
                String clean = word.strip().replaceAll("\\*+", "*");
                if (!clean.isEmpty()) {
                    list.add(clean);
                }
            }
        }
        return words;
    }
}
