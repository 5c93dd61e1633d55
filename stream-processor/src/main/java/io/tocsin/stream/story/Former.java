package io.tocsin.stream.story;

import io.tocsin.stream.story.StoryIndex.Member;
import io.tocsin.stream.story.StoryIndex.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * The version of an article that counts no more, because a later one has come.
 *
 * @param part what it was in its story
 * @param sameVoice the other reports of its voice that are remembered: where they count, so does the voice
 */
public record Former(StoryCandidate article, Part part, List<StoryCandidate> sameVoice) {
    public Former {
        sameVoice = List.copyOf(sameVoice);
    }

    /** A member as it was, among those that are remembered. */
    static Former of(Member member, Iterable<Member> remembered) {
        List<StoryCandidate> sameVoice = new ArrayList<>();
        for (Member other : remembered) {
            if (other.part() == Part.REPORT
                    && !other.articleId().equals(member.articleId())
                    && other.article().voice().equals(member.article().voice())) {
                sameVoice.add(other.article());
            }
        }
        return new Former(member.article(), member.part(), sameVoice);
    }
}
