package io.tocsin.ingest.source.catalogue;

import io.tocsin.ingest.fetch.Credentials;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server wants to see of its customer. The secret itself never stands in the list of sources: the list says
 * which variable of the environment or which file holds it.
 */
final class CredentialsReader {
    private static final String KEY = "credentials";
    private static final String VARIABLE = "secret-env";
    private static final String FILE = "secret-file";

    private final Map<String, String> environment;

    CredentialsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Nullable
    Credentials read(Settings source, String url) {
        if (!source.has(KEY)) {
            return null;
        }
        Settings entry = source.section(KEY);
        if (!url.toLowerCase(Locale.ROOT).startsWith("https://")) {
            source.problem(KEY, "would be sent in the open: write the address with https://");
        }
        String user = entry.textOrNull("user");
        String header = entry.textOrNull("header");
        Secret secret = secret(entry);
        if (user != null && header != null) {
            entry.problem("header", "stands beside 'user': keep one");
        }
        if (header != null && !Credentials.isHeaderName(header)) {
            entry.problem("header", "'" + header + "' is not the name of a header: write one such as X-Api-Key");
            return null;
        }
        if (secret == null) {
            return null;
        }
        return user != null
                ? Credentials.basic(user, secret)
                : header != null ? Credentials.header(header, secret) : Credentials.bearer(secret);
    }

    private @Nullable Secret secret(Settings entry) {
        String variable = entry.textOrNull(VARIABLE);
        String file = entry.textOrNull(FILE);
        if (variable != null && file != null) {
            entry.problem(FILE, "stands beside '" + VARIABLE + "': keep one");
            return null;
        }
        if (variable != null) {
            String value = environment.get(variable);
            if (value == null || value.isBlank()) {
                entry.problem(VARIABLE, "the environment has no " + variable + ": set it");
                return null;
            }
            return new Secret(value.strip());
        }
        if (file != null) {
            return ofFile(entry, file);
        }
        entry.problem(
                entry.keys().isEmpty() ? VARIABLE : entry.keys().get(0),
                "the secret is missing: name its variable with '" + VARIABLE + "' or its file with '" + FILE + "'");
        return null;
    }

    private static @Nullable Secret ofFile(Settings entry, String file) {
        try {
            String value =
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            if (!value.isEmpty()) {
                return new Secret(value);
            }
            entry.problem(FILE, file + " is empty: write the secret into it");
        } catch (IOException | InvalidPathException e) {
            entry.problem(FILE, file + " cannot be read: correct its name or its permissions");
        }
        return null;
    }
}
