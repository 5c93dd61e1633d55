package io.tocsin.ingest.archive;

import io.tocsin.events.RawArticle;

/** What a line of an archive is. */
public sealed interface ArchiveLine {

    /** Where it stands: {@code file:line}. */
    String where();

    /** An article. */
    record Article(String file, long line, RawArticle article) implements ArchiveLine {
        @Override
        public String where() {
            return file + ":" + line;
        }
    }

    /**
     * No article.
     *
     * @param line from 1
     * @param reason what is wrong
     * @param remedy what to do about it
     */
    record Invalid(String file, long line, String reason, String remedy) implements ArchiveLine {
        @Override
        public String where() {
            return file + ":" + line;
        }

        /** The message for people: file, line, reason, remedy. */
        public String message() {
            return where() + ": " + reason + ": " + remedy;
        }
    }
}
