package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.CellName;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Exclusion;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.signal.Coverage;
import io.tocsin.stream.signal.HourlyStories;
import io.tocsin.stream.signal.WatchedScopes;
import io.tocsin.stream.story.StoryCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Says in which cells each article counts: its countries in focus times its topics, its family and all news; its pairs of
 * countries; and what else rules look at. Also counts the stories on each subject, of which cells are shares: here all
 * news passes. in = counted + excluded.
 */
final class CellStage extends ContextualProcessor<String, PlacedArticle, String, Outcome.OfCell> {
    /** With more countries in focus an article counts in no pair. */
    private static final int MOST_IN_PAIRS = 4;

    private final WatchedScopes scopes;
    private final ProcessingClock.Mode mode;
    private final StageCounts counts;
    private final Map<String, HourlyStories> covered = new HashMap<>();
    private @Nullable ProcessingClock clock;
    private @Nullable KeyValueStore<String, byte[]> store;

    CellStage(WatchedScopes scopes, ProcessingClock.Mode mode, MeterRegistry metrics) {
        this.scopes = scopes;
        this.mode = mode;
        this.counts = new StageCounts(metrics, "cell");
    }

    @Override
    public void init(ProcessorContext<String, Outcome.OfCell> context) {
        super.init(context);
        clock = mode.clock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        KeyValueStore<String, byte[]> found = context.getStateStore(Stages.COVERAGE);
        try (KeyValueIterator<String, byte[]> all = found.all()) {
            all.forEachRemaining(entry -> covered.put(entry.key, HourlyStories.decode(entry.value)));
        }
        store = found;
    }

    @Override
    public void process(Record<String, PlacedArticle> record) {
        counts.in();
        PlacedArticle placed = record.value();
        StoryCandidate article = placed.article();
        Objects.requireNonNull(clock).observe(article.arrivedAt());
        Map<String, Coverage> coverage = cover(placed);
        List<Contribution> contributions = new ArrayList<>();
        for (String country : article.countries()) {
            contributions.add(contribution(country, ordinary(article), placed, coverage));
        }
        for (String pair : CellName.pairs(inPairs(article.countries()))) {
            contributions.add(contribution(pair, List.of(CellName.ANY), placed, coverage));
        }
        scopes.wide(article)
                .forEach((place, subjects) ->
                        contributions.add(contribution(place, List.copyOf(subjects), placed, coverage)));
        if (contributions.isEmpty()) {
            counts.dropped(Exclusion.Reason.NO_CELL);
            Exclusion exclusion = new Exclusion(
                    article.id(),
                    Exclusion.Stage.CELL,
                    Exclusion.Reason.NO_CELL,
                    "it is about no country",
                    Instant.ofEpochMilli(context().currentSystemTimeMs()));
            context().forward(record.withValue(new Outcome.OfCell(List.of(), List.of(exclusion))));
            return;
        }
        counts.out();
        context().forward(record.withValue(new Outcome.OfCell(contributions, List.of())));
    }

    /** What is counted of a country whatever the rules say. */
    private static List<String> ordinary(StoryCandidate article) {
        return article.subjects().stream()
                .filter(subject -> !CellName.isQuery(subject))
                .toList();
    }

    /** An article about many countries is a survey of them, and about no two in particular. */
    private static List<String> inPairs(List<String> countries) {
        return countries.size() > MOST_IN_PAIRS ? List.of() : countries;
    }

    /** Counts the story on its subjects, and says how many there are on each. */
    private Map<String, Coverage> cover(PlacedArticle placed) {
        Instant now = Objects.requireNonNull(clock).now();
        Map<String, Coverage> coverage = new HashMap<>();
        for (String subject : placed.article().subjects()) {
            HourlyStories stories = covered.computeIfAbsent(subject, key -> new HourlyStories());
            if (!placed.copy()) {
                stories.count(placed.article().countedAt());
                Objects.requireNonNull(store).put(subject, stories.encode());
            }
            coverage.put(subject, stories.coverage(now));
        }
        return coverage;
    }

    private static Contribution contribution(
            String place, List<String> subjects, PlacedArticle placed, Map<String, Coverage> coverage) {
        StoryCandidate article = placed.article();
        return new Contribution(
                place,
                subjects,
                placed.storyId(),
                placed.copy(),
                article.voice(),
                article.countedAt(),
                article.arrivedAt(),
                article.escalation(),
                article.threat(),
                article.act(),
                new EvidenceArticle(
                        article.id(),
                        article.url(),
                        article.title(),
                        article.source().id(),
                        article.publishedAt()),
                placed.knownDays(),
                article.lexicon(),
                subjects.stream()
                        .map(subject -> Objects.requireNonNull(coverage.get(CellName.bare(subject))))
                        .toList());
    }
}
