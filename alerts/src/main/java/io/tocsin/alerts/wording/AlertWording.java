package io.tocsin.alerts.wording;

import io.tocsin.alerts.rule.CountryGroups;
import io.tocsin.alerts.rule.Measures;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.alerts.rule.ScopeEcho;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.Change;
import io.tocsin.events.Correction;
import io.tocsin.events.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what stands in an alert. English; immutable and safe for use by any thread. */
public final class AlertWording {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private final ScopeEcho scopes;

    public AlertWording(TopicTree topics) {
        this.scopes = new ScopeEcho(topics, CountryGroups.bundled());
    }

    /** A cell by name: {@code Iran: armed conflict}. */
    public String cell(String place, String subject) {
        return scopes.cell(place, subject);
    }

    /** A topic, a family or another subject by name: {@code armed conflict}. */
    public String subject(String subject) {
        return scopes.subject(subject);
    }

    /** What has become of it, as it follows the level: {@code high, raised}. */
    public String change(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    /** The alert's cell: {@code Iran: conflict, war and peace}. */
    public String cell(Alert alert) {
        return (alert.countries().isEmpty() ? "The world" : countries(alert)) + ": "
                + (alert.topics().isEmpty()
                        ? "all that '" + alert.rule() + "' watches"
                        : alert.topics().stream().map(scopes::subject).collect(Collectors.joining("; ")));
    }

    /** The alert's countries by their English names. */
    public String countries(Alert alert) {
        return alert.countries().stream().map(Amounts::country).collect(Collectors.joining(", "));
    }

    /** What follows an opening or a rise that is no page; else empty. */
    public String toldBefore(Alert alert) {
        boolean rings = alert.change() == Change.OPENED || alert.change() == Change.RAISED;
        return rings && !alert.pages() ? "  (no page: the same stories as " + alert.incident() + ")" : "";
    }

    /** Articles of whose corrections each is told; of more only how many. */
    private static final int TOLD = 5;

    /** What the corrections say, a sentence each; the first {@value #TOLD} articles by name. Empty when there are none. */
    public List<String> corrections(Alert alert) {
        List<String> lines = new ArrayList<>();
        for (Correction correction : alert.corrections()) {
            if (lines.size() < TOLD) {
                lines.add(correction(correction));
            }
        }
        int more = alert.corrections().size() - lines.size();
        if (more > 0) {
            lines.add("And " + Amounts.count(more, "more article", "more articles") + ".");
        }
        return lines;
    }

    private String correction(Correction correction) {
        String title = correction.title();
        String source = correction.source();
        Instant at = correction.at();
        String article = title == null
                ? "Article " + printable(correction.articleId())
                : '"' + printable(title) + '"' + (source == null ? "" : " (" + printable(source) + ")");
        return article + " "
                + switch (correction.kind()) {
                    case AMENDED -> "has been corrected by its source";
                    case RETRACTED -> "has been taken back, or is about something else now";
                    case MERGED -> "is of a story that is the same as another one";
                }
                + (at == null ? "." : ", " + time(at) + ".");
    }

    /** The numbers in a sentence, enough to see why it rang. */
    public String arithmetic(Arithmetic numbers) {
        List<Measured> also = numbers.also();
        String first = numbers.measure().equals(Measures.STORIES)
                ? stories(numbers)
                : capital(MeasureWording.numbers(numbers.measured())) + backing(numbers) + '.';
        return also == null || also.isEmpty()
                ? first
                : first + " Also " + also.stream().map(MeasureWording::numbers).collect(Collectors.joining("; ")) + '.';
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String backing(Arithmetic numbers) {
        return numbers.articles() == 0
                ? ""
                : ", from " + Amounts.count(numbers.owners(), "owner", "owners") + " ("
                        + Amounts.count(numbers.articles(), "article", "articles") + ", "
                        + (numbers.copies() == 0 ? "no copies" : Amounts.count(numbers.copies(), "copy", "copies"))
                        + ")";
    }

    private static String stories(Arithmetic numbers) {
        StringBuilder text = new StringBuilder();
        text.append(Amounts.count(numbers.observed(), "story", "stories"))
                .append(" in ")
                .append(Amounts.horizon(numbers.horizon()))
                .append(" from ")
                .append(Amounts.count(numbers.owners(), "owner", "owners"))
                .append(" (")
                .append(Amounts.count(numbers.articles(), "article", "articles"))
                .append(", ")
                .append(numbers.copies() == 0 ? "no copies" : Amounts.count(numbers.copies(), "copy", "copies"))
                .append(')');
        Double expected = numbers.expected();
        Double pValue = numbers.pValue();
        if ((expected == null || pValue == null) && numbers.baselineDays() >= RuleEvaluator.BASELINE_DAYS) {
            return text.append("; too many of the usual sources are silent to say what is usual.")
                    .toString();
        }
        if (expected == null || pValue == null) {
            return text.append("; the baseline of ")
                    .append(Amounts.count(numbers.baselineDays(), "known day", "known days"))
                    .append(" is too short to say what is usual.")
                    .toString();
        }
        text.append(" where ")
                .append(Amounts.number(expected))
                .append(expected == 1 ? " is" : " are")
                .append(" expected");
        Double bound = numbers.bound();
        if (bound != null) {
            text.append(" and ").append(Amounts.number(bound)).append(" would be significant");
        }
        text.append(part(numbers));
        return text.append(": p = ")
                .append(Amounts.probability(pValue))
                .append(" over ")
                .append(Amounts.count(numbers.baselineDays(), "known day", "known days"))
                .append('.')
                .toString();
    }

    /** Which part of the horizon was the most surprising, if not all of it. */
    private static String part(Arithmetic numbers) {
        Basis basis = numbers.basis();
        Basis.Part part = basis == null ? null : basis.part();
        return part == null || part.hours() == numbers.horizon().length().toHours() || numbers.observed() == 0
                ? ""
                : "; " + Amounts.number(part.stories()) + " came in the last "
                        + Amounts.count(part.hours(), "hour", "hours");
    }

    /** To the minute, in UTC. */
    public String time(Instant time) {
        return Amounts.time(time);
    }

    /** The text without characters that steer a terminal or turn a line. */
    public String printable(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
