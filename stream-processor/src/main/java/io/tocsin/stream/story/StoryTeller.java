package io.tocsin.stream.story;

import io.tocsin.events.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places each article in a story and tells the story anew: the whole of the story stage, without Kafka. Remembers what
 * {@link StoryIndex} remembers, and those articles' stories. Not safe for use by several threads.
 */
public final class StoryTeller {
    private final StoryIndex index = new StoryIndex();
    private final Map<String, Story> stories = new HashMap<>();

    /**
     * What came of one article.
     *
     * @param placement where it belongs
     * @param story its story as it is now; empty when the article was placed before
     * @param member what is to be remembered of it; empty likewise
     * @param forgotten ids of articles that are remembered no longer
     * @param ended ids of stories that are remembered no longer
     */
    public record Telling(
            Placement placement,
            Optional<Story> story,
            Optional<StoryIndex.Member> member,
            List<String> forgotten,
            List<String> ended) {

        public Telling {
            forgotten = List.copyOf(forgotten);
            ended = List.copyOf(ended);
        }
    }

    /** Remembers a story, as at a start. */
    public void remember(Story story) {
        stories.put(story.id(), story);
    }

    /** Remembers an article, as at a start; in the order of arrival. */
    public void remember(StoryIndex.Member member) {
        index.add(member);
    }

    /** Places an article. */
    public Telling tell(StoryCandidate article, Instant now) {
        List<String> forgotten = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (StoryIndex.Member gone : index.expire(now)) {
            forgotten.add(gone.articleId());
            Story story = stories.get(gone.storyId());
            if (story != null && story.members().get(story.members().size() - 1).equals(gone.articleId())) {
                stories.remove(story.id());
                ended.add(story.id());
            }
        }
        Placement placement = index.place(article.id(), article.arrivedAt(), article.fingerprint(), article.facts());
        if (placement instanceof Placement.Repeated) {
            return new Telling(placement, Optional.empty(), Optional.empty(), forgotten, ended);
        }
        Story before = placement.joins().map(stories::get).orElse(null);
        boolean copy = before != null && placement instanceof Placement.CopyOf;
        Story after = before == null
                ? Stories.begin(article)
                : copy ? Stories.withCopy(before, article) : Stories.withReport(before, article);
        StoryIndex.Member member = new StoryIndex.Member(
                article.id(), after.id(), article.arrivedAt(), article.fingerprint(), article.facts(), copy);
        index.add(member);
        stories.put(after.id(), after);
        return new Telling(
                before == null ? new Placement.NewStory() : placement,
                Optional.of(after),
                Optional.of(member),
                forgotten,
                ended);
    }
}
