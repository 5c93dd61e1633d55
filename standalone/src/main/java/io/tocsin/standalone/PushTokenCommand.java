package io.tocsin.standalone;

import io.tocsin.ingest.push.PushToken;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Secret;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tocsin push-token}. */
@Command(
        name = "push-token",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a token with which a client may push articles (POST /articles).",
            "The token is printed once and kept nowhere; tocsin.yaml gets its SHA-256."
        },
        footer = {"", "Example:", "  tocsin push-token scraper-3"})
final class PushTokenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "client", description = "Whose it is.")
    private String name = "client";

    private final Surroundings surroundings;

    PushTokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new InvalidInput("a name is of letters, digits, dots, hyphens and underscores: " + name);
        }
        Secret token = PushToken.fresh(new SecureRandom());
        PushToken kept = PushToken.of(name, token);
        surroundings.out().println("For the client, once:");
        surroundings.out().println("  Authorization: Bearer " + token.reveal());
        surroundings.out().println();
        surroundings.out().println("For tocsin.yaml, below ingest.push.tokens:");
        surroundings.out().println("  - {name: " + kept.name() + ", sha256: " + kept.sha256() + "}");
        return ExitCode.DONE.code();
    }
}
