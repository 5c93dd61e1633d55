package io.tocsin.ingest.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small words of languages in Latin script: they make up a third of any running text, and a dozen of them tells the
 * language in microseconds, where the model needs a hundred times as long.
 */
final class FunctionWords {
    /** Hits without which nothing is said. */
    private static final int FEWEST = 4;

    /** Letters that are looked at. */
    private static final int SAMPLE = 400;

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "en",
                    words(
                            "the of and to that was for with from his they this have which were said will who been would after its their has are by on it be not")),
            Map.entry(
                    "de",
                    words(
                            "der die und das den von mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei")),
            Map.entry(
                    "fr",
                    words(
                            "le les des est dans qui une pour pas sur plus par avec ce il sont au du elle mais nous ont cette aux été ses ces leur fait entre après d'un d'une qu'il c'est")),
            Map.entry(
                    "es",
                    words(
                            "el los las del por con una para su al lo como más pero sus le ha este sí porque esta entre cuando muy sin sobre también hasta hay donde desde está todo nos durante según fue años")),
            Map.entry(
                    "pt",
                    words(
                            "os do da em um para com não uma dos no se na por mais das ao ele das à seu sua ou quando muito nos já também só pelo pela até isso entre depois sem mesmo aos seus são foi está")),
            Map.entry(
                    "it",
                    words(
                            "il di che è per un non sono una con della dei nel gli alla più si anche del le delle da ha dal sul come questo nella degli ma stato essere tra dopo hanno i")),
            Map.entry(
                    "nl",
                    words(
                            "het een van en dat niet zijn op aan met voor er maar om ook als dan bij nog uit naar heeft worden wordt deze werd hebben geen tot zegt volgens")),
            Map.entry(
                    "pl",
                    words(
                            "w nie na się z do to że jest o jak po co za ale od przez był tym są oraz dla tego który jego być które także może")),
            Map.entry(
                    "tr",
                    words(
                            "bir ve bu için ile çok olarak daha olan gibi kadar sonra ancak ise de da ne var dedi olduğunu göre en yeni")),
            Map.entry(
                    "id",
                    words(
                            "yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh juga kepada adalah telah ke karena mereka")),
            Map.entry(
                    "ro",
                    words(
                            "și în de la cu pe că nu este din un o care pentru mai sunt au fost ca după prin acest această sau până între")),
            Map.entry(
                    "sw",
                    words(
                            "na ya wa kwa ni katika za la kuwa hiyo huo hilo huyo cha hii baada yake wake pia lakini alisema")));

    private static final Map<String, List<String>> LANGUAGES = byWord();

    private FunctionWords() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static Map<String, List<String>> byWord() {
        Map<String, List<String>> languages = new HashMap<>();
        WORDS.forEach((language, words) -> words.stream().distinct().forEach(word -> {
            List<String> known = languages.getOrDefault(word, List.of());
            languages.put(
                    word,
                    java.util.stream.Stream.concat(known.stream(), java.util.stream.Stream.of(language))
                            .toList());
        }));
        return Map.copyOf(languages);
    }

    /** The language whose words are there and no other's nearly as much, or null. */
    static @Nullable String language(String text) {
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= sample.length(); i++) {
            boolean inside = i < sample.length() && (Character.isLetter(sample.charAt(i)) || sample.charAt(i) == '\'');
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words++;
                for (String language : LANGUAGES.getOrDefault(sample.substring(start, i), List.of())) {
                    hits.merge(language, 1, Integer::sum);
                }
                start = -1;
            }
        }
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> entry : hits.entrySet()) {
            if (entry.getValue() > most) {
                second = most;
                most = entry.getValue();
                best = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        return most >= FEWEST && most >= 2 * second && most * 6 >= words ? best : null;
    }
}
