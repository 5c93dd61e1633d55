package io.tocsin.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several articles report. Topic {@code stories.v1}, key: {@link #id}.
 *
 * @param id that of its first article, prefixed {@code st-}
 * @param title that of its first article
 * @param countries those that its members are about, in the order in which they came up
 * @param topics qcodes of its members, in the order in which they came up
 * @param members ids of all its articles in order of arrival, copies included; the newest 200
 * @param copies ids of those members that repeat another's text
 * @param owners independent publisher families that report it
 * @param articles all its articles ever, copies included
 * @param copyCount all its copies ever
 */
public record Story(
        String id,
        String title,
        @Nullable String language,
        List<String> countries,
        List<String> topics,
        List<String> members,
        List<String> copies,
        List<String> owners,
        int articles,
        int copyCount,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    public Story {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        members = List.copyOf(members);
        copies = List.copyOf(copies);
        owners = List.copyOf(owners);
    }
}
