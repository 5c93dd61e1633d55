package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.CellName;
import io.tocsin.events.Correction;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Revision;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.signal.Coverage;
import io.tocsin.stream.signal.HourlyStories;
import io.tocsin.stream.signal.Taken;
import io.tocsin.stream.signal.WatchedScopes;
import io.tocsin.stream.story.Former;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.story.StoryIndex.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * news passes. A later version of an article takes the place of the one before in every cell. in = counted + excluded.
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
        Objects.requireNonNull(clock).observe(article.seenAt());
        Former former = placed.former();
        Map<String, List<String>> before =
                former == null || former.part() == Part.TAKEN_BACK ? Map.of() : cells(former.article());
        Map<String, List<String>> after = placed.part() == Part.TAKEN_BACK ? Map.of() : cells(article);
        Map<String, Coverage> coverage = cover(placed);
        List<Contribution> contributions = new ArrayList<>();
        after.forEach((place, subjects) -> contributions.add(
                contribution(place, subjects, placed, coverage, taken(place, before.get(place), placed))));
        before.forEach((place, subjects) -> {
            if (!after.containsKey(place)) {
                contributions.add(contribution(place, List.of(), placed, coverage, taken(place, subjects, placed)));
            }
        });
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

    /** The cells of an article: subjects by place, the countries first, all news before what is a share of it. */
    private Map<String, List<String>> cells(StoryCandidate article) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (String country : article.countries()) {
            cells.computeIfAbsent(country, place -> new ArrayList<>()).addAll(ordinary(article));
        }
        for (String pair : CellName.pairs(inPairs(article.countries()))) {
            cells.computeIfAbsent(pair, place -> new ArrayList<>()).add(CellName.ANY);
        }
        scopes.wide(article).forEach((place, subjects) -> cells.computeIfAbsent(place, key -> new ArrayList<>())
                .addAll(subjects));
        return cells;
    }

    /** What the version before had counted for in a place. */
    private @Nullable Taken taken(String place, @Nullable List<String> subjects, PlacedArticle placed) {
        Former former = placed.former();
        if (former == null || subjects == null) {
            return null;
        }
        Map<String, Instant> voiceAlso = new HashMap<>();
        for (StoryCandidate other : former.sameVoice()) {
            for (String subject : cells(other).getOrDefault(place, List.of())) {
                voiceAlso.merge(subject, other.countedAt(), (one, more) -> one.isAfter(more) ? one : more);
            }
        }
        StoryCandidate article = former.article();
        return new Taken(
                subjects,
                former.part() == Part.COPY,
                article.voice(),
                article.countedAt(),
                article.escalation(),
                article.threat(),
                article.act(),
                voiceAlso,
                correction(placed, former, Correction.Kind.RETRACTED),
                placed.article().kind() == Revision.Kind.CORRECTED
                        ? correction(placed, former, Correction.Kind.AMENDED)
                        : null);
    }

    private static Correction correction(PlacedArticle placed, Former former, Correction.Kind kind) {
        StoryCandidate article = placed.article();
        return new Correction(
                article.id(),
                placed.storyId(),
                kind,
                null,
                article.title().isBlank() ? former.article().title() : article.title(),
                article.source().id(),
                article.seenAt());
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

    /** Counts the story on its subjects, takes the version before from its own, and says how many there are on each. */
    private Map<String, Coverage> cover(PlacedArticle placed) {
        Instant now = Objects.requireNonNull(clock).now();
        Former former = placed.former();
        if (former != null && former.part() == Part.REPORT) {
            for (String subject : former.article().subjects()) {
                HourlyStories stories = covered.computeIfAbsent(subject, key -> new HourlyStories());
                stories.takeOut(former.article().countedAt());
                Objects.requireNonNull(store).put(subject, stories.encode());
            }
        }
        Map<String, Coverage> coverage = new HashMap<>();
        for (String subject : placed.article().subjects()) {
            HourlyStories stories = covered.computeIfAbsent(subject, key -> new HourlyStories());
            if (placed.part() == Part.REPORT) {
                stories.count(placed.article().countedAt());
                Objects.requireNonNull(store).put(subject, stories.encode());
            }
            coverage.put(subject, stories.coverage(now));
        }
        return coverage;
    }

    private static Contribution contribution(
            String place,
            List<String> subjects,
            PlacedArticle placed,
            Map<String, Coverage> coverage,
            @Nullable Taken taken) {
        StoryCandidate article = placed.article();
        return new Contribution(
                place,
                subjects,
                placed.storyId(),
                placed.part() == Part.COPY,
                article.voice(),
                article.countedAt(),
                article.seenAt(),
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
                        .toList(),
                taken);
    }
}
