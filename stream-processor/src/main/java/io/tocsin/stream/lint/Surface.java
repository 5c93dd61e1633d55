package io.tocsin.stream.lint;

import io.tocsin.stream.text.Fold;

/** How a phrase's form looks to the tagger: folded, one blank between its words. */
final class Surface {
    private Surface() {}

    static String of(String form) {
        String folded = Fold.fold(form.strip());
        return folded.indexOf('-') < 0 ? folded : folded.replace('-', ' ').strip();
    }
}
