package io.tocsin.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Rule;
import io.tocsin.standalone.backtest.Tally;
import io.tocsin.stream.tag.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One set of rules in a backtest, with what it did so far. Not safe for use by several threads. */
final class Trial implements AutoCloseable {
    private final Path state;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Tally tally = new Tally();
    private final Backtest backtest;
    private Instant last;

    /**
     * A trial that has read nothing yet.
     *
     * @param begin when the first article arrives, or before
     * @param onAlert is given every change of an alert, after it was counted
     */
    Trial(
            Tagger tagger,
            RuleFile ruleFile,
            List<Rule> rules,
            Instant begin,
            Consumer<Alert> onAlert,
            Consumer<Decision> onDecision)
            throws IOException {
        state = Files.createTempDirectory("tocsin-backtest");
        last = begin;
        backtest = new Backtest(
                tagger,
                ruleFile,
                rules,
                begin,
                state,
                metrics,
                alert -> {
                    tally.count(alert);
                    onAlert.accept(alert);
                },
                decision -> {
                    tally.count(decision);
                    onDecision.accept(decision);
                });
    }

    void read(RawArticle article) {
        tally.passed(article.seenAt());
        last = article.seenAt().isAfter(last) ? article.seenAt() : last;
        backtest.read(article);
    }

    /** Lets an hour pass after the last article. */
    void end() {
        backtest.passTo(last.plus(Duration.ofHours(1)));
    }

    Tally tally() {
        return tally;
    }

    Accounting accounting() {
        return Accounting.of(metrics);
    }

    @Override
    public void close() throws IOException {
        try {
            backtest.close();
        } finally {
            DeleteFolder.at(state);
        }
    }
}
