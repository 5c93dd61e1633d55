package io.tocsin.alerts;

import io.tocsin.alerts.life.LifeConfig;
import io.tocsin.alerts.lifecycle.FalseAlarmBudget;
import io.tocsin.alerts.notify.RetrySchedule;
import io.tocsin.alerts.notify.WebhookNotifier;
import io.tocsin.alerts.notify.WebhookSignature;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the alerts module.
 *
 * @param rules files, folders or {@value RuleSet#BUNDLED}
 * @param console whether and how alerts are written to the console
 * @param feedEntries how many alerts the feed holds
 * @param budget how many false alarms a day all surge rules together may give
 * @param threads stream threads of the topology
 * @param life the daily proof of life
 */
public record AlertConfig(
        List<String> rules,
        Console console,
        List<Webhook> webhooks,
        RetrySchedule retries,
        String feedTitle,
        int feedEntries,
        FalseAlarmBudget budget,
        int threads,
        LifeConfig life) {
    private static final String CONSOLE = "console";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final int DEFAULT_ENTRIES = 200;
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_THREADS = 64;
    private static final double MOST_FALSE_ALARMS = 1e6;

    public AlertConfig {
        rules = List.copyOf(rules);
        webhooks = List.copyOf(webhooks);
    }

    /** How alerts appear on the console. */
    public enum Console {
        OFF,
        PLAIN,
        COLOURS
    }

    /** A webhook that alerts go to; its name is what rules write in {@code deliver-to}. */
    public record Webhook(String name, WebhookNotifier.Target target) {}

    /** Reads the section {@code alerts}; problems stay with the settings. */
    public static AlertConfig from(Settings alerts) {
        List<String> rules = alerts.texts("rules", List.of(RuleSet.BUNDLED));
        if (rules.isEmpty()) {
            alerts.problem("rules", "the list is empty: name files, folders or '" + RuleSet.BUNDLED + "'");
        }
        Settings channels = alerts.section("channels");
        Console console = console(channels.section(CONSOLE));
        List<Webhook> webhooks = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of(CONSOLE));
        for (Settings one : channels.sections("webhooks")) {
            Webhook webhook = webhook(one, names);
            if (webhook != null) {
                webhooks.add(webhook);
            }
        }
        Settings feed = alerts.section("feed");
        return new AlertConfig(
                rules,
                console,
                webhooks,
                retries(alerts.section("retries")),
                feed.text("title", "Tocsin alerts"),
                feed.number("entries", DEFAULT_ENTRIES, 1, MOST_ENTRIES),
                new FalseAlarmBudget(
                        alerts.decimal("false-alarms-a-day", FalseAlarmBudget.STANDARD.aDay(), 0, MOST_FALSE_ALARMS)),
                alerts.number("threads", 1, 1, MOST_THREADS),
                LifeConfig.from(alerts.section("proof-of-life"), names(console, webhooks)));
    }

    /** The names of all channels, as rules may write them. */
    public List<String> channelNames() {
        return names(console, webhooks);
    }

    private static List<String> names(Console console, List<Webhook> webhooks) {
        List<String> names = new ArrayList<>();
        if (console != Console.OFF) {
            names.add(CONSOLE);
        }
        webhooks.forEach(webhook -> names.add(webhook.name()));
        return List.copyOf(names);
    }

    private static Console console(Settings console) {
        boolean on = console.flag("on", true);
        boolean colours = console.flag("colours", false);
        if (!on) {
            return Console.OFF;
        }
        return colours ? Console.COLOURS : Console.PLAIN;
    }

    private static RetrySchedule retries(Settings retries) {
        RetrySchedule standard = RetrySchedule.standard();
        Duration first = retries.duration("first", standard.first());
        Duration most = retries.duration("most", standard.most());
        Duration expiry = retries.duration("expiry", standard.expiry());
        if (first.compareTo(SHORTEST) < 0) {
            retries.problem("first", "must be longer than nothing");
        }
        if (most.compareTo(first) < 0) {
            retries.problem("most", "must not be shorter than first, " + first.toSeconds() + "s");
        }
        return new RetrySchedule(first, most, expiry);
    }

    private static @Nullable Webhook webhook(Settings webhook, Set<String> names) {
        String name = webhook.text("name");
        if (!name.isBlank() && !NAME.matcher(name).matches()) {
            webhook.problem("name", "'" + name + "' must be lower-case letters, digits and hyphens");
        } else if (!name.isBlank() && !names.add(name)) {
            webhook.problem("name", "'" + name + "' is another channel's name: choose another");
        }
        URI url = url(webhook);
        WebhookSignature signature = signature(webhook);
        boolean allowPrivate = webhook.flag("allow-private", false);
        Duration timeout = webhook.duration("timeout", DEFAULT_TIMEOUT);
        if (timeout.compareTo(SHORTEST) < 0) {
            webhook.problem("timeout", "must be longer than nothing");
        }
        return url == null || signature == null
                ? null
                : new Webhook(name, new WebhookNotifier.Target(url, signature, allowPrivate, timeout));
    }

    private static @Nullable URI url(Settings webhook) {
        String text = webhook.text("url");
        if (text.isBlank()) {
            return null;
        }
        try {
            URI url = URI.create(text.strip());
            WebhookNotifier.problem(url).ifPresent(problem -> webhook.problem("url", problem));
            return url;
        } catch (IllegalArgumentException e) {
            webhook.problem("url", "is no URL: " + e.getMessage());
            return null;
        }
    }

    /** With the old secret beside the new one, while one replaces the other. */
    private static @Nullable WebhookSignature signature(Settings webhook) {
        Secret secret = secret(webhook, "secret");
        Secret old = secret(webhook, "old-secret");
        if (secret == null) {
            if (!webhook.has("secret-file")) {
                webhook.problem(
                        "secret", "is missing: give secret or secret-file, whsec_ and base64, as the receiver has it");
            }
            return null;
        }
        try {
            return new WebhookSignature(old == null ? List.of(secret) : List.of(secret, old));
        } catch (IllegalArgumentException e) {
            webhook.problem(
                    webhook.has("secret") ? "secret" : "secret-file", e.getMessage() == null ? "" : e.getMessage());
            return null;
        }
    }

    private static @Nullable Secret secret(Settings webhook, String key) {
        Secret secret = webhook.secret(key);
        String file = webhook.textOrNull(key + "-file");
        if (file == null) {
            return secret;
        }
        if (secret != null) {
            webhook.problem(key + "-file", "stands beside " + key + ": keep one");
        }
        try {
            return new Secret(
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            webhook.problem(key + "-file", "cannot be read: " + file);
            return null;
        }
    }
}
