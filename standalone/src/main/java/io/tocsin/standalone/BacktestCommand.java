package io.tocsin.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.notify.ConsoleNotifier;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.query.QueryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Runs archived articles through the real stages in event time and prints every alert and near miss.",
        footer = {
            "",
            "Examples:",
            "  tocsin backtest archive.jsonl                         under the bundled rules",
            "  tocsin backtest --rules my.yaml --jsonl a.jsonl b.jsonl > alerts.jsonl",
            "",
            "Lines are as for 'tocsin tag --jsonl', in time order or not. Saved queries of the rule files are looked for.",
            "The same input gives the same output."
        })
final class BacktestCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rule files or folders; the bundled rules when there are none.")
    private List<String> rules = List.of(RuleSet.BUNDLED);

    @Mixin
    private final LexiconOptions lexicon = new LexiconOptions();

    @Option(names = "--jsonl", description = "One alert or decision a line; 'kind' tells which.")
    private boolean jsonl;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Archives; - is standard input.")
    private List<String> files = List.of();

    private int alerts;
    private int pages;
    private int nearMisses;

    BacktestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        TopicTree tree = TopicTree.bundled();
        RuleFile ruleFile = new RuleFile(tree);
        List<RuleFile.Written> inForce = new RuleSet(ruleFile).load(rules);
        List<QueryFile.Written> queries = QueryFiles.load(rules);
        RuleSet.checkApart(
                inForce, queries.stream().map(query -> query.query().id()).toList());
        InputFiles.Archived archived = new InputFiles(surroundings).archived(files);
        List<RawArticle> articles = archived.articles();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Path state = Files.createTempDirectory("tocsin-backtest");
        Instant begin = articles.isEmpty()
                ? surroundings.clock().instant()
                : articles.get(0).firstSeenAt();
        ConsoleNotifier console =
                new ConsoleNotifier(surroundings.out(), new AlertWording(tree), ConsoleNotifier.Colours.OFF);
        try (Backtest backtest = new Backtest(
                        lexicon.tagger(surroundings),
                        ruleFile,
                        Stream.concat(
                                        queries.stream().map(query -> query.event(begin)),
                                        inForce.stream().map(rule -> rule.event(begin)))
                                .toList(),
                        begin,
                        state,
                        metrics,
                        alert -> print(alert, console),
                        this::print);
                Progress progress = new Progress(
                        surroundings.err(), surroundings.terminal() && !jsonl, surroundings.clock(), "articles")) {
            long done = 0;
            for (RawArticle article : articles) {
                backtest.read(article);
                progress.at(
                        ++done,
                        articles.size(),
                        Json.time(article.firstSeenAt()).substring(0, 10));
            }
            if (!articles.isEmpty()) {
                backtest.passTo(articles.get(articles.size() - 1).firstSeenAt().plus(Duration.ofHours(1)));
            }
        } finally {
            DeleteFolder.at(state);
        }
        Accounting accounting = Accounting.of(metrics);
        if (!jsonl) {
            surroundings.out().printf("%n%d alert changes (%d pages), %d near misses%n%n", alerts, pages, nearMisses);
            accounting.print(surroundings.out());
        } else if (accounting.lost() > 0) {
            accounting.print(surroundings.err());
        }
        return (accounting.lost() > 0 ? ExitCode.FAILED : archived.code()).code();
    }

    private void print(Alert alert, ConsoleNotifier console) {
        alerts++;
        if (alert.pages()) {
            pages++;
        }
        if (jsonl) {
            line(alert);
        } else {
            console.send(alert, "");
        }
    }

    private void print(Decision decision) {
        if (decision.outcome() == Decision.Outcome.BLOCKED) {
            nearMisses++;
        }
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
