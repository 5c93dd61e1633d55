package io.tocsin.bench.parts;

import io.tocsin.events.RawArticle;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.stream.country.CountryMentions;
import io.tocsin.stream.country.CountryResolver;
import io.tocsin.stream.country.Gazetteer;
import io.tocsin.stream.escalation.EscalationLexicon;
import io.tocsin.stream.escalation.EscalationResolver;
import io.tocsin.stream.lexicon.LanguageResolver;
import io.tocsin.stream.lexicon.Languages;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import io.tocsin.stream.topic.TopicLexicon;
import io.tocsin.stream.topic.TopicResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time an English article of 4 KB takes in each part of tagging, and in all of them; each part on what it is given. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class TaggingParts {
    private static final String LANGUAGE = "en";
    private static final int YEAR = 2026;

    private final ReadArticles articles = new ReadArticles();
    private final Tagger.Session session = Tagger.load().session();
    private final JsonEventCodec<TaggedArticle> codec = new JsonEventCodec<>(TaggedArticle.class);
    private final Languages languages = Languages.load();
    private final Lexicon lexicon;
    private final LanguageResolver languageResolver;
    private final CountryResolver countryResolver;
    private final TopicResolver topicResolver;
    private final EscalationResolver escalationResolver;
    private final Tokens tokens = new Tokens();
    private final Hits places = new Hits();
    private final Hits terms = new Hits();
    private final Hits phrases = new Hits();
    private final List<Read> read = new ArrayList<>();
    private int next;

    /** An article after the parts that come before the one that is timed. */
    private record Read(
            Tokens tokens,
            Hits places,
            Hits terms,
            Hits phrases,
            CountryMentions mentions,
            List<TaggedArticle.Topic> topics,
            TaggedArticle tagged) {}

    /** Loads the dictionaries and takes all articles through all parts. */
    public TaggingParts() {
        Gazetteer gazetteer = Gazetteer.load();
        TopicLexicon topicLexicon = TopicLexicon.load();
        EscalationLexicon escalationLexicon = EscalationLexicon.load();
        Lexicon.Builder builder = new Lexicon.Builder();
        languages.register(builder);
        int firstTopic = gazetteer.register(builder, 0);
        int firstEscalation = topicLexicon.register(builder.beginDictionary(), firstTopic);
        escalationLexicon.register(builder.beginDictionary(), firstEscalation);
        lexicon = builder.build();
        languageResolver = new LanguageResolver(languages, lexicon);
        countryResolver = new CountryResolver(gazetteer, 0);
        topicResolver = new TopicResolver(topicLexicon, firstTopic);
        escalationResolver = new EscalationResolver(escalationLexicon, firstEscalation);
        articles.all().forEach(article -> read.add(read(article)));
    }

    private Read read(RawArticle article) {
        Tokens cut = new Tokens();
        Hits itsPlaces = new Hits();
        Hits itsTerms = new Hits();
        Hits itsPhrases = new Hits();
        lexicon.cut(article.title(), article.text(), cut);
        lexicon.find(cut, languages.wanted(LANGUAGE), itsPlaces, itsTerms, itsPhrases);
        CountryMentions mentions = countryResolver.mentions(cut, itsPlaces, LANGUAGE, null);
        List<TaggedArticle.Topic> topics = topicResolver.resolve(cut, itsTerms, LANGUAGE);
        if (session.tag(article) instanceof Tagging.Tagged tagged) {
            return new Read(cut, itsPlaces, itsTerms, itsPhrases, mentions, topics, tagged.article());
        }
        throw new IllegalStateException(article.id() + " has no tags");
    }

    private Read next() {
        next = next + 1 == read.size() ? 0 : next + 1;
        return read.get(next);
    }

    /** Into tokens. */
    @Benchmark
    public Tokens cut() {
        RawArticle article = articles.next();
        lexicon.cut(article.title(), article.text(), tokens);
        return tokens;
    }

    /** All phrases of the dictionaries. */
    @Benchmark
    public Hits find() {
        lexicon.find(next().tokens(), languages.wanted(LANGUAGE), places, terms, phrases);
        return places;
    }

    @Benchmark
    public @Nullable String language() {
        return languageResolver.resolve(next().tokens(), LANGUAGE);
    }

    @Benchmark
    public List<TaggedArticle.Country> countries() {
        Read article = next();
        return countryResolver.resolve(article.tokens(), article.places(), LANGUAGE, null);
    }

    @Benchmark
    public List<TaggedArticle.Topic> topics() {
        Read article = next();
        return topicResolver.resolve(article.tokens(), article.terms(), LANGUAGE);
    }

    @Benchmark
    public TaggedArticle.Escalation escalation() {
        Read article = next();
        return escalationResolver.resolve(
                article.tokens(), article.phrases(), article.topics(), article.mentions()::between, LANGUAGE, YEAR);
    }

    /** The whole tagger, with what stories need of an article. */
    @Benchmark
    public Tagging tag() {
        return session.tag(articles.next());
    }

    /** The tags as JSON. */
    @Benchmark
    public byte[] json() {
        return codec.encode(next().tagged());
    }
}
