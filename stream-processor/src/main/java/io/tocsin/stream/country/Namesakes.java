package io.tocsin.stream.country;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.List;

/**
 * Finds the mentions after which something else is called, and sets them aside: streets ("9 Lisbon Road"), papers
 * ("the Dorset Gazette"), companies ("Coimbra Ltd"), languages ("she spoke French") and kinds of things ("an Italian
 * restaurant").
 */
final class Namesakes {
    /** Inhabitants of a city that is meant by "Hamburg Gazette" as well. */
    private static final int LARGE = 1_000_000;
    /** Words between a name and the word that says it is a company's: "Coimbra Hotel Corp". */
    private static final int FIRM_TOKENS = 2;

    private final Tokens tokens;
    private final Writing writing;
    private final int[] words;
    private final int[] mentionAt;
    private final List<Mention> mentions;

    Namesakes(MentionFinder found) {
        this.tokens = found.tokens;
        this.writing = found.writing;
        this.words = found.words;
        this.mentionAt = found.mentionAt;
        this.mentions = found.mentions;
    }

    void setAside() {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.state == Mention.State.OPEN && !mention.fixed && isOther(mention)) {
                mention.state = Mention.State.REJECTED;
            }
        }
    }

    private boolean isOther(Mention mention) {
        MentionKind kind = mention.options.get(0).kind();
        return switch (kind) {
            case DEMONYM -> isTongue(mention) || isNext(mention, WordClass.WARE);
            case NAME -> isName(mention, WordClass.STREET) || isName(mention, WordClass.COUNTY);
            case CAPITAL -> isName(mention, WordClass.STREET);
            case CITY, REGION ->
                isName(mention, WordClass.STREET)
                        || (!isLarge(mention) && (isName(mention, WordClass.PAPER) || isFirm(mention)));
            case CODE, LEADER, INSTITUTION -> false;
        };
    }

    private boolean isTongue(Mention mention) {
        if (mention.to - mention.from != 1 || (words[mention.from] & WordClass.TONGUE.bit) == 0) {
            return false;
        }
        int before = mention.from - 1;
        boolean spoken = isBeside(mention.from) && (words[before] & WordClass.SPEECH.bit) != 0;
        return spoken || isNext(mention, WordClass.SPEECH) || isLanguageOfText(mention);
    }

    /** "in Spanish.": nothing follows that could be Spanish. */
    private boolean isLanguageOfText(Mention mention) {
        return isBeside(mention.from)
                && (words[mention.from - 1] & WordClass.LOCATIVE.bit) != 0
                && tokens.shape(mention.from - 1) == Shape.LOWER
                && (mention.to >= tokens.size()
                        || tokens.sentence(mention.to) != tokens.sentence(mention.from)
                        || (tokens.before(mention.to) != ' ' && tokens.before(mention.to) != '-'));
    }

    private boolean isNext(Mention mention, WordClass wordClass) {
        int next = mention.to;
        return next < tokens.size()
                && (isBeside(next) || (tokens.before(next) == '-' && tokens.field(next) == tokens.field(next - 1)))
                && (words[next] & wordClass.bit) != 0;
    }

    /** The word of the class is part of a name, which a headline in capitals does not tell. */
    private boolean isName(Mention mention, WordClass wordClass) {
        return isNext(mention, wordClass) && isCapital(mention.to);
    }

    private boolean isCapital(int token) {
        return tokens.shape(token) == Shape.CAPITALISED && !writing.isTitle(token) && !writing.isUpper(token);
    }

    private boolean isFirm(Mention mention) {
        for (int token = mention.to; token <= mention.to + FIRM_TOKENS && token < tokens.size(); token++) {
            if (!isBeside(token) || tokens.shape(token) == Shape.LOWER || mentionAt[token] > 0) {
                return false;
            }
            if ((words[token] & WordClass.FIRM.bit) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeside(int token) {
        return token > 0 && tokens.field(token) == tokens.field(token - 1) && tokens.before(token) == ' ';
    }

    private static boolean isLarge(Mention mention) {
        for (int i = 0; i < mention.options.size(); i++) {
            if (mention.options.get(i).population() > LARGE) {
                return true;
            }
        }
        return false;
    }
}
