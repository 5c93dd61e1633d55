package io.tocsin.ingest.source.catalogue;

import io.tocsin.ingest.article.CanonicalUrl;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the id of a source that has a title only. Pure. */
final class Slug {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final int LONGEST = 60;

    private Slug() {}

    /** The title in lower case with hyphens, or the host when there are no letters in it. */
    static String of(@Nullable String title, String url) {
        String plain = MARKS.matcher(Normalizer.normalize(title == null ? "" : title, Normalizer.Form.NFD))
                .replaceAll("");
        String slug = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
        String bare = cut.replaceAll("^[-.]+|[-.]+$", "");
        if (!bare.isEmpty()) {
            return bare;
        }
        CanonicalUrl address = CanonicalUrl.of(url);
        return address == null ? "source" : address.host();
    }
}
