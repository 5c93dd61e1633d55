package io.tocsin.ingest;

import io.tocsin.ingest.fetch.FetchLimits;
import io.tocsin.ingest.fetch.Manners;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.publish.PublishLimits;
import io.tocsin.ingest.push.PushConfig;
import io.tocsin.ingest.push.PushToken;
import io.tocsin.ingest.source.FolderConfig;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.catalogue.SourceFile;
import io.tocsin.ingest.websub.WebSubConfig;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ingest is to do.
 *
 * @param sources feeds to be polled, possibly none
 * @param folder to be watched, or null
 * @param manners towards servers
 * @param fullText whether pages are asked for when a feed carries only a teaser
 * @param webSub which feeds hubs deliver, or null when none
 * @param push how articles can be handed in, or null when they cannot
 */
public record IngestConfig(
        List<SourceConfig> sources,
        @Nullable FolderConfig folder,
        @Nullable PushConfig push,
        @Nullable WebSubConfig webSub,
        ParseLimits parse,
        FetchLimits fetch,
        Manners manners,
        boolean fullText,
        PublishLimits publish) {

    private static final int MEGABYTE = 1024 * 1024;

    public IngestConfig {
        sources = List.copyOf(sources);
    }

    /** Reads the section {@code ingest}; what is wrong in a list of sources is reported with that list's lines. */
    public static IngestConfig from(Settings ingest) {
        Settings push = ingest.section("push");
        Settings folder = ingest.section("folder");
        ParseLimits parse = parse(ingest.section("parse"));
        Settings fetching = ingest.section("fetch");
        FetchLimits fetch = fetch(fetching);
        Manners manners = manners(fetching);
        boolean fullText = fetching.flag("full-text", true);
        PublishLimits publish = publish(ingest.section("publish"));
        Duration interval = ingest.duration("interval", SourceConfig.DEFAULT_INTERVAL);
        List<SourceConfig> sources = sources(ingest, interval);
        WebSubConfig webSub = webSub(ingest.section("websub"));
        return new IngestConfig(sources, folder(folder), push(push), webSub, parse, fetch, manners, fullText, publish);
    }

    private static List<SourceConfig> sources(Settings ingest, Duration interval) {
        List<String> places = ingest.texts("sources", List.of());
        try {
            return SourceFile.load(places, interval, ingest.environment());
        } catch (InvalidSettings e) {
            e.problems().forEach(problem -> ingest.problem("sources", problem));
            return List.of();
        }
    }

    private static @Nullable FolderConfig folder(Settings folder) {
        String path = folder.textOrNull("path");
        Duration interval = folder.duration("interval", Duration.ofSeconds(2));
        String source = folder.text("source", "folder");
        return path == null || path.isBlank() ? null : new FolderConfig(Path.of(path), interval, source);
    }

    private static @Nullable PushConfig push(Settings push) {
        boolean enabled = push.flag("enabled", true);
        PushConfig config = new PushConfig(
                tokens(push),
                push.number("max-megabytes", 20, 1, 100) * MEGABYTE,
                push.duration("acknowledged-within", Duration.ofSeconds(10)));
        return enabled ? config : null;
    }

    private static @Nullable WebSubConfig webSub(Settings webSub) {
        String callback = webSub.textOrNull("callback");
        Duration lease = webSub.duration("lease", Duration.ofDays(10));
        List<String> sources = webSub.texts("sources", List.of());
        if (callback == null || callback.isBlank()) {
            return null;
        }
        if (!callback.matches("https?://[^/?#]+/?")) {
            webSub.problem("callback", "is no address without a path; write it like https://tocsin.example.org");
        }
        return new WebSubConfig(callback.replaceFirst("/$", ""), lease, sources);
    }

    private static List<PushToken> tokens(Settings push) {
        List<PushToken> tokens = new ArrayList<>();
        Secret token = push.secret("token");
        if (token != null) {
            tokens.add(PushToken.of("token", token));
        }
        for (Settings one : push.sections("tokens")) {
            try {
                tokens.add(new PushToken(one.text("name", "client"), one.text("sha256", "")));
            } catch (IllegalArgumentException e) {
                one.problem("sha256", e.getMessage() + "; 'tocsin push-token' writes one");
            }
        }
        return tokens;
    }

    private static ParseLimits parse(Settings parse) {
        ParseLimits defaults = ParseLimits.defaults();
        return new ParseLimits(
                parse.number("max-megabytes", defaults.maxBytes() / MEGABYTE, 1, 200) * MEGABYTE,
                parse.number("max-characters", defaults.maxCharacters(), 1000, 50_000_000),
                parse.duration("deadline", defaults.deadline()),
                defaults.maxHanging(),
                defaults.workers()
                        .with(
                                parse.number("processes", defaults.workers().processes(), 1, 32),
                                parse.number(
                                        "process-megabytes", defaults.workers().megabytes(), 64, 4096)));
    }

    private static FetchLimits fetch(Settings fetch) {
        FetchLimits defaults = FetchLimits.defaults();
        Set<String> hosts = new HashSet<>();
        for (String host : fetch.texts("allowed-hosts", List.of())) {
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
        return new FetchLimits(
                fetch.duration("deadline", defaults.deadline()),
                fetch.number("max-megabytes", defaults.maxBytes() / MEGABYTE, 1, 100) * MEGABYTE,
                fetch.number("max-redirects", defaults.maxRedirects(), 0, 20),
                hosts);
    }

    private static Manners manners(Settings fetch) {
        Manners defaults = Manners.defaults();
        return new Manners(fetch.flag("robots", defaults.robots()), fetch.duration("gap", defaults.gap()));
    }

    private static PublishLimits publish(Settings publish) {
        PublishLimits defaults = PublishLimits.defaults();
        return new PublishLimits(
                publish.number("max-records", defaults.maxRecords(), 1, 1_000_000),
                (long) publish.number("max-megabytes", (int) (defaults.maxBytes() / MEGABYTE), 1, 4096) * MEGABYTE,
                publish.duration("hold", defaults.hold()));
    }
}
