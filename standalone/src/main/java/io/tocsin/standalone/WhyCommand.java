package io.tocsin.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import io.tocsin.runtime.ExitCode;
import io.tocsin.standalone.why.ArticleTrace;
import io.tocsin.standalone.why.ArticleTrace.Cell;
import io.tocsin.standalone.why.ArticleWording;
import io.tocsin.standalone.why.CellTrace;
import io.tocsin.standalone.why.CellWording;
import io.tocsin.standalone.why.Recomputation;
import io.tocsin.standalone.why.RecomputationWording;
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

/** {@code tocsin why}. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Says why the bell did or did not ring: what became of an article, what the",
            "rules decided about a country and a topic around a time, or whether an",
            "alert's numbers come out again."
        },
        footer = {
            "",
            "Examples:",
            "  tocsin why k5tq2n7wd4hzs3c6mabe              an article, by its id",
            "  tocsin why https://www.example.org/a-story   or by its address",
            "  tocsin why --country IR --topic \"armed conflict\" --at 2026-03-02T14:00Z",
            "  tocsin why --recompute 3d792c74eb094330cc5fd27d",
            "",
            "With --recompute the exit code is 1 when a number differs. More in docs/why.md."
        })
final class WhyCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final TopicTree tree = TopicTree.bundled();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--country", paramLabel = "XX", description = "ISO 3166-1 alpha-2 code of a country.")
    private @Nullable String country;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "IPTC Media Topic, by its code or English name.")
    private @Nullable String topic;

    @Option(names = "--at", paramLabel = "TIME", description = "The moment that is asked for, UTC (default: now).")
    private @Nullable String at;

    @Option(names = "--recompute", paramLabel = "ALERT_ID", description = "An alert whose numbers to compute anew.")
    private @Nullable String recompute;

    @Option(names = "--jsonl", description = "The records that the answer rests on, one a line, with their topics.")
    private boolean jsonl;

    @Parameters(paramLabel = "ARTICLE_ID", arity = "0..1", description = "An article, by its id or address.")
    private @Nullable String article;

    WhyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One thing that can be asked. */
    private interface Question {
        ExitCode answer(PastEvents past) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Question question = question();
        AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
        PastEvents past = new PastEvents(
                broker.topics(),
                new TopicRecords(broker.kafka(), surroundings, this::found),
                new RuleTopic(broker.kafka(), broker.topics(), surroundings.clock()));
        return broker.ask(broker.topics().all(), () -> question.answer(past)).code();
    }

    private Question question() {
        String askedArticle = article;
        String askedAlert = recompute;
        boolean askedCell = country != null || topic != null || at != null;
        if ((askedArticle == null ? 0 : 1) + (askedAlert == null ? 0 : 1) + (askedCell ? 1 : 0) != 1) {
            throw new InvalidInput(
                    "ask one thing: ARTICLE_ID, or --country with --topic and perhaps --at, or --recompute");
        }
        if (askedArticle != null) {
            return past -> article(past, askedArticle);
        }
        if (askedAlert != null) {
            return past -> alert(past, askedAlert);
        }
        Cell cell = cell();
        Instant moment = at == null ? surroundings.clock().instant() : AskedMoment.read("--at", at);
        return past -> cell(past, cell, moment);
    }

    private Cell cell() {
        if (country == null || topic == null) {
            throw new InvalidInput("a cell is a country and a topic: give --country and --topic");
        }
        String code = country.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2}")) {
            throw new InvalidInput("--country " + country + ": write an ISO 3166-1 alpha-2 code such as IR, US, XK");
        }
        String written = topic;
        return new Cell(
                code,
                tree.find(written)
                        .orElseThrow(() -> new InvalidInput("--topic " + written
                                + ": no such topic; write a code such as medtop:20000056, or its English name")));
    }

    private ExitCode article(PastEvents past, String written) throws Exception {
        ArticleTrace trace = past.article(written);
        say(new ArticleWording(tree).lines(trace));
        Instant arrived = trace.arrivedAt();
        if (arrived != null && !trace.cells().isEmpty()) {
            List<AlertRule> rules = past.rules();
            CellWording wording = new CellWording(tree);
            for (CellTrace cell : past.cells(trace.cells(), arrived, arrived.plus(ArticleTrace.FOLLOWED))) {
                if (CellWording.isWatched(cell, rules)) {
                    say(List.of(""));
                    say(wording.lines(cell, rules, trace));
                }
            }
        }
        return trace.isKnown() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExitCode cell(PastEvents past, Cell cell, Instant moment) throws Exception {
        CellTrace trace = past.cells(List.of(cell), moment, moment).get(0);
        say(new CellWording(tree).lines(trace, past.rules(), null));
        return ExitCode.DONE;
    }

    private ExitCode alert(PastEvents past, String id) throws Exception {
        List<Alert> changes = past.alert(id);
        if (changes.isEmpty()) {
            surroundings
                    .err()
                    .println("no alert " + id + ": its id stands in its notification and on the topic alerts");
            return ExitCode.FAILED;
        }
        ExitCode code = ExitCode.DONE;
        for (Alert change : changes) {
            Recomputation anew = Recomputation.of(change);
            code = anew.holds() ? code : ExitCode.FAILED;
            if (jsonl) {
                ObjectNode line = Json.MAPPER.createObjectNode();
                line.set("recomputation", Json.MAPPER.valueToTree(anew));
                write(line);
            } else {
                say(RecomputationWording.lines(anew));
            }
        }
        return code;
    }

    private void say(List<String> lines) {
        if (!jsonl) {
            lines.forEach(surroundings.out()::println);
        }
    }

    private void found(Topic<?> where, Object value) {
        if (jsonl) {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("topic", where.name());
            line.set("value", Json.MAPPER.valueToTree(value));
            write(line);
        }
    }

    private void write(ObjectNode line) {
        try {
            surroundings.out().write(Json.MAPPER.writeValueAsBytes(line));
            surroundings.out().write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
