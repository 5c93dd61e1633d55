package io.tocsin.standalone.why;

import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.alerts.wording.Amounts;
import io.tocsin.events.Evidence;
import io.tocsin.events.Exclusion;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Sense;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.TaggedArticle.Country;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what the stages made of an article. English; immutable and safe for use by any thread. */
public final class ArticleWording {
    private final AlertWording wording;
    private final CellWording cells;

    public ArticleWording(TopicTree topics) {
        this.wording = new AlertWording(topics);
        this.cells = new CellWording(topics);
    }

    /** From its arrival to the cells in which it counted. */
    public List<String> lines(ArticleTrace article) {
        if (!article.isKnown()) {
            return List.of("Nothing is known of article " + article.id() + ": it never came, or what was known of it is"
                    + " kept no longer (docs/topics.md says how long that is). The id stands on every record of it.");
        }
        List<String> lines = new ArrayList<>();
        article.rejections().forEach(why -> lines.add("It was rejected: " + wording.printable(why)));
        TaggedArticle tagged = article.tagged();
        if (tagged == null) {
            RawArticle raw = article.raw();
            if (raw != null) {
                lines.add(quoted(raw.title()) + " came in at " + Amounts.time(raw.firstSeenAt()) + ".");
            }
            lines.add("It is not tagged.");
        } else {
            lines.addAll(tags(tagged));
        }
        revised(article.latest()).ifPresent(lines::add);
        article.exclusions().forEach(exclusion -> lines.add(excluded(exclusion)));
        if (tagged != null) {
            lines.add(story(article));
            lines.add(counted(article));
        }
        return lines;
    }

    private List<String> tags(TaggedArticle tagged) {
        List<String> lines = new ArrayList<>();
        lines.add(quoted(tagged.title()) + " of "
                + wording.printable(tagged.source().id()) + " came in at "
                + Amounts.time(tagged.firstSeenAt()) + " and counts at " + Amounts.time(tagged.countedAt())
                + switch (tagged.countedBy()) {
                    case PUBLISHED_AT -> ", when it was published.";
                    case FIRST_SEEN_AT -> ", when it was first seen.";
                });
        lines.add(countries(tagged.countries()));
        lines.add(
                tagged.topics().isEmpty()
                        ? "It has no topic."
                        : "Its topics are "
                                + tagged.topics().stream()
                                        .map(topic -> "'" + topic.name() + "'" + words(topic.evidence()))
                                        .collect(Collectors.joining(", "))
                                + ".");
        lines.addAll(escalation(tagged.escalation()));
        lines.add("The dictionaries were of version " + tagged.lexicon() + ".");
        return lines;
    }

    private static Optional<String> revised(@Nullable Revision latest) {
        if (latest == null || latest.kind() == Revision.Kind.NEW) {
            return Optional.empty();
        }
        String came = "Version " + latest.version() + " of it came in at " + Amounts.time(latest.seenAt());
        return Optional.of(
                switch (latest.kind()) {
                    case UPDATED, NEW -> came + ": it takes the place of the one before.";
                    case CORRECTED -> came + ": its source has corrected it. It takes the place of the one before.";
                    case RETRACTED -> came + ": its source has taken it back.";
                });
    }

    private String countries(List<Country> countries) {
        String focus = named(countries.stream().filter(Country::focus).toList());
        String others =
                named(countries.stream().filter(country -> !country.focus()).toList());
        return (focus.isEmpty() ? "It is about no country" : "It is about " + focus)
                + (others.isEmpty() ? "." : "; it mentions " + others + " too.");
    }

    private String named(List<Country> countries) {
        return countries.stream()
                .map(country -> Amounts.country(country.code()) + words(country.evidence()))
                .collect(Collectors.joining(", "));
    }

    private List<String> escalation(TaggedArticle.Escalation escalation) {
        List<String> lines = new ArrayList<>();
        lines.add(
                escalation.family() == null || escalation.quad() == null
                        ? "It reports neither conflict nor cooperation."
                        : String.format(
                                Locale.ROOT,
                                "Its escalation is %+.1f; it chiefly reports '%s' (%s).",
                                escalation.score(),
                                name(escalation.family()),
                                name(escalation.quad())));
        String suppressed = escalation.matches().stream()
                .filter(match -> !match.counted())
                .map(match -> quoted(match.text()) + " (" + whyNot(match) + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        if (!suppressed.isEmpty()) {
            lines.add("These words did not count: " + suppressed + ".");
        }
        return lines;
    }

    /** A literal match that does not count was said before. */
    private static String whyNot(TaggedArticle.Match match) {
        return match.sense() == Sense.LITERAL ? "said before" : name(match.sense());
    }

    private String excluded(Exclusion exclusion) {
        return switch (exclusion.reason()) {
            case EMPTY -> "It was left out: neither its title nor its text holds a word.";
            case REPEATED ->
                "It came once more under the same id at " + Amounts.time(exclusion.at())
                        + "; the repetition did not count.";
            case NO_CELL -> "It counts nowhere: " + wording.printable(exclusion.details()) + ".";
            case RETRACTED ->
                "Its source has taken it back by " + Amounts.time(exclusion.at())
                        + ", and what it counted for is kept no longer or never was: "
                        + wording.printable(exclusion.details()) + ".";
            case ON_PROBATION -> "It does not count yet: " + wording.printable(exclusion.details()) + ".";
            case TOO_LATE -> "It came too late to count: " + wording.printable(exclusion.details()) + ".";
        };
    }

    private String story(ArticleTrace article) {
        Story story = article.story();
        if (story == null) {
            return "No story that is kept names it.";
        }
        String size = " It has " + Amounts.count(story.articles(), "article", "articles") + ", "
                + (story.copyCount() == 0
                        ? "no copies"
                        : Amounts.count(story.copyCount(), "copy", "copies") + " among them")
                + ", from "
                + Amounts.count(story.owners().size(), "owner", "owners") + " ("
                + wording.printable(String.join(", ", story.owners())) + ").";
        if (story.articles() == 0) {
            return "It was taken out of the story " + story.id()
                    + ", which is gone: all its articles have been taken back.";
        }
        return switch (article.role()) {
            case TAKEN_BACK ->
                "It was taken out of the story " + story.id() + ", " + quoted(story.title()) + ", and counts in it no"
                        + " more." + size;
            case FIRST -> "It began the story " + story.id() + "." + size;
            case COPY ->
                "It repeats the text of another article of the story " + story.id() + ", " + quoted(story.title())
                        + ": it counts as an article and as a copy, not as a story." + size;
            case FURTHER, NONE ->
                "It is a further report of the story " + story.id() + ", " + quoted(story.title()) + "." + size;
        };
    }

    private String counted(ArticleTrace article) {
        List<ArticleTrace.Cell> counted = article.cells();
        return counted.isEmpty()
                ? "It counted in no cell."
                : "It counted in " + Amounts.count(counted.size(), "cell", "cells")
                        + (article.isTakenBack() ? " until it was taken back: " : ": ")
                        + counted.stream()
                                .map(cell -> cells.name(cell.country(), cell.topic()))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private String words(List<Evidence> evidence) {
        String words = evidence.stream()
                .map(one -> quoted(one.text()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private String quoted(String text) {
        return '"' + wording.printable(text) + '"';
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
