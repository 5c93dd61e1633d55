package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.tag.Tagging;
import java.util.List;

/** Reads documents, tags them and shows them, one after the other. */
final class ShowTags {
    private final Surroundings surroundings;
    private final Tagger.Session session;
    private final TagView view;

    ShowTags(Surroundings surroundings, Tagger.Session session, TagView view) {
        this.surroundings = surroundings;
        this.session = session;
        this.view = view;
    }

    ExitCode show(List<String> files) throws Exception {
        ExitCode worst = ExitCode.DONE;
        Documents documents = new Documents(surroundings);
        for (String file : files) {
            RawArticle article = documents.article(file);
            if (article == null) {
                worst = ExitCode.INVALID_INPUT;
                continue;
            }
            Tagging tagging = session.tag(article);
            if (tagging instanceof Tagging.Tagged tagged) {
                view.article(article, tagged.article());
            } else if (tagging instanceof Tagging.Untaggable untaggable) {
                view.nothing(InputFiles.shown(file), untaggable.details());
            }
        }
        view.end();
        return worst;
    }
}
