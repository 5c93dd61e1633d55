package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.RawArticle;
import io.tocsin.runtime.StageCounts;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tags each article. in = tagged + excluded. */
final class TagStage extends ContextualProcessor<String, RawArticle, String, Outcome.OfTag> {
    private final Tagger.Session session;
    private final StageCounts counts;
    private final TagMetrics tags;

    TagStage(Tagger.Session session, MeterRegistry metrics) {
        this.session = session;
        this.counts = new StageCounts(metrics, "tag");
        this.tags = new TagMetrics(metrics);
    }

    @Override
    public void process(Record<String, RawArticle> record) {
        counts.in();
        Tagging tagging = session.tag(record.value());
        Outcome.OfTag outcome = tagging.fold(
                tagged -> {
                    counts.out();
                    tags.count(tagged.article());
                    return Outcome.OfTag.tagged(tagged.article(), tagged.candidate());
                },
                untaggable -> {
                    counts.dropped(untaggable.reason());
                    return Outcome.OfTag.excluded(untaggable.exclusion(
                            record.key(), Instant.ofEpochMilli(context().currentSystemTimeMs())));
                });
        context().forward(record.withValue(outcome));
    }
}
