package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Exclusion;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.story.StoryCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Says in which cells each article counts: its countries in focus times its topics. in = counted + excluded. */
final class CellStage extends ContextualProcessor<String, PlacedArticle, String, Outcome.OfCell> {
    private final StageCounts counts;

    CellStage(MeterRegistry metrics) {
        this.counts = new StageCounts(metrics, "cell");
    }

    @Override
    public void process(Record<String, PlacedArticle> record) {
        counts.in();
        PlacedArticle placed = record.value();
        StoryCandidate article = placed.article();
        if (article.countries().isEmpty() || article.topics().isEmpty()) {
            counts.dropped(Exclusion.Reason.NO_CELL);
            Exclusion exclusion = new Exclusion(
                    article.id(),
                    Exclusion.Stage.CELL,
                    Exclusion.Reason.NO_CELL,
                    article.countries().isEmpty() ? "it is about no country" : "it has no topic",
                    Instant.ofEpochMilli(context().currentSystemTimeMs()));
            context().forward(record.withValue(new Outcome.OfCell(List.of(), List.of(exclusion))));
            return;
        }
        counts.out();
        List<Contribution> contributions = new ArrayList<>(article.countries().size());
        for (String country : article.countries()) {
            contributions.add(contribution(country, placed, article));
        }
        context().forward(record.withValue(new Outcome.OfCell(contributions, List.of())));
    }

    private static Contribution contribution(String country, PlacedArticle placed, StoryCandidate article) {
        return new Contribution(
                country,
                article.topics(),
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
                article.lexicon());
    }
}
