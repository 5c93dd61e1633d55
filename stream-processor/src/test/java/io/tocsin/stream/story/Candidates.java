package io.tocsin.stream.story;

import io.tocsin.events.Family;
import io.tocsin.events.Revision;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as the story stage gets them, about Iran and armed conflict. */
final class Candidates {
    private Candidates() {}

    static StoryCandidate article(String id, Instant at, Fingerprint fingerprint, ArticleFacts facts) {
        return article(id, "house of " + id, at, fingerprint, facts, null);
    }

    static StoryCandidate article(
            String id,
            String owner,
            Instant at,
            Fingerprint fingerprint,
            ArticleFacts facts,
            @Nullable Revision revision) {
        return new StoryCandidate(
                id,
                "https://s.example/" + id,
                "Title of " + id,
                "en",
                new Source("s.example", owner, null),
                null,
                at,
                at,
                at,
                List.of("IR"),
                List.of("medtop:16000000"),
                5,
                false,
                true,
                Family.ASSAULT,
                List.of("hormuz"),
                fingerprint,
                facts,
                "v1",
                revision);
    }

    static Revision revision(int version, Revision.Kind kind, Instant seenAt) {
        return new Revision(version, kind, seenAt, List.of());
    }
}
