package io.tocsin.stream.country;

import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first step over one article: which words may name a country. The longest phrase holds, in the languages that use
 * it, written as it must be. For one article and one thread.
 */
final class MentionFinder {
    /** Code units of a name that is taken when the article's language is unknown, and of another phrase. */
    private static final int NAME_LENGTH = 5;

    private static final int OTHER_LENGTH = 7;

    /** Letters of "hits". */
    private static final int VERB = 4;

    /** Tokens of an article whose language, told by its words, may well be another one. */
    private static final int SHORT = 20;

    private final Gazetteer gazetteer;
    private final int firstEntry;
    final Tokens tokens;
    final Writing writing;
    private final int language;
    private final boolean languageKnown;
    /** Bits of {@link WordClass} by token. */
    final int[] words;
    /** Token to the index of the mention it belongs to, plus one; 0 for none. */
    final int[] mentionAt;
    /** How many cues there are for each country; null when there are none at all. */
    int @Nullable [] cues;

    final List<Mention> mentions = new ArrayList<>();
    /** The token at which the text begins after the place line "TEHRAN, June 23 (Reuters) -"; 0 without one. */
    final int dateline;

    MentionFinder(Gazetteer gazetteer, int firstEntry, Tokens tokens, @Nullable String languageTag) {
        this.gazetteer = gazetteer;
        this.firstEntry = firstEntry;
        this.tokens = tokens;
        this.language = gazetteer.language(languageTag);
        boolean tagged = languageTag != null && !languageTag.isEmpty() && !languageTag.startsWith("und");
        this.languageKnown = tagged && (language == gazetteer.english() || tokens.size() >= SHORT);
        this.words = new int[tokens.size()];
        this.mentionAt = new int[tokens.size()];
        this.writing = new Writing(tokens);
        this.dateline = writing.dateline();
    }

    /** Whether a token stands in the place line. */
    boolean isDateline(int token) {
        return token < dateline && token >= tokens.titleSize();
    }

    void find(Hits hits) {
        int[] named = new int[hits.size()];
        int count = classify(hits, named);
        int free = 0;
        int start = 0;
        while (start < count) {
            int from = hits.from(named[start]);
            int to = hits.to(named[start]);
            int end = start;
            while (end < count && hits.from(named[end]) == from && hits.to(named[end]) == to) {
                end++;
            }
            if (from >= free && take(hits, named, start, end)) {
                free = to;
            }
            start = end;
        }
    }

