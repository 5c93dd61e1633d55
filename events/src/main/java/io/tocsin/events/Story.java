package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several articles report. Topic {@code stories.v1}, key: {@link #id}. One whose articles have all been taken back
 * has no member left and is gone.
 *
 * @param id that of its first article, prefixed {@code st-}
 * @param title that of its first article
 * @param countries those that its members are about, in the order in which they came up
 * @param topics qcodes of its members, in the order in which they came up
 * @param members ids of all its articles in order of arrival, copies included; the newest 200
 * @param copies ids of those members that repeat another's text
 * @param owners independent publisher families that report it
 * @param articles all its articles, copies included; those that were taken back are not
 * @param copyCount all its copies, likewise
 * @param revisions the later versions of its articles, the latest one of each, retracted ones too; the newest 200
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
        Instant lastSeenAt,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Revised> revisions) {

    public Story {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        members = List.copyOf(members);
        copies = List.copyOf(copies);
        owners = List.copyOf(owners);
        revisions = List.copyOf(revisions);
    }

    /** The same with those revisions. */
    public Story revised(List<Revised> which) {
        return new Story(
                id,
                title,
                language,
                countries,
                topics,
                members,
                copies,
                owners,
                articles,
                copyCount,
                firstSeenAt,
                lastSeenAt,
                which);
    }

    /**
     * A later version of one of its articles.
     *
     * @param version 1 for the first
     * @param at when that version was seen
     */
    public record Revised(String articleId, int version, Revision.Kind kind, Instant at) {}
}
