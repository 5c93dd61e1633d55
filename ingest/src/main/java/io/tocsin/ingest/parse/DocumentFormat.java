package io.tocsin.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a document is.
 *
 * @param mediaType without parameters
 */
record DocumentFormat(Family family, String mediaType) {

    /** Who reads it. */
    enum Family {
        /** A web page. */
        PAGE,
        /** Text and nothing else. */
        PLAIN,
        /** A format of Tika's. */
        DOCUMENT,
        /** Nobody. */
        OTHER
    }

    /** Bytes at the beginning in which a page shows that it is one. */
    private static final int HEAD = 4096;

    private static final Pattern HTML = Pattern.compile(
            "<(?:!doctype\\s+html|html|head|body|title|meta|div|article|script|p|h1|table)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml", "application/xhtml");

    private static final Set<String> DOCUMENTS = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.text-template",
            "application/rtf",
            "text/rtf",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/x-tika-ooxml-protected");

    static DocumentFormat of(RawDocument document) {
        String declared = declared(document);
        if (looksLikePage(document)) {
            return new DocumentFormat(Family.PAGE, "text/html");
        }
        String detected = DocumentReader.mediaType(document);
        if (DOCUMENTS.contains(detected)) {
            return new DocumentFormat(Family.DOCUMENT, detected);
        }
        if (PAGES.contains(detected) || (PAGES.contains(declared) && isText(detected))) {
            return new DocumentFormat(Family.PAGE, "text/html");
        }
        return new DocumentFormat(isText(detected) ? Family.PLAIN : Family.OTHER, detected);
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals("application/xml");
    }

    /** Begins with a mark-up's bracket and soon has an element that only web pages have. */
    private static boolean looksLikePage(RawDocument document) {
        byte[] bytes = document.bytes();
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        String text = head.replace("\0", "")
                .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .stripLeading();
        return text.startsWith("<") && HTML.matcher(text).find();
    }

    private static String declared(RawDocument document) {
        String type = document.contentType();
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
