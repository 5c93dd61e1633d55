package io.tocsin.stream.story;

import io.tocsin.events.Revision;
import io.tocsin.events.Story;
import io.tocsin.stream.story.StoryIndex.Member;
import io.tocsin.stream.story.StoryIndex.Part;
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
     * @param story its story as it is now, without articles when the last one was taken back; empty when the article
     *     was left out
     * @param member what is to be remembered of it; empty likewise
     * @param former the version that it takes the place of; empty when there is none
     * @param forgotten ids of articles that are remembered no longer
     * @param ended ids of stories that are remembered no longer
     */
    public record Telling(
            Placement placement,
            Optional<Story> story,
            Optional<Member> member,
            Optional<Former> former,
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
    public void remember(Member member) {
        index.add(member);
    }

    /** Places an article. */
    public Telling tell(StoryCandidate article, Instant now) {
        List<String> forgotten = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (Member gone : index.expire(now)) {
            forgotten.add(gone.articleId());
            Story story = stories.get(gone.storyId());
            if (story != null && !hasRemembered(story)) {
                stories.remove(story.id());
                ended.add(story.id());
            }
        }
        Member known = index.member(article.id());
        if (known == null) {
            return placed(article, now, forgotten, ended);
        }
        return article.version() > known.article().version()
                ? revised(article, known, forgotten, ended)
                : left(new Placement.Repeated(known.storyId()), forgotten, ended);
    }

    /** Looks at the newest first, because it is remembered longest. */
    private boolean hasRemembered(Story story) {
        for (int i = story.members().size() - 1; i >= 0; i--) {
            if (index.member(story.members().get(i)) != null) {
                return true;
            }
        }
        return false;
    }

    private Telling placed(StoryCandidate article, Instant now, List<String> forgotten, List<String> ended) {
        if (article.kind() == Revision.Kind.RETRACTED) {
            return left(new Placement.TakenBack(Optional.empty()), forgotten, ended);
        }
        if (article.version() > 1 && article.arrivedAt().isBefore(now.minus(StoryIndex.KEPT))) {
            return left(new Placement.Forgotten(), forgotten, ended);
        }
        Placement placement = index.place(article.id(), article.arrivedAt(), article.fingerprint(), article.facts());
        Story before = placement.joins().map(stories::get).orElse(null);
        Part part = before != null && placement instanceof Placement.CopyOf ? Part.COPY : Part.REPORT;
        Story after = before == null
                ? Stories.begin(article)
                : part == Part.COPY ? Stories.withCopy(before, article) : Stories.withReport(before, article);
        Member member = new Member(article, after.id(), part);
        index.add(member);
        stories.put(after.id(), after);
        return new Telling(
                before == null ? new Placement.NewStory() : placement,
                Optional.of(after),
                Optional.of(member),
                Optional.empty(),
                forgotten,
                ended);
    }

    /** The article stays in its story, whatever it says now; it leaves it when its source takes it back. */
    private Telling revised(StoryCandidate article, Member known, List<String> forgotten, List<String> ended) {
        boolean takenBack = article.kind() == Revision.Kind.RETRACTED;
        Story before = stories.get(known.storyId());
        Part part = takenBack
                ? Part.TAKEN_BACK
                : known.part() != Part.REPORT && index.repeatsAnother(article) ? Part.COPY : Part.REPORT;
        Member member = new Member(article, before == null ? Stories.idOf(article) : known.storyId(), part);
        index.replace(member);
        Placement placement = takenBack
                ? new Placement.TakenBack(Optional.of(known.storyId()))
                : new Placement.Revised(member.storyId());
        if (before == null && takenBack) {
            return new Telling(placement, Optional.empty(), Optional.of(member), Optional.empty(), forgotten, ended);
        }
        Story after = before == null
                ? Retelling.of(Stories.begin(article), known, member, index::member)
                : Retelling.of(before, known, member, index::member);
        if (after.articles() == 0) {
            stories.remove(after.id());
        } else {
            stories.put(after.id(), after);
        }
        return new Telling(
                placement,
                Optional.of(after),
                Optional.of(member),
                Optional.of(Former.of(known, index.members())),
                forgotten,
                ended);
    }

    private static Telling left(Placement placement, List<String> forgotten, List<String> ended) {
        return new Telling(placement, Optional.empty(), Optional.empty(), Optional.empty(), forgotten, ended);
    }
}
