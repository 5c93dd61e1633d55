package io.tocsin.stream.escalation;

import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import io.tocsin.stream.topic.TopicLexicon;
import io.tocsin.stream.topic.TopicResolver;
import java.util.List;

/** The shipped dictionaries, ready to read an article. */
final class EscalationReader {
    private final Lexicon lexicon;
    private final TopicResolver topics;
    private final EscalationResolver resolver;
    private final Tokens tokens = new Tokens();
    private final Hits hits = new Hits();

    EscalationReader() {
        TopicLexicon topicLexicon = TopicLexicon.load();
        EscalationLexicon escalationLexicon = EscalationLexicon.load();
        Lexicon.Builder builder = new Lexicon.Builder();
        int first = topicLexicon.register(builder, 0);
        escalationLexicon.register(builder, first);
        lexicon = builder.build();
        topics = new TopicResolver(topicLexicon, 0);
        resolver = new EscalationResolver(escalationLexicon, first);
    }

    TaggedArticle.Escalation read(String title, String text, String language) {
        return read(title, text, language, SentenceCountries.NONE, 0);
    }

    TaggedArticle.Escalation read(String title, String text, String language, SentenceCountries countries, int year) {
        lexicon.read(title, text, tokens, hits);
        List<TaggedArticle.Topic> found = topics.resolve(tokens, hits, language);
        return resolver.resolve(tokens, hits, found, countries, language, year);
    }
}
