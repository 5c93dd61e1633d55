package io.tocsin.standalone;

import java.io.IOException;
import java.io.InputStream;

/** The bundled sample: some four hundred invented articles over five weeks. */
public final class Sample {
    private static final String RESOURCE = "sample/news.jsonl";

    private Sample() {}

    /** Its lines, as for {@code tocsin tag --jsonl}. */
    public static InputStream open() throws IOException {
        InputStream in = Sample.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IOException("the bundled sample is missing from the jar");
        }
        return in;
    }
}
