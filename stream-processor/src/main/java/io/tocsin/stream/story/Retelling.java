package io.tocsin.stream.story;

import io.tocsin.events.Story;
import io.tocsin.stream.story.StoryIndex.Member;
import io.tocsin.stream.story.StoryIndex.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a story anew after one of its articles has come in a later version, or was taken back. */
final class Retelling {
    private Retelling() {}

    /**
     * The story with the article as it is now. When all its articles are remembered it is told from its beginning. Else
     * what forgotten articles brought to it is kept: its title, its owners, its countries and topics.
     *
     * @param former the version before
     * @param now the version that counts from now on
     * @param remembered what is remembered of an article, null when nothing is; knows {@code now}
     */
    static Story of(Story story, Member former, Member now, Function<String, @Nullable Member> remembered) {
        Set<String> ids = new LinkedHashSet<>(story.members());
        ids.add(now.articleId());
        boolean named = story.articles() == story.members().size();
        Story told = named && ids.stream().allMatch(id -> remembered.apply(id) != null)
                ? fromTheBeginning(story, ids, remembered)
                : inPart(story, former, now);
        return told.revised(revisions(story, now));
    }

    private static Story fromTheBeginning(Story story, Set<String> ids, Function<String, @Nullable Member> remembered) {
        Story told = null;
        for (String id : ids) {
            Member member = Objects.requireNonNull(remembered.apply(id));
            switch (member.part()) {
                case REPORT ->
                    told = told == null
                            ? Stories.begin(story.id(), member.article())
                            : Stories.withReport(told, member.article());
                case COPY ->
                    told = told == null
                            ? Stories.beginWithCopy(story.id(), member.article())
                            : Stories.withCopy(told, member.article());
                case TAKEN_BACK -> {
                    // It is in the story no more.
                }
            }
        }
        return told == null ? gone(story) : told;
    }

    private static Story gone(Story story) {
        return new Story(
                story.id(),
                story.title(),
                story.language(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                story.firstSeenAt(),
                story.lastSeenAt(),
                story.revisions());
    }

    private static Story inPart(Story story, Member former, Member now) {
        Story without = former.part() == Part.TAKEN_BACK ? story : without(story, former);
        return switch (now.part()) {
            case REPORT -> Stories.withReport(without, now.article());
            case COPY -> Stories.withCopy(without, now.article());
            case TAKEN_BACK -> without;
        };
    }

    private static Story without(Story story, Member former) {
        return new Story(
                story.id(),
                story.title(),
                story.language(),
                story.countries(),
                story.topics(),
                without(story.members(), former.articleId()),
                without(story.copies(), former.articleId()),
                story.owners(),
                story.articles() - 1,
                story.copyCount() - (former.part() == Part.COPY ? 1 : 0),
                story.firstSeenAt(),
                story.lastSeenAt(),
                story.revisions());
    }

    private static List<String> without(List<String> ids, String gone) {
        return ids.stream().filter(id -> !id.equals(gone)).toList();
    }

    private static List<Story.Revised> revisions(Story story, Member now) {
        StoryCandidate article = now.article();
        List<Story.Revised> revisions = new ArrayList<>(story.revisions());
        revisions.removeIf(revised -> revised.articleId().equals(article.id()));
        revisions.add(new Story.Revised(article.id(), article.version(), article.kind(), article.seenAt()));
        int size = revisions.size();
        return List.copyOf(revisions.subList(Math.max(0, size - Stories.MAX_NAMED), size));
    }
}
