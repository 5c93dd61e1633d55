package io.tocsin.ingest.source;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.FetchOutcome.Failed;
import io.tocsin.ingest.fetch.FetchOutcome.Fetched;
import io.tocsin.ingest.fetch.FetchOutcome.Later;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.ParsedDocument;
import io.tocsin.ingest.parse.RawDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes the text of an article from its page when the feed carries only a teaser. Safe for use by any thread. */
public final class FullText {
    /** Characters from which on a feed's text is no teaser. */
    private static final int ENOUGH = 800;

    /** For which pages of a host are not asked for after one could not be reached. */
    private static final Duration REST = Duration.ofMinutes(15);

    private static final int MANY_HOSTS = 10_000;

    private final @Nullable Fetcher fetcher;
    private final @Nullable ArticleParser parser;
    private final InstantSource clock;
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    private FullText(@Nullable Fetcher fetcher, @Nullable ArticleParser parser, InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.clock = clock;
    }

    /** From the pages. */
    public static FullText of(Fetcher fetcher, ArticleParser parser, InstantSource clock) {
        return new FullText(fetcher, parser, clock);
    }

    /** Teasers stay teasers. */
    public static FullText none() {
        return new FullText(null, null, InstantSource.system());
    }

    /** What came of it. */
    sealed interface Completion {
        /** The page had more to say. */
        record Full(ArticleDraft draft) implements Completion {}

        /**
         * It stays as it is.
         *
         * @param reason of the parser, of the fetcher or a {@link Why}
         */
        record Teaser(Enum<?> reason, String detail) implements Completion {}

        /** The host is busy or rests. */
        record Wait(Duration after) implements Completion {}
    }

    /** Why there was nothing to be read. */
    enum Why {
        /** Pages are not asked for, or the article has none. */
        NO_PAGE,
        /** The host could not be reached a short time ago. */
        UNREACHABLE,
        /** The server sent nothing. */
        NOTHING,
        /** The page has no more text than the feed. */
        NO_MORE
    }

    /** Whether there is a page and something to be had from it. */
    boolean isWanted(ArticleDraft draft) {
        return fetcher != null
                && draft.url() != null
                && draft.text().length() < ENOUGH
                && draft.kind() != Kind.RETRACTED;
    }

    Completion complete(ArticleDraft draft) {
        CanonicalUrl url = draft.url();
        if (fetcher == null || parser == null || url == null) {
            return new Completion.Teaser(Why.NO_PAGE, "there is no page to be asked for");
        }
        Instant until = resting.get(url.host());
        if (until != null && clock.instant().isBefore(until)) {
            return new Completion.Teaser(Why.UNREACHABLE, url.host() + " could not be reached a short time ago");
        }
        FetchOutcome outcome = fetcher.fetch(url.toString(), Validators.NONE);
        if (outcome instanceof Later later) {
            return new Completion.Wait(later.after());
        }
        if (outcome instanceof Fetched fetched) {
            return read(
                    draft,
                    parser.parse(new RawDocument(fetched.url(), fetched.contentType(), fetched.url(), fetched.body())));
        }
        if (outcome instanceof Refused refused) {
            return new Completion.Teaser(refused.reason(), refused.detail());
        }
        if (outcome instanceof Failed failed) {
            if (resting.size() < MANY_HOSTS) {
                resting.put(url.host(), clock.instant().plus(REST));
            }
            return new Completion.Teaser(failed.reason(), failed.detail());
        }
        return new Completion.Teaser(Why.NOTHING, "nothing was sent");
    }

    private static Completion read(ArticleDraft draft, ParseOutcome outcome) {
        if (outcome instanceof Rejected rejected) {
            return new Completion.Teaser(rejected.reason(), rejected.detail());
        }
        if (outcome instanceof Parsed parsed) {
            ParsedDocument page = parsed.document();
            return page.text().length() > draft.text().length()
                    ? new Completion.Full(joined(draft, page))
                    : new Completion.Teaser(Why.NO_MORE, "the page has no more text than the feed");
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    /** The text is the page's; of the rest, what the feed says comes first. */
    private static ArticleDraft joined(ArticleDraft draft, ParsedDocument page) {
        return new ArticleDraft(
                draft.id(),
                draft.guid(),
                draft.url(),
                draft.title().isBlank() ? page.title() : draft.title(),
                page.text(),
                draft.language() == null ? page.language() : draft.language(),
                draft.source(),
                draft.authors().isEmpty() ? page.authors() : draft.authors(),
                draft.publishedAt() == null ? page.publishedAt() : draft.publishedAt(),
                draft.modifiedAt() == null ? page.modifiedAt() : draft.modifiedAt(),
                draft.kind());
    }
}
