package io.tocsin.standalone;

import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.lifecycle.AlertId;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Exclusion;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Signal;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.article.ArticleId;
import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.standalone.why.ArticleTrace;
import io.tocsin.standalone.why.ArticleTrace.Cell;
import io.tocsin.standalone.why.CellTrace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What the topics still know of articles, cells and alerts. Each question reads its topics whole. */
final class PastEvents {
    private final Topics topics;
    private final TopicRecords records;
    private final RuleTopic rules;

    PastEvents(Topics topics, TopicRecords records, RuleTopic rules) {
        this.topics = topics;
        this.records = records;
        this.rules = rules;
    }

    /** An article by its id, or by its address. */
    ArticleTrace article(String written) throws InterruptedException {
        boolean isAddress = written.contains("://");
        CanonicalUrl url = isAddress ? CanonicalUrl.of(written) : null;
        String hashed = url == null ? written : ArticleId.of(url);
        Predicate<String> asked = hashed::equals;
        // An archive may bring ids of its own, so that an address does not tell the id.
        List<TaggedArticle> tagged = records.values(
                topics.articlesTagged(),
                isAddress ? key -> true : asked,
                article -> article.id().equals(hashed) || written.equals(article.url()));
        String id = tagged.isEmpty() ? hashed : tagged.get(0).id();
        List<RawArticle> raw = tagged.isEmpty() ? records.values(topics.articlesRaw(), id::equals) : List.of();
        List<Exclusion> excluded = records.values(topics.articlesExcluded(), id::equals);
        Map<String, Story> stories = new LinkedHashMap<>();
        records.values(topics.stories(), key -> true, story -> isIn(id, story))
                .forEach(story -> stories.put(story.id(), story));
        return new ArticleTrace(
                id,
                raw.isEmpty() ? null : raw.get(raw.size() - 1),
                rejections(id),
                standing(tagged),
                excluded.stream().sorted(Comparator.comparing(Exclusion::at)).toList(),
                tagged.isEmpty() ? null : tagged.get(tagged.size() - 1).revision(),
                stories.values().stream()
                        .max(Comparator.comparing(Story::lastSeenAt))
                        .orElse(null));
    }

    /** The last version that is no retraction; of retractions alone the last. */
    private static @Nullable TaggedArticle standing(List<TaggedArticle> versions) {
        TaggedArticle last = null;
        for (TaggedArticle version : versions) {
            Revision revision = version.revision();
            if (last == null || revision == null || revision.kind() != Revision.Kind.RETRACTED) {
                last = version;
            }
        }
        return last;
    }

    private static boolean isIn(String article, Story story) {
        return story.members().contains(article)
                || story.revisions().stream()
                        .anyMatch(revised -> revised.articleId().equals(article));
    }

    private List<String> rejections(String id) throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        records.records(topics.articlesRejected(), id::equals, record -> {
            Header message = record.headers().lastHeader(DeadLetterHeaders.MESSAGE);
            reasons.add(message == null ? "no reason given" : new String(message.value(), StandardCharsets.UTF_8));
        });
        return reasons;
    }

    /** What was known and decided of cells, around the same time. */
    List<CellTrace> cells(List<Cell> cells, Instant from, Instant to) throws InterruptedException {
        Set<String> keys = cells.stream().map(Cell::key).collect(Collectors.toSet());
        List<Signal> signals = records.values(topics.signals(), keys::contains);
        List<Decision> decisions =
                records.values(topics.decisions(), key -> keys.contains(key.substring(key.indexOf('|') + 1)));
        List<Alert> alerts = records.values(
                topics.alerts(), key -> true, alert -> cells.stream().anyMatch(cell -> isOf(cell, alert)));
        return cells.stream()
                .map(cell -> new CellTrace(
                        cell.country(),
                        cell.topic(),
                        from,
                        to,
                        signals.stream()
                                .filter(signal -> signal.key().equals(cell.key()))
                                .toList(),
                        decisions.stream()
                                .filter(decision -> Signal.key(decision.country(), decision.topic())
                                        .equals(cell.key()))
                                .toList(),
                        alerts.stream().filter(alert -> isOf(cell, alert)).toList()))
                .toList();
    }

    private static boolean isOf(Cell cell, Alert alert) {
        return AlertId.of(alert.rule(), cell.country(), cell.topic(), alert.openedAt())
                .equals(alert.id());
    }

    /** The changes of an alert that are kept, oldest first. */
    List<Alert> alert(String id) throws InterruptedException {
        return records.values(topics.alerts(), id::equals).stream()
                .sorted(Comparator.comparingInt(Alert::sequence))
                .toList();
    }

    /** The rules in force; a record that is no rule is none. */
    List<AlertRule> rules() {
        RuleFile reader = new RuleFile(TopicTree.bundled());
        List<AlertRule> inForce = new ArrayList<>();
        for (RuleTopic.Entry entry : rules.read().values()) {
            try {
                inForce.add(reader.read(entry.rule()));
            } catch (InvalidSettings e) {
                // The alert service refuses it as well; 'tocsin rules list' tells of it.
            }
        }
        return inForce;
    }
}