    /** Notes what the words beside a name say of it; writes which hits may name a country, and returns how many. */
    private int classify(Hits hits, int[] named) {
        int last = firstEntry + gazetteer.size();
        int count = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            int entry = hits.entry(hit);
            if (entry < firstEntry || entry >= last) {
                continue;
            }
            int classes = gazetteer.classes(entry - firstEntry, language);
            if (classes != 0) {
                words[hits.from(hit)] |= classes;
                words[hits.to(hit) - 1] |= classes;
            }
            if (gazetteer.isNamed(entry - firstEntry)) {
                named[count++] = hit;
            }
        }
        return count;
    }

    /** Makes a mention of the named hits {@code [start, end)}, which are of one span; whether its tokens are spoken for. */
    private boolean take(Hits hits, int[] named, int start, int end) {
        int from = hits.from(named[start]);
        int to = hits.to(named[start]);
        List<Reading> options = null;
        Phrase best = null;
        boolean masked = false;
        boolean certain = false;
        for (int i = start; i < end; i++) {
            Phrase phrase = gazetteer.phrase(hits.entry(named[i]) - firstEntry);
            if (best != null && phrase.specificity < best.specificity) {
                continue;
            }
            for (int k = 0; k < phrase.readings.size(); k++) {
                Reading reading = phrase.readings.get(k);
                if (!isSpoken(reading, phrase) || !isWritten(reading, phrase, from, to)) {
                    continue;
                }
                if (reading.role() == Reading.Role.CUE) {
                    cue(reading.country());
                } else if (reading.role() == Reading.Role.MASK) {
                    masked = true;
                } else {
                    if (options == null || best == null || phrase.specificity > best.specificity) {
                        options = new ArrayList<>(2);
                        best = phrase;
                    }
                    options.add(reading);
                    certain |= isKnown(reading.languages());
                }
            }
        }
        if (masked) {
            return true;
        }
        if (options == null || best == null) {
            return false;
        }
        if (certain && options.size() > 1) {
            options.removeIf(reading -> !isKnown(reading.languages()));
        }
        mentions.add(new Mention(from, to, best, options));
        for (int token = from; token < to; token++) {
            mentionAt[token] = mentions.size();
        }
        return true;
    }

    private void cue(int country) {
        if (cues == null) {
            cues = new int[gazetteer.countryCount()];
        }
        cues[country]++;
    }

    /** Whether the article's language uses the phrase so, as far as one can tell. */
    private boolean isSpoken(Reading reading, Phrase phrase) {
        if (reading.foreign()) {
            return languageKnown ? language != gazetteer.english() : phrase.length >= NAME_LENGTH;
        }
        BitSet languages = reading.languages();
        if (isKnown(languages) || languages == null || phrase.text.charAt(0) >= 0x0530) {
            return true;
        }
        if (languageKnown && language >= 0) {
            return false;
        }
        boolean english = gazetteer.english() >= 0 && languages.get(gazetteer.english());
        if (reading.spelling() == Reading.Spelling.UPPER) {
            return english;
        }
        boolean name = reading.kind() == MentionKind.NAME || english;
        return phrase.length >= (name ? NAME_LENGTH : OTHER_LENGTH) + (phrase.specificity < Phrase.EXACT ? 1 : 0);
    }

    /** The article's language is known to use a phrase of these languages. */
    private boolean isKnown(@Nullable BitSet languages) {
        return languages == null || (language >= 0 && languages.get(language));
    }

    private boolean isWritten(Reading reading, Phrase phrase, int from, int to) {
        if ((reading.role() == Reading.Role.ABBREVIATION && !followsPlace(from))
                || (phrase.isFirstPart && !isHyphenated(to))) {
            return false;
        }
        Shape shape = tokens.shape(from);
        if (reading.spelling() == Reading.Spelling.UPPER) {
            return isUpper(from, to);
        }
        if (reading.spelling() == Reading.Spelling.CAPITAL
                && (shape == Shape.LOWER || (to - from > 1 && tokens.shape(to - 1) == Shape.LOWER))) {
            return isLowerName(phrase, from, to);
        }
        return shape != Shape.OTHER || Scripts.isWhole(tokens, from, to);
    }

    /** A code in capitals, where not everything is in capitals, and no code of a currency: {@code US$5}. */
    private boolean isUpper(int from, int to) {
        for (int token = from; token < to; token++) {
            Shape shape = tokens.shape(token);
            if (shape != Shape.UPPER && shape != Shape.INITIAL && shape != Shape.OTHER) {
                return false;
            }
        }
        if (to < tokens.size() && tokens.before(to) == '$') {
            return false;
        }
        boolean ambiguous = to - from == 1 && (words[from] & WordClass.COMMON.bit) != 0 && writing.isUpper(from);
        return !ambiguous
                || writing.startsSentence(from)
                || tokens.before(from) == '-'
                || isHyphenated(to)
                || (from > 0 && mentionAt[from - 1] > 0)
                || (from > 1 && mentionAt[from - 2] > 0 && isVerb(from - 1));
    }

    /** One of the verbs that headlines put after a country: "warns", "rejects". */
    private boolean isVerb(int token) {
        if (token >= tokens.size() || (words[token] & WordClass.OFFICE.bit) == 0) {
            return false;
        }
        String word = tokens.words(token, token + 1);
        return word.length() >= VERB && (word.endsWith("s") || word.endsWith("S"));
    }

    /** A hyphen and another word follow: {@code Sino-Russian}. */
    private boolean isHyphenated(int to) {
        return to < tokens.size()
                && tokens.before(to) == '-'
                && tokens.field(to) == tokens.field(to - 1)
                && tokens.start(to) - tokens.end(to - 1) == 1;
    }

    /** A name of several words may end in a small one; and who writes no capitals at all writes none in names. */
    private boolean isLowerName(Phrase phrase, int from, int to) {
        if (writing.isLower(from)) {
            boolean country = phrase.readings.get(0).kind() == MentionKind.NAME;
            int doubtful = WordClass.COMMON.bit | (country ? 0 : WordClass.GIVEN.bit | WordClass.SURNAME.bit);
            return phrase.length >= 4 && ((words[from] & doubtful) == 0 || (country && isVerb(to)));
        }
        return to - from > 1 && tokens.shape(from) != Shape.LOWER && Character.isLowerCase(lastWordStart(phrase.text));
    }

    private static char lastWordStart(String text) {
        int at = Math.max(text.lastIndexOf(' '), text.lastIndexOf('-'));
        return text.charAt(Math.min(at + 1, text.length() - 1));
    }

    private boolean followsPlace(int from) {
        return from > 0
                && tokens.before(from) == ','
                && tokens.field(from) == tokens.field(from - 1)
                && tokens.shape(from - 1) != Shape.LOWER
                && tokens.shape(from - 1) != Shape.OTHER;
    }
}
