package io.tocsin.standalone;

import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.notify.ConsoleNotifier;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.runtime.ExitCode;
import io.tocsin.standalone.backtest.Comparison;
import io.tocsin.standalone.backtest.ComparisonWording;
import io.tocsin.standalone.backtest.Tally;
import io.tocsin.stream.tag.Tagger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs past articles through the real stages in event time and prints every alert and near miss: those of "
                    + "archives, or those that the broker keeps.",
            "With --rules it says what would change against the rules in force."
        },
        footer = {
            "",
            "Examples:",
            "  tocsin backtest archive.jsonl                         under the bundled rules",
            "  tocsin backtest --rules my.yaml --jsonl a.jsonl b.jsonl > alerts.jsonl",
            "  tocsin backtest --rules my.yaml --since 30d           the broker's articles, against its rules in force",
            "  tocsin backtest --rules new/ --against old/ archive.jsonl",
            "",
            "Lines are as for 'tocsin tag --jsonl', in time order or not. Saved queries of the rule files are looked for.",
            "The same input gives the same output."
        })
final class BacktestCommand implements Callable<Integer> {
    /** Stands for no comparison. */
    private static final String NONE = "none";

    private final Surroundings surroundings;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Rule files or folders; the rules in force when there are none: the broker's with --since, else "
                            + "the bundled ones.")
    private @Nullable List<String> rules;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Rules to compare with: files, folders, 'bundled', or 'none'. By default the rules in force: the "
                            + "broker's with --since, else those of the settings; with --jsonl there is no comparison unless this "
                            + "is given.")
    private @Nullable List<String> against;

    @Option(
            names = "--since",
            paramLabel = "LENGTH",
            description = "The articles of so long ago until now that the broker keeps: 30d, 12h.")
    private @Nullable String since;

    @Mixin
    private final LexiconOptions lexicon = new LexiconOptions();

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--jsonl", description = "One alert or decision a line, and the comparison; 'kind' tells which.")
    private boolean jsonl;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Archives; - is standard input.")
    private List<String> files = List.of();

    BacktestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if ((since == null) == files.isEmpty()) {
            throw new InvalidInput(
                    "name archives, or --since 30d for the articles that the broker keeps, and not both");
        }
        if (since != null) {
            return onBroker(since).code();
        }
        TriedRules tried = TriedRules.of(rules == null ? List.of(RuleSet.BUNDLED) : rules);
        TriedRules others = isAlone() ? null : TriedRules.of(compared());
        InputFiles.Archived archived = new InputFiles(surroundings).archived(files);
        try (PastArticles articles = PastArticles.of(archived.articles())) {
            ExitCode code = run(tried, others, articles);
            return (code == ExitCode.DONE ? archived.code() : code).code();
        }
    }

    /** Whether there is nothing to compare with. */
    private boolean isAlone() {
        return against == null ? jsonl || rules == null : against.contains(NONE);
    }

    private List<String> compared() {
        return against != null
                ? against
                : options.read(surroundings, Path.of("data")).alerts().rules();
    }

    private ExitCode onBroker(String length) throws Exception {
        Instant from = surroundings.clock().instant().minus(AskedLength.read("--since", length));
        AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
        return broker.ask(List.of(broker.topics().articlesRaw(), broker.topics().rules()), () -> {
            RuleTopic topic = new RuleTopic(broker.kafka(), broker.topics(), surroundings.clock());
            TriedRules tried = rules == null ? TriedRules.inForce(topic) : TriedRules.of(rules);
            TriedRules others = isAlone() ? null : against == null ? TriedRules.inForce(topic) : TriedRules.of(against);
            try (PastArticles articles =
                    new KeptArticles(broker.kafka(), broker.topics().articlesRaw(), from)) {
                return run(tried, others, articles);
            }
        });
    }

    private ExitCode run(TriedRules tried, @Nullable TriedRules others, PastArticles articles) throws Exception {
        TopicTree tree = TopicTree.bundled();
        RuleFile ruleFile = new RuleFile(tree);
        Tagger tagger = lexicon.tagger(surroundings);
        ConsoleNotifier console =
                new ConsoleNotifier(surroundings.out(), new AlertWording(tree), ConsoleNotifier.Colours.OFF);
        RawArticle article = articles.next();
        Instant begin = article == null ? surroundings.clock().instant() : article.seenAt();
        try (Trial given = new Trial(
                        tagger, ruleFile, tried.apply(begin), begin, alert -> print(alert, console), this::print);
                Trial other = others == null
                        ? null
                        : new Trial(tagger, ruleFile, others.apply(begin), begin, alert -> {}, decision -> {});
                Progress progress = new Progress(
                        surroundings.err(), surroundings.terminal() && !jsonl, surroundings.clock(), "articles")) {
            for (; article != null; article = articles.next()) {
                if (surroundings.interrupted().getCount() == 0) {
                    throw new InterruptedException("asked to stop");
                }
                given.read(article);
                if (other != null) {
                    other.read(article);
                }
                progress.at(
                        articles.done(),
                        articles.total(),
                        Json.time(article.seenAt()).substring(0, 10));
            }
            given.end();
            if (other != null) {
                other.end();
            }
            progress.clear();
            return end(given, other, tree);
        }
    }

    private ExitCode end(Trial given, @Nullable Trial other, TopicTree tree) {
        Accounting accounting = given.accounting();
        if (!jsonl) {
            Tally.Sums sums = given.tally().sums();
            surroundings
                    .out()
                    .printf(
                            Locale.ROOT,
                            "%n%d alerts in %.1f days (%.2f a day), %d alert changes (%d pages), %d near misses%n%n",
                            sums.alerts(),
                            given.tally().days(),
                            sums.alertsADay(),
                            sums.changes(),
                            sums.pages(),
                            sums.nearMisses());
        }
        if (other != null) {
            Comparison comparison = Comparison.of(given.tally(), other.tally());
            if (jsonl) {
                line(comparison);
            } else {
                new ComparisonWording(tree)
                        .lines(comparison, against == null ? "in force" : "against")
                        .forEach(surroundings.out()::println);
                surroundings.out().println();
            }
        }
        if (!jsonl) {
            accounting.print(surroundings.out());
        } else if (accounting.lost() > 0) {
            accounting.print(surroundings.err());
        }
        return accounting.lost() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void print(Alert alert, ConsoleNotifier console) {
        if (jsonl) {
            line(alert);
        } else {
            console.send(alert, "");
        }
    }

    private void print(Decision decision) {
        if (jsonl) {
            line(decision);
        }
    }

    private void line(Object event) {
        try {
            surroundings.out().write(Json.MAPPER.writeValueAsBytes(event));
            surroundings.out().write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
