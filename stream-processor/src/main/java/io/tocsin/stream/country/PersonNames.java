package io.tocsin.stream.country;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the mentions that are parts of persons' names, "Michael Jordan" and "Chad Smith", and sets them aside. */
final class PersonNames {
    /** Inhabitants. */
    private static final int LARGE = 1_000_000;

    private static final int GIVEN = WordClass.GIVEN.bit;
    private static final int SURNAME = WordClass.SURNAME.bit;
    private static final int TITLE = WordClass.TITLE.bit;
    private static final int OFFICE = WordClass.OFFICE.bit;
    private static final int LOCATIVE = WordClass.LOCATIVE.bit;

    private final Tokens tokens;
    private final Writing writing;
    private final int[] words;
    private final int[] mentionAt;
    private final List<Mention> mentions;

    private final MentionFinder found;

    PersonNames(MentionFinder found) {
        this.found = found;
        this.tokens = found.tokens;
        this.writing = found.writing;
        this.words = found.words;
        this.mentionAt = found.mentionAt;
        this.mentions = found.mentions;
    }

    void setAside() {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (isNamedLikeBody(mention) || isNamedLikeCountry(mention)) {
                mention.state = Mention.State.REJECTED;
            } else if (!mention.fixed && mayBePerson(mention)) {
                if (followsGivenName(mention) || followsTitle(mention) || followsUnknownName(mention)) {
                    mention.state = Mention.State.REJECTED;
                } else if (isBeforeSurname(mention)) {
                    mention.state = Mention.State.SUSPECT;
                }
            }
        }
        settle();
    }

    private boolean mayBePerson(Mention mention) {
        if (mention.isAbbreviation()
                || mention.has(MentionKind.LEADER)
                || mention.has(MentionKind.INSTITUTION)
                || tokens.shape(mention.from) == Shape.OTHER) {
            return false;
        }
        boolean country =
                mention.has(MentionKind.NAME) || mention.has(MentionKind.CODE) || mention.has(MentionKind.DEMONYM);
        return mention.to - mention.from == 1 && (!country || is(mention, GIVEN | SURNAME));
    }

    /** "Peter Garda": a given name before the one-word name of a body. */
    private boolean isNamedLikeBody(Mention mention) {
        return mention.to - mention.from == 1
                && mention.options.get(0).kind() == MentionKind.INSTITUTION
                && tokens.shape(mention.from) == Shape.CAPITALISED
                && followsGivenName(mention);
    }

    /** "Dr. Anna Holland": a title and a given name before the one-word name of a country. */
    private boolean isNamedLikeCountry(Mention mention) {
        int given = mention.from - 1;
        return mention.to - mention.from == 1
                && mention.has(MentionKind.NAME)
                && given > 0
                && isAdjacent(mention.from)
                && isAdjacent(given)
                && isCapital(given)
                && (words[given] & GIVEN) != 0
                && (words[given - 1] & TITLE) != 0;
    }

    private boolean is(Mention mention, int classes) {
        return (words[mention.from] & classes) != 0;
    }

    private boolean followsGivenName(Mention mention) {
        int previous = mention.from - 1;
        return isAdjacent(mention.from)
                && isCapital(previous)
                && (((words[previous] & GIVEN) != 0 && (mentionAt[previous] == 0 || is(mention, SURNAME)))
                        || (tokens.shape(previous) == Shape.INITIAL
                                && tokens.before(mention.from) == '.'
                                && previous > 0
                                && isCapital(previous - 1)));
    }

    private boolean followsTitle(Mention mention) {
        int previous = mention.from - 1;
        return isAdjacent(mention.from)
                && (words[previous] & TITLE) != 0
                && (isCapital(previous)
                        ? is(mention, GIVEN | SURNAME) || !mention.has(MentionKind.REGION)
                        : isSurnameOnly(mention));
    }

    /** "senior adviser Burton": a word that names no country as a whole. */
    private boolean isSurnameOnly(Mention mention) {
        return is(mention, SURNAME) && !mention.has(MentionKind.NAME) && !mention.has(MentionKind.CAPITAL);
    }

    /** "Kamasi Washington": a word that is only a name, before a word that is a family name too. */
    private boolean followsUnknownName(Mention mention) {
        int previous = mention.from - 1;
        return is(mention, SURNAME)
                && isAdjacent(mention.from)
                && isCapital(previous)
                && tokens.shape(previous) == Shape.CAPITALISED
                && writing.isTelling(previous)
                && words[previous] == 0
                && mentionAt[previous] == 0;
    }

    private boolean isBeforeSurname(Mention mention) {
        int next = mention.to;
        if (next >= tokens.size() || !isAdjacent(next) || !isCapital(next) || (words[next] & OFFICE) != 0) {
            return false;
        }
        if ((words[next] & SURNAME) != 0 && is(mention, GIVEN)) {
            return true;
        }
        return is(mention, GIVEN)
                && !isLargeCity(mention)
                && mentionAt[next] == 0
                && !writing.isTitle(next)
                && !writing.isUpper(next)
                && tokens.shape(next) == Shape.CAPITALISED;
    }

    /** A city that is meant whatever follows, unless it is a family name. */
    private static boolean isLargeCity(Mention mention) {
        for (int i = 0; i < mention.options.size(); i++) {
            Reading reading = mention.options.get(i);
            if (reading.kind() != MentionKind.REGION && reading.isPlace() && reading.population() >= LARGE) {
                return true;
            }
        }
        return false;
    }

    private boolean isAdjacent(int token) {
        return token > 0
                && tokens.field(token) == tokens.field(token - 1)
                && (tokens.before(token) == ' '
                        || tokens.before(token) == '\n'
                        || (tokens.before(token) == '.'
                                && (tokens.shape(token - 1) == Shape.INITIAL || (words[token - 1] & TITLE) != 0)));
    }

    private boolean isCapital(int token) {
        Shape shape = tokens.shape(token);
        return shape == Shape.CAPITALISED || shape == Shape.UPPER || shape == Shape.INITIAL;
    }

    /** One name is one person or one place throughout an article, unless a place stands clearly beside it. */
    private void settle() {
        if (!isAny(Mention.State.SUSPECT) && !isAny(Mention.State.REJECTED)) {
            return;
        }
        Set<Phrase> places = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.state == Mention.State.OPEN && isClearPlace(mention)) {
                places.add(mention.phrase);
            }
        }
        Set<Phrase> persons = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.state == Mention.State.SUSPECT) {
                boolean place = places.contains(mention.phrase) && !hasSurname(mention);
                mention.state = place ? Mention.State.OPEN : Mention.State.REJECTED;
            }
            if (mention.state == Mention.State.REJECTED && !places.contains(mention.phrase)) {
                persons.add(mention.phrase);
            }
        }
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.state == Mention.State.OPEN
                    && !mention.fixed
                    && persons.contains(mention.phrase)
                    && mayBePerson(mention)) {
                mention.state = Mention.State.REJECTED;
            }
        }
    }

    private boolean isAny(Mention.State state) {
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).state == state) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSurname(Mention mention) {
        return mention.to < tokens.size() && (words[mention.to] & SURNAME) != 0;
    }

    /** After "in", or in a row with another place. */
    private boolean isClearPlace(Mention mention) {
        if (mention.fixed
                || found.isDateline(mention.from)
                || (mention.from > 0 && (words[mention.from - 1] & LOCATIVE) != 0)) {
            return true;
        }
        return (mention.from >= 2 && isPlaceAt(mention.from - 2) && isJoined(mention.from - 1))
                || (isPlaceAt(mention.to + 1) && isJoined(mention.to))
                || (isPlaceAt(mention.to) && tokens.before(mention.to) == ',');
    }

    private boolean isPlaceAt(int token) {
        return token >= 0
                && token < tokens.size()
                && mentionAt[token] > 0
                && mentions.get(mentionAt[token] - 1).state == Mention.State.OPEN;
    }

    /** A short lower-case word without a class between two names: "and", "und", "et". */
    private boolean isJoined(int token) {
        return token < tokens.size()
                && tokens.shape(token) == Shape.LOWER
                && tokens.end(token) - tokens.start(token) <= 3
                && mentionAt[token] == 0;
    }
}
