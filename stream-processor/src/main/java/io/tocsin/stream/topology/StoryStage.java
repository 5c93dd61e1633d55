package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Story;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.KnownDays;
import io.tocsin.stream.story.Placement;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.story.StoryIndex;
import io.tocsin.stream.story.StoryTeller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Places each article in a story, and takes it out of it again when its source does. in = placed + excluded. What the teller remembers is in memory and made anew from the
 * stores at each start, so after a failure it is what the changelogs say.
 */
final class StoryStage extends ContextualProcessor<String, StoryCandidate, String, Outcome.OfStory> {
    private final ProcessingClock.Mode mode;
    private final StageCounts counts;
    private final StoryTeller teller = new StoryTeller();
    private KnownDays knownDays = KnownDays.NONE;
    private @Nullable ProcessingClock clock;
    private @Nullable KeyValueStore<String, StoryIndex.Member> members;
    private @Nullable KeyValueStore<String, Story> stories;

    StoryStage(ProcessingClock.Mode mode, MeterRegistry metrics) {
        this.mode = mode;
        this.counts = new StageCounts(metrics, "story");
    }

    @Override
    public void init(ProcessorContext<String, Outcome.OfStory> context) {
        super.init(context);
        ProcessingClock started = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        KeyValueStore<String, StoryIndex.Member> membersFound = context.getStateStore(Stages.MEMBERS);
        KeyValueStore<String, Story> storiesFound = context.getStateStore(Stages.STORIES);
        List<StoryIndex.Member> remembered = new ArrayList<>();
        try (KeyValueIterator<String, StoryIndex.Member> all = membersFound.all()) {
            all.forEachRemaining(entry -> remembered.add(entry.value));
        }
        remembered.sort(Comparator.comparing(
                        (StoryIndex.Member member) -> member.article().arrivedAt())
                .thenComparing(member -> member.article().id()));
        for (StoryIndex.Member member : remembered) {
            teller.remember(member);
            started.observe(member.article().seenAt());
        }
        try (KeyValueIterator<String, Story> all = storiesFound.all()) {
            all.forEachRemaining(entry -> {
                teller.remember(entry.value);
                knownDays = knownDays.with(day(entry.value.firstSeenAt())).with(day(entry.value.lastSeenAt()));
            });
        }
        clock = started;
        members = membersFound;
        stories = storiesFound;
    }

    private static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 86_400);
    }

    @Override
    public void process(Record<String, StoryCandidate> record) {
        counts.in();
        StoryCandidate article = record.value();
        ProcessingClock time = Objects.requireNonNull(clock);
        time.observe(article.seenAt());
        StoryTeller.Telling telling = teller.tell(article, time.now());
        keep(telling);
        context().forward(record.withValue(outcome(article, telling, time.now())));
    }

    private Outcome.OfStory outcome(StoryCandidate article, StoryTeller.Telling telling, Instant now) {
        if (telling.story().isEmpty()) {
            Exclusion exclusion = exclusion(article, telling.placement(), now);
            counts.dropped(exclusion.reason());
            return Outcome.OfStory.excluded(exclusion);
        }
        counts.out();
        knownDays = knownDays.with(day(article.countedAt()));
        StoryIndex.Member member = telling.member().orElseThrow();
        return Outcome.OfStory.placed(
                telling.story().get(),
                new PlacedArticle(
                        article,
                        member.storyId(),
                        member.part(),
                        telling.former().orElse(null),
                        knownDays));
    }

    private static Exclusion exclusion(StoryCandidate article, Placement placement, Instant now) {
        Exclusion.Reason reason = Exclusion.Reason.REPEATED;
        String details = "was placed in a story before";
        if (placement instanceof Placement.TakenBack) {
            reason = Exclusion.Reason.RETRACTED;
            details = "its source has taken it back; it is in no story that is remembered";
        } else if (placement instanceof Placement.Forgotten) {
            reason = Exclusion.Reason.TOO_LATE;
            details = "version " + article.version() + " came at " + article.seenAt() + ", more than "
                    + StoryIndex.KEPT.toHours() + " hours after the first, which is forgotten";
        }
        return new Exclusion(article.id(), Exclusion.Stage.STORY, reason, details, now);
    }

    private void keep(StoryTeller.Telling telling) {
        KeyValueStore<String, StoryIndex.Member> memberStore = Objects.requireNonNull(members);
        KeyValueStore<String, Story> storyStore = Objects.requireNonNull(stories);
        telling.forgotten().forEach(memberStore::delete);
        telling.ended().forEach(storyStore::delete);
        telling.member().ifPresent(member -> memberStore.put(member.article().id(), member));
        telling.story().ifPresent(story -> storyStore.put(story.id(), story.articles() == 0 ? null : story));
    }
}
