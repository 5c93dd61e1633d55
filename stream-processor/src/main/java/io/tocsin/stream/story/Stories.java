package io.tocsin.stream.story;

import io.tocsin.events.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a story begins and grows. */
public final class Stories {
    /** Members and copies that a story names; it counts all of them. */
    static final int MAX_NAMED = 200;

    private Stories() {}

    /** The id of the story that an article begins. */
    public static String idOf(StoryCandidate first) {
        return "st-" + first.id();
    }

    /** The story that an article begins. */
    public static Story begin(StoryCandidate first) {
        return begin(idOf(first), first);
    }

    /** A story of that id whose first article is a report of its own. */
    static Story begin(String id, StoryCandidate first) {
        return new Story(
                id,
                first.title(),
                first.language(),
                first.countries(),
                first.topics(),
                List.of(first.id()),
                List.of(),
                List.of(first.voice()),
                1,
                0,
                first.countedAt(),
                first.countedAt(),
                List.of());
    }

    /** A story of that id of which only copies are left: nobody reports it any more. */
    static Story beginWithCopy(String id, StoryCandidate copy) {
        return new Story(
                id,
                copy.title(),
                copy.language(),
                copy.countries(),
                copy.topics(),
                List.of(copy.id()),
                List.of(copy.id()),
                List.of(),
                1,
                1,
                copy.countedAt(),
                copy.countedAt(),
                List.of());
    }

    /** The story with one more copy; a copy is no new voice, so the owners stay as they are. */
    public static Story withCopy(Story story, StoryCandidate copy) {
        return new Story(
                story.id(),
                story.title(),
                story.language(),
                union(story.countries(), copy.countries()),
                union(story.topics(), copy.topics()),
                newest(story.members(), copy.id()),
                newest(story.copies(), copy.id()),
                story.owners(),
                story.articles() + 1,
                story.copyCount() + 1,
                earlier(story.firstSeenAt(), copy.countedAt()),
                later(story.lastSeenAt(), copy.countedAt()),
                story.revisions());
    }

    /** The story with one more report of its own; who publishes it is one more voice. */
    public static Story withReport(Story story, StoryCandidate report) {
        return new Story(
                story.id(),
                story.title(),
                story.language(),
                union(story.countries(), report.countries()),
                union(story.topics(), report.topics()),
                newest(story.members(), report.id()),
                story.copies(),
                union(story.owners(), List.of(report.voice())),
                story.articles() + 1,
                story.copyCount(),
                earlier(story.firstSeenAt(), report.countedAt()),
                later(story.lastSeenAt(), report.countedAt()),
                story.revisions());
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    private static List<String> union(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static List<String> newest(List<String> named, String added) {
        List<String> all = new ArrayList<>(named);
        all.add(added);
        return all.size() > MAX_NAMED ? all.subList(all.size() - MAX_NAMED, all.size()) : all;
    }
}
