package io.tocsin.ingest.parse.wire;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.article.WrittenDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A report in the making: of several places that say the same thing, the first that speaks is heard. */
final class WireDraft {
    private static final int MOST_AUTHORS = 50;

    /** The title of a cancellation without words. */
    private static final String CANCELED = "Canceled";

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    /** Before names in bylines. */
    private static final Pattern BY = Pattern.compile("(?i)^(?:by|von|par|por|di|door|av|af|od|\u043e\u0442)\\s+");

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;/&]|\\s(?:and|und|et|y|e|en|og|och)\\s)\\s*");

    /** What a byline says of a person besides the name. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?i).*\\b(?:writer|editor|correspondent|reporter|staff|press|agency|bureau|service)\\b.*|.*\\d.*");

    private @Nullable String id;
    private @Nullable String url;
    private String title = "";
    private String summary = "";
    private String text = "";
    private @Nullable Instant published;
    private @Nullable Instant updated;
    private @Nullable String language;
    private final List<String> authors = new ArrayList<>();
    private @Nullable Kind kind;

    WireDraft id(@Nullable String said) {
        id = id == null && said != null && !said.isBlank() ? said.strip() : id;
        return url(said);
    }

    /** What it is called from now on. */
    WireDraft renamed(String name) {
        id = name;
        return this;
    }

    String title() {
        return title;
    }

    /** Taken when it is an address on the web. */
    WireDraft url(@Nullable String said) {
        url = url == null && said != null && ADDRESS.matcher(said.strip()).matches() ? said.strip() : url;
        return this;
    }

    WireDraft title(@Nullable String said) {
        title = title.isEmpty() && said != null ? said.strip() : title;
        return this;
    }

    WireDraft summary(@Nullable String said) {
        summary = summary.isEmpty() && said != null ? said.strip() : summary;
        return this;
    }

    /** The longest is taken: the others are captions and teasers. */
    WireDraft text(@Nullable String said) {
        text = said != null && said.strip().length() > text.length() ? said.strip() : text;
        return this;
    }

    WireDraft published(@Nullable String said) {
        published = published == null ? WrittenDate.read(said) : published;
        return this;
    }

    WireDraft updated(@Nullable String said) {
        updated = updated == null ? WrittenDate.read(said) : updated;
        return this;
    }

    WireDraft language(@Nullable String said) {
        language = language == null && said != null && !said.isBlank() ? said.strip() : language;
        return this;
    }

    WireDraft author(@Nullable String name) {
        if (name != null && !name.isBlank() && !authors.contains(name.strip()) && authors.size() < MOST_AUTHORS) {
            authors.add(name.strip());
        }
        return this;
    }

    /** A line such as {@code By Jo Marsh and Lee Okafor, Staff Writers}, unless authors are known already. */
    WireDraft byline(@Nullable String line) {
        if (line != null && authors.isEmpty()) {
            for (String name : BETWEEN.split(BY.matcher(line.strip()).replaceFirst(""), -1)) {
                if (!OFFICE.matcher(name).matches()) {
                    author(name);
                }
            }
        }
        return this;
    }

    /** Its sender says that something was wrong in the report of this id. */
    WireDraft corrected() {
        kind = kind == null ? Kind.CORRECTED : kind;
        return this;
    }

    /** Its sender takes the report of this id back. */
    WireDraft canceled() {
        kind = Kind.RETRACTED;
        return this;
    }

    /** Whether it names the report that it is a version of. */
    boolean isNamed() {
        return id != null;
    }

    boolean saysNothing() {
        return title.isBlank() && summary.isBlank() && text.isBlank() && url == null;
    }

    WireItem build() {
        Instant first = published == null ? updated : published;
        boolean bare = kind == Kind.RETRACTED && title.isBlank() && summary.isBlank() && text.isBlank();
        return new WireItem(id, url, bare ? CANCELED : title, summary, text, first, updated, language, authors, kind);
    }
}
