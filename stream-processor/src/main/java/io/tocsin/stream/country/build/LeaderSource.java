package io.tocsin.stream.country.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.stream.text.Fold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Heads of state and government from the Factbook, which writes family names in capitals. */
final class LeaderSource {
    private static final Pattern PERSON = Pattern.compile(
            "^(.*?)((?:\\p{Lu}[\\p{Ll}'’.\\-]+ |\\p{Lu}\\. |(?:al|el|bin|ben|ibn|Al|El|von|van|da|dos|de|ould)[ -])*"
                    + "(?:(?:al|el|d’|d')-?)?\\p{Lu}[\\p{Lu}'’\\-]+(?: \\p{Lu}[\\p{Lu}'’\\-]+)*"
                    + "(?: \\p{Lu}[\\p{Ll}'’\\-]+)*)");
    private static final Pattern SINCE = Pattern.compile("\\(since ([^)]*)\\)");
    private static final Pattern OFFICE = Pattern.compile(
            "^(?:President|Prime|Minister|King|Queen|Sultan|Amir|Emir|Prince|Grand|Duke|Chancellor|Pope|General|Gen\\.|"
                    + "Col\\.|Capt\\.|Premier|Governor|Chief|Interim|Acting|Supreme|Leader|Transition|Transitional|"
                    + "Captain|Dr\\.|Sir|Vice|Crown|Caretaker|Taliban|State|Chairperson|Minister|Field|Marshal|Council)$");

    private final Drops drops;
    /** Code and folded name of those already there: many heads of state lead the government too. */
    private final Set<String> seen = new HashSet<>();

    LeaderSource(Drops drops) {
        this.drops = drops;
    }

    Collection<String> rows(List<JsonNode> factbook, Set<String> codes) {
        List<String> rows = new ArrayList<>();
        for (JsonNode country : factbook) {
            String code = country.path("iso2").asText("");
            for (String field : List.of("chief_of_state", "head_of_government")) {
                String text = unescape(country.path(field).asText(""));
                boolean foreign = (text.contains("CHARLES III") && !code.equals("GB"))
                        || (text.contains("TRUMP") && !code.equals("US"))
                        || (text.contains("MACRON") && !code.equals("FR"))
                        || text.matches(".*(MARGRETHE|FREDERIK X|HARALD V) of.*");
                if (codes.contains(code) && !foreign) {
                    row(code, text, rows);
                }
            }
        }
        return rows;
    }

    private void row(String code, String text, List<String> rows) {
        Matcher person = PERSON.matcher(text.replace("(Col.)", "").replaceAll(";.*", ""));
        if (!person.find()) {
            return;
        }
        List<String> name = new ArrayList<>();
        List<String> office = new ArrayList<>();
        for (String word : (person.group(1) + person.group(2)).strip().split("\\s+", -1)) {
            (name.isEmpty() && (OFFICE.matcher(word).matches() || word.matches(".*,|of|the|and")) ? office : name)
                    .add(word);
        }
        String full = title(String.join(" ", name));
        Matcher since = SINCE.matcher(text);
        if (name.size() >= 2 && name.size() <= 5 && !drops.contains(code, "*", full)) {
            String key = code + '\t' + Fold.fold(full);
            if (!seen.add(key)) {
                return;
            }
            rows.add(String.join(
                    "\t",
                    code,
                    "leader",
                    Phrases.ANY,
                    full,
                    String.join(" ", office) + (since.find() ? ", " + since.group(1) : "")));
        }
    }

    /** Capitals to title case, roman numerals excepted. */
    private static String title(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            boolean numeral = word.matches("[IVX]+");
            StringBuilder titled = new StringBuilder();
            boolean start = true;
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                titled.append(start || numeral ? c : Character.toLowerCase(c));
                start = c == '-' || c == '\'' || c == '’';
            }
            out.append(out.length() == 0 ? "" : " ").append(titled);
        }
        return out.toString();
    }

    private static String unescape(String text) {
        Matcher entity = Pattern.compile("&([A-Za-z])(acute|tilde|grave|circ|uml|cedil);")
                .matcher(text);
        StringBuilder out = new StringBuilder();
        while (entity.find()) {
            String mark =
                    switch (entity.group(2)) {
                        case "acute" -> "\u0301";
                        case "tilde" -> "\u0303";
                        case "grave" -> "\u0300";
                        case "circ" -> "\u0302";
                        case "cedil" -> "\u0327";
                        default -> "\u0308";
                    };
            entity.appendReplacement(out, entity.group(1) + mark);
        }
        entity.appendTail(out);
        return java.text.Normalizer.normalize(out, java.text.Normalizer.Form.NFC);
    }
}
