package io.tocsin.standalone;

import io.tocsin.alerts.SilenceTopic;
import io.tocsin.alerts.silence.Matching;
import io.tocsin.alerts.silence.Silences;
import io.tocsin.alerts.silence.Silences.Phase;
import io.tocsin.events.Silence;
import io.tocsin.events.Silence.Matcher;
import io.tocsin.events.codec.Json;
import io.tocsin.runtime.ExitCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin silence}. */
@Command(
        name = "silence",
        mixinStandardHelpOptions = true,
        description = "Keeps alerts from being delivered for a time. They open, rise and end all the same.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SilenceCommand.Add.class, SilenceCommand.ListAll.class, SilenceCommand.Expire.class})
final class SilenceCommand {
    /** The {@code ce_source} of silences that somebody wrote by a command. */
    static final String SOURCE = "/tocsin/silence";

    private SilenceCommand() {}

    /** {@code tocsin silence add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Silences the alerts that meet all conditions, at once and in every process.",
                "A condition is name=value, name!=value, name=~regex or name!~regex; names are alert, incident, rule,",
                "level, country and topic."
            },
            footer = {
                "",
                "Examples:",
                "  tocsin silence add country=TH --for 8h --comment 'the Bangkok bureau has it'",
                "  tocsin silence add rule=~disaster.* level!=critical --for 2d",
                "  tocsin silence add rule=coup --from 2026-03-02T22:00Z --for 6h --by 'night desk'"
            })
    static final class Add implements Callable<Integer> {
        private static final int ID_DIGITS = 10;

        private final Surroundings surroundings;

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Mixin
        private Signed signed = new Signed();

        @Option(names = "--for", paramLabel = "LENGTH", required = true, description = "How long: 30m, 8h, 2d.")
        private String length = "";

        @Option(names = "--from", paramLabel = "TIME", description = "From when on (default: now).")
        private @Nullable String from;

        @Parameters(paramLabel = "CONDITION", arity = "1..*", description = "What an alert must meet.")
        private List<String> conditions = List.of();

        Add(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws Exception {
            List<Matcher> matchers = new ArrayList<>();
            for (String condition : conditions) {
                try {
                    matchers.add(Matching.read(condition));
                } catch (IllegalArgumentException e) {
                    throw new InvalidInput(String.valueOf(e.getMessage()));
                }
            }
            Instant now = surroundings.clock().instant();
            Instant startsAt = from == null ? now : AskedMoment.read("--from", from);
            Silence silence = new Silence(
                    id(),
                    matchers,
                    Silence.Stops.EVERYTHING,
                    startsAt,
                    startsAt.plus(AskedLength.read("--for", length)),
                    signed.by(surroundings),
                    signed.comment());
            AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
            return broker.ask(List.of(broker.topics().silences()), () -> {
                        new SilenceTopic(broker.kafka(), broker.topics()).write(List.of(silence), SOURCE, now);
                        surroundings.out().println(line(silence, now));
                        return ExitCode.DONE;
                    })
                    .code();
        }

        private String id() {
            StringBuilder id = new StringBuilder("s-");
            for (int i = 0; i < ID_DIGITS; i++) {
                id.append(Character.forDigit(surroundings.random().nextInt(16), 16));
            }
            return id.toString();
        }
    }

    /** {@code tocsin silence list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Shows the silences and acknowledgements that are in force or will be.",
            footer = {"", "Examples:", "  tocsin silence list", "  tocsin silence list --all --jsonl"})
    static final class ListAll implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Option(names = "--all", description = "Also those that are over.")
        private boolean all;

        @Option(names = "--jsonl", description = "One silence a line, as on the topic.")
        private boolean jsonl;

        ListAll(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws Exception {
            AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
            return broker.ask(List.of(broker.topics().silences()), () -> list(broker))
                    .code();
        }

        private ExitCode list(AskedBroker broker) throws Exception {
            Instant now = surroundings.clock().instant();
            List<Silence> shown = new SilenceTopic(broker.kafka(), broker.topics())
                    .read().all().stream()
                            .filter(silence -> all || Silences.phase(silence, now) != Phase.EXPIRED)
                            .toList();
            for (Silence silence : shown) {
                surroundings.out().println(jsonl ? Json.MAPPER.writeValueAsString(silence) : line(silence, now));
            }
            if (shown.isEmpty() && !jsonl) {
                surroundings.out().println("nothing is silenced");
            }
            return ExitCode.DONE;
        }
    }

    /** {@code tocsin silence expire}. */
    @Command(
            name = "expire",
            mixinStandardHelpOptions = true,
            description = "Ends silences and acknowledgements now. What they stopped is not sent later.",
            footer = {"", "Examples:", "  tocsin silence expire s-7f3a9c1e20"})
    static final class Expire implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids, as list shows them.")
        private List<String> ids = List.of();

        Expire(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws Exception {
            AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
            return broker.ask(List.of(broker.topics().silences()), () -> expire(broker))
                    .code();
        }

        private ExitCode expire(AskedBroker broker) {
            Instant now = surroundings.clock().instant();
            SilenceTopic topic = new SilenceTopic(broker.kafka(), broker.topics());
            Silences known = topic.read();
            List<Silence> ended = new ArrayList<>();
            for (String id : ids) {
                Silence silence = known.find(id)
                        .orElseThrow(
                                () -> new InvalidInput(id + ": no such silence; 'tocsin silence list' shows them"));
                ended.add(Silences.phase(silence, now) == Phase.EXPIRED ? silence : silence.until(now));
            }
            topic.write(ended, SOURCE, now);
            ended.forEach(silence -> surroundings.out().println(line(silence, now)));
            return ExitCode.DONE;
        }
    }

    /** A silence for people. */
    static String line(Silence silence, Instant now) {
        return silence.id() + "  " + Silences.phase(silence, now).name().toLowerCase(Locale.ROOT) + "  "
                + silence.matchers().stream().map(Matching::write).collect(Collectors.joining(" "))
                + (silence.stops() == Silence.Stops.UPDATES ? "  (updates only)" : "") + "  "
                + Json.time(silence.startsAt()) + " to " + Json.time(silence.endsAt()) + "  by " + silence.createdBy()
                + (silence.comment().isBlank() ? "" : ": " + silence.comment());
    }

    /** Who says so, and why. */
    static final class Signed {
        @Option(names = "--by", paramLabel = "NAME", description = "Who (default: the user of this machine).")
        private @Nullable String by;

        @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
        private String comment = "";

        String by(Surroundings surroundings) {
            return by != null ? by : surroundings.environment().getOrDefault("USER", "unknown");
        }

        String comment() {
            return comment;
        }
    }
}
