package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Story;
import io.tocsin.events.codec.Json;
import io.tocsin.stream.story.StoryTeller;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin stories}. */
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        description = "Groups archived articles into stories, in the order of their arrival.",
        footer = {"", "Example:", "  tocsin stories --jsonl archive.jsonl"})
final class StoriesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--jsonl", description = "One story a line.")
    private boolean jsonl;

    @Mixin
    private final LexiconOptions lexicon = new LexiconOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Archives; - is standard input.")
    private List<String> files = List.of();

    StoriesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        InputFiles.Archived archived = new InputFiles(surroundings).archived(files);
        Map<String, Story> stories = new LinkedHashMap<>();
        StoryTeller teller = new StoryTeller();
        Tagger.Session session = lexicon.tagger(surroundings).session();
        for (RawArticle article : archived.articles()) {
            if (session.tag(article) instanceof Tagging.Tagged tagged) {
                teller.tell(tagged.candidate(), tagged.candidate().seenAt())
                        .story()
                        .ifPresent(story -> stories.put(story.id(), story));
            }
        }
        for (Story story : stories.values()) {
            print(story);
        }
        return archived.code().code();
    }

    private void print(Story story) throws Exception {
        if (jsonl) {
            surroundings.out().write(Json.MAPPER.writeValueAsBytes(story));
            surroundings.out().write('\n');
        } else {
            surroundings
                    .out()
                    .printf(
                            "%s  %s%n    %d articles, %d copies, %s%n",
                            Json.time(story.firstSeenAt()),
                            story.title(),
                            story.articles(),
                            story.copyCount(),
                            String.join(", ", story.owners()));
        }
    }
}
