package io.tocsin.stream.tag;

import io.tocsin.events.CountedTime;
import io.tocsin.events.Exclusion;
import io.tocsin.events.MatchKind;
import io.tocsin.events.RawArticle;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.country.CountryMentions;
import io.tocsin.stream.country.CountryResolver;
import io.tocsin.stream.country.Gazetteer;
import io.tocsin.stream.escalation.EscalationLexicon;
import io.tocsin.stream.escalation.EscalationResolver;
import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.LanguageResolver;
import io.tocsin.stream.lexicon.Languages;
import io.tocsin.stream.lexicon.LexiconVersion;
import io.tocsin.stream.lexicon.UserDictionary;
import io.tocsin.stream.lexicon.WordForms;
import io.tocsin.stream.query.SavedQueries;
import io.tocsin.stream.story.ArticleFacts;
import io.tocsin.stream.story.CreditReader;
import io.tocsin.stream.story.FactReader;
import io.tocsin.stream.story.Fingerprint;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.story.StoryWords;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import io.tocsin.stream.topic.TopicIndex;
import io.tocsin.stream.topic.TopicLexicon;
import io.tocsin.stream.topic.TopicResolver;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All dictionaries, compiled. Immutable and safe for use by any thread; each thread has its own {@link #session}. */
public final class Tagger {
    private final Gazetteer gazetteer;
    private final TopicLexicon topics;
    private final EscalationLexicon escalation;
    private final Languages languages;
    private final Lexicon lexicon;
    private final int firstTopic;
    private final int firstEscalation;
    private final FactReader facts;
    private final CreditReader credits;
    private final String version;

    /** The lexicon so far: most of its phrases name countries, and need not wait for the others. */
    private record Places(Languages languages, Gazetteer gazetteer, Lexicon.Builder builder, int next) {
        static Places of(Gazetteer gazetteer) {
            Languages languages = Languages.load();
            Lexicon.Builder builder = new Lexicon.Builder();
            languages.register(builder);
            return new Places(languages, gazetteer, builder, gazetteer.register(builder, 0));
        }
    }

    private Tagger(Places places, TopicLexicon topics, EscalationLexicon escalation, UserDictionary user) {
        this.gazetteer = places.gazetteer;
        this.topics = topics;
        this.escalation = escalation;
        languages = places.languages;
        Lexicon.Builder builder = places.builder;
        firstTopic = places.next;
        firstEscalation = topics.register(builder.beginDictionary(), firstTopic);
        int firstStoryWord = escalation.register(builder.beginDictionary(), firstEscalation);
        StoryWords storyWords = StoryWords.load();
        storyWords.register(builder.beginDictionary(), firstStoryWord);
        lexicon = builder.build();
        facts = new FactReader(storyWords, firstStoryWord);
        credits = new CreditReader(storyWords, firstStoryWord);
        version = LexiconVersion.of(files(gazetteer, topics, escalation), user);
    }

    /** All files that tags depend on; those on countries by their digest. */
    static List<DictionaryFile> files(Gazetteer gazetteer, TopicLexicon topics, EscalationLexicon escalation) {
        List<DictionaryFile> files = new ArrayList<>(List.of(Languages.file(), WordForms.file(), TopicIndex.file()));
        files.addAll(topics.files());
        files.addAll(escalation.files());
        files.add(new DictionaryFile("country", gazetteer.digest()));
        return files;
    }

    /** The dictionaries that ship with Tocsin; read side by side; takes a second or two. */
    public static Tagger load() {
        return load(UserDictionary.NONE);
    }

    /**
     * The dictionaries that ship with Tocsin, with a user's changes.
     *
     * @throws BrokenDictionary with everything that is wrong in the user's files
     */
    public static Tagger load(UserDictionary user) {
        List<DictionaryProblem> problems = new CopyOnWriteArrayList<>(user.problems());
        CompletableFuture<Optional<EscalationLexicon>> escalation =
                CompletableFuture.supplyAsync(() -> load(() -> EscalationLexicon.load(user), problems));
        CompletableFuture<Optional<TopicLexicon>> topics =
                CompletableFuture.supplyAsync(() -> load(() -> TopicLexicon.load(user), problems));
        Optional<Places> places = load(() -> Places.of(Gazetteer.load(user)), problems);
        // All three are waited for before any is judged, so that every problem is there.
        Optional<TopicLexicon> topicLexicon = topics.join();
        Optional<EscalationLexicon> escalationLexicon = escalation.join();
        if (places.isEmpty() || topicLexicon.isEmpty() || escalationLexicon.isEmpty() || !problems.isEmpty()) {
            problems.sort(Comparator.comparing(DictionaryProblem::file).thenComparingInt(DictionaryProblem::line));
            throw new BrokenDictionary(problems);
        }
        return new Tagger(places.get(), topicLexicon.get(), escalationLexicon.get(), user);
    }

    private static <D> Optional<D> load(Supplier<D> dictionary, List<DictionaryProblem> problems) {
        try {
            return Optional.of(dictionary.get());
        } catch (BrokenDictionary e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** The dictionaries' version, as it stands on each tagged article. */
    public String version() {
        return version;
    }

    /** A session for one thread. */
    public Session session() {
        return session(new SavedQueries());
    }

    /** A session for one thread that also looks for what has been saved; the queries may change meanwhile. */
    public Session session(SavedQueries queries) {
        return new Session(this, queries);
    }

    /** Tags one article after the other. Not safe for use by several threads. */
    public static final class Session {
        private final Tagger tagger;
        private final Tokens tokens = new Tokens();
        private final Hits places = new Hits();
        private final Hits terms = new Hits();
        private final Hits phrases = new Hits();
        private final Hits storyWords = new Hits();
        private final LanguageResolver languages;
        private final CountryResolver countries;
        private final TopicResolver topics;
        private final EscalationResolver escalation;
        private final SavedQueries queries;

        private Session(Tagger tagger, SavedQueries queries) {
            this.tagger = tagger;
            this.queries = queries;
            languages = new LanguageResolver(tagger.languages, tagger.lexicon);
            countries = new CountryResolver(tagger.gazetteer, 0);
            topics = new TopicResolver(tagger.topics, tagger.firstTopic);
            escalation = new EscalationResolver(tagger.escalation, tagger.firstEscalation);
        }

        /** The dictionaries' version. */
        public String version() {
            return tagger.version;
        }

        /**
         * Tags an article. Of a title or text that is longer than {@link RawArticle#MAX_TEXT}, which ingest lets none
         * be, only so much is read, so that time and memory are bounded whatever comes.
         */
        public Tagging tag(RawArticle article) {
            String title = readable(article.title());
            String text = readable(article.text());
            tagger.lexicon.cut(title, text, tokens);
            if (tokens.size() == 0) {
                return new Tagging.Untaggable(Exclusion.Reason.EMPTY, "neither title nor text holds a word");
            }
            @Nullable String language = languages.resolve(tokens, article.language());
            tagger.lexicon.find(tokens, tagger.languages.wanted(language), places, terms, phrases, storyWords);
            CountryMentions mentions = countries.mentions(
                    tokens, places, language, article.source().country());
            CountedTime counted = CountedTime.of(article.publishedAt(), article.firstSeenAt());
            List<TaggedArticle.Topic> found = topics.resolve(tokens, terms, language);
            TaggedArticle tagged = new TaggedArticle(
                    article.id(),
                    article.url(),
                    article.title(),
                    language,
                    article.source(),
                    article.publishedAt(),
                    article.firstSeenAt(),
                    counted.at(),
                    counted.by(),
                    countries.resolve(tokens, mentions),
                    found,
                    escalation.resolve(
                            tokens,
                            phrases,
                            found,
                            mentions::between,
                            language,
                            counted.at().atOffset(ZoneOffset.UTC).getYear()),
                    queries.match(title, text, language),
                    tagger.version,
                    article.revision());
            ArticleFacts facts = tagger.facts.read(
                    tokens, storyWords, language, mentions, tagged.countries(), languages::isFrequent);
            return new Tagging.Tagged(
                    tagged,
                    candidate(tagged, tagger.credits.agency(tokens, storyWords), Fingerprint.of(tokens), facts));
        }

        private static String readable(String field) {
            if (field.length() <= RawArticle.MAX_TEXT) {
                return field;
            }
            boolean splitsPair = Character.isHighSurrogate(field.charAt(RawArticle.MAX_TEXT - 1));
            return field.substring(0, splitsPair ? RawArticle.MAX_TEXT - 1 : RawArticle.MAX_TEXT);
        }

        private static StoryCandidate candidate(
                TaggedArticle tagged, @Nullable String agency, Fingerprint fingerprint, ArticleFacts facts) {
            TaggedArticle.@Nullable Match chief = chief(tagged.escalation());
            MatchKind kind = chief != null && chief.quad().escalates() ? chief.kind() : null;
            return new StoryCandidate(
                    tagged.id(),
                    tagged.url(),
                    tagged.title(),
                    tagged.language(),
                    tagged.source(),
                    agency,
                    tagged.publishedAt(),
                    tagged.firstSeenAt(),
                    tagged.countedAt(),
                    tagged.countries().stream()
                            .filter(TaggedArticle.Country::focus)
                            .map(TaggedArticle.Country::code)
                            .toList(),
                    tagged.topics().stream().map(TaggedArticle.Topic::code).toList(),
                    tagged.escalation().score(),
                    kind == MatchKind.THREAT,
                    kind == MatchKind.ACT,
                    tagged.escalation().family(),
                    tagged.queries().stream().map(TaggedArticle.QueryMatch::id).toList(),
                    fingerprint,
                    facts,
                    tagged.lexicon(),
                    tagged.revision());
        }

        /** The strongest counted match of the family that the article chiefly reports. */
        private static TaggedArticle.@Nullable Match chief(TaggedArticle.Escalation escalation) {
            TaggedArticle.@Nullable Match chief = null;
            for (TaggedArticle.Match match : escalation.matches()) {
                if (match.counted()
                        && match.family() == escalation.family()
                        && (chief == null || match.strength() > chief.strength())) {
                    chief = match;
                }
            }
            return chief;
        }
    }
}
