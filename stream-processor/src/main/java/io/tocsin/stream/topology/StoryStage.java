package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Story;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.KnownDays;
import io.tocsin.stream.story.Placement;
import io.tocsin.stream.story.Stories;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.story.StoryIndex;
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
 * Places each article in a story. in = placed + excluded. The index is in memory and made anew from the store of
 * members at each start, so after a failure it is what the changelog says.
 */
final class StoryStage extends ContextualProcessor<String, StoryCandidate, String, Outcome.OfStory> {
    private final ProcessingClock.Mode mode;
    private final StageCounts counts;
    private final StoryIndex index = new StoryIndex();
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
        clock = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        KeyValueStore<String, StoryIndex.Member> membersFound = context.getStateStore(Stages.MEMBERS);
        KeyValueStore<String, Story> storiesFound = context.getStateStore(Stages.STORIES);
        members = membersFound;
        stories = storiesFound;
        List<StoryIndex.Member> remembered = new ArrayList<>();
        try (KeyValueIterator<String, StoryIndex.Member> all = membersFound.all()) {
            all.forEachRemaining(entry -> remembered.add(entry.value));
        }
        remembered.stream()
                .sorted(Comparator.comparing(StoryIndex.Member::arrivedAt).thenComparing(StoryIndex.Member::articleId))
                .forEach(index::add);
        remembered.forEach(member -> clockNow().observe(member.arrivedAt()));
        try (KeyValueIterator<String, Story> all = storiesFound.all()) {
            all.forEachRemaining(entry -> knownDays = knownDays.with(day(entry.value.firstSeenAt())));
        }
    }

    private ProcessingClock clockNow() {
        return Objects.requireNonNull(clock);
    }

    private static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 86_400);
    }

    @Override
    public void process(Record<String, StoryCandidate> record) {
        counts.in();
        StoryCandidate article = record.value();
        clockNow().observe(article.arrivedAt());
        expire(clockNow().now());
        Placement placement = index.place(article.id(), article.fingerprint());
        Outcome.OfStory outcome;
        if (placement instanceof Placement.Repeated repeated) {
            counts.dropped(Exclusion.Reason.REPEATED);
            outcome = Outcome.OfStory.excluded(new Exclusion(
                    article.id(),
                    Exclusion.Stage.STORY,
                    Exclusion.Reason.REPEATED,
                    "is in story " + repeated.storyId() + " already",
                    clockNow().now()));
        } else {
            counts.out();
            knownDays = knownDays.with(day(article.countedAt()));
            outcome = placed(article, placement);
        }
        context().forward(record.withValue(outcome));
    }

    private Outcome.OfStory placed(StoryCandidate article, Placement placement) {
        KeyValueStore<String, Story> told = Objects.requireNonNull(stories);
        Story before = placement instanceof Placement.CopyOf copy ? told.get(copy.storyId()) : null;
        Story after = before == null ? Stories.begin(article) : Stories.withCopy(before, article);
        StoryIndex.Member member =
                new StoryIndex.Member(article.id(), after.id(), article.arrivedAt(), article.fingerprint());
        index.add(member);
        Objects.requireNonNull(members).put(member.articleId(), member);
        told.put(after.id(), after);
        return Outcome.OfStory.placed(after, new PlacedArticle(article, after.id(), before != null, knownDays));
    }

    private void expire(Instant now) {
        for (StoryIndex.Member gone : index.expire(now)) {
            Objects.requireNonNull(members).delete(gone.articleId());
            Story story = Objects.requireNonNull(stories).get(gone.storyId());
            if (story != null && story.lastSeenAt().isBefore(now.minus(StoryIndex.KEPT))) {
                Objects.requireNonNull(stories).delete(gone.storyId());
            }
        }
    }
}
