package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.HtmlText;
import io.tocsin.ingest.parse.PlainText;
import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message of e-mail: press releases, newsletters. Attachments are not opened, pictures are not fetched. */
final class Mail implements WireFormat {
    /** The names that a message begins with; two of them, or one that only mail has. */
    private static final Pattern SURE = Pattern.compile(
            "(?im)^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature|X-Mailer):");

    private static final Pattern FROM = Pattern.compile("(?im)^From:[ \\t]*\\S");
    private static final Pattern ALSO = Pattern.compile("(?im)^(?:Subject|Date|To):[ \\t]*\\S");
    private static final Pattern FIRST =
            Pattern.compile("\\A(?:From \\S+@?\\S* .*\\r?\\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \\t]?\\S?");

    /** {@code Jo Marsh <jo@x.example>} or {@code jo@x.example (Jo Marsh)}. */
    private static final Pattern MAILBOX =
            Pattern.compile("^\"?([^\"<@]+?)\"?\\s*<[^>]*>$|^\\S+@\\S+\\s*\\(([^)]+)\\)$");

    private static final Pattern ARTICLE_ADDRESS = Pattern.compile("^<?(https?://[^>\\s]+)>?");

    /** Deepest nesting of parts that is looked into. */
    private static final int DEEPEST = 8;

    @Override
    public Format format() {
        return Format.MAIL;
    }

    @Override
    public boolean recognises(WireFile file) {
        String head = headers(file.head().stripLeading());
        return FIRST.matcher(head).find()
                && FROM.matcher(head).find()
                && (SURE.matcher(head).find() || ALSO.matcher(head).results().count() >= 2);
    }

    private static String headers(String head) {
        Matcher end = Pattern.compile("\\r?\\n\\r?\\n").matcher(head);
        return end.find() ? head.substring(0, end.start()) : head;
    }

    @Override
    public WireReading read(WireFile file) {
        String raw = new String(file.bytes(), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .replaceFirst("\\AFrom \\S+.*\\r?\\n", "");
        MailPart message = MailPart.of(raw);
        String body = body(message, 0);
        if (body == null || body.isBlank()) {
            return new Broken(format(), "no text in " + message.type());
        }
        String id = message.header("message-id");
        WireDraft draft = new WireDraft()
                .id(id == null ? null : id.replaceAll("^<|>$", ""))
                .title(message.header("subject"))
                .text(body)
                .updated(message.header("date"))
                .language(message.header("content-language"))
                .author(person(message.header("from")));
        String address = message.header("archived-at");
        Matcher web = ARTICLE_ADDRESS.matcher(address == null ? "" : address);
        draft.url(web.find() ? web.group(1) : null);
        return new Read(format(), "", null, List.of(draft.build()));
    }

    private static @Nullable String person(@Nullable String from) {
        Matcher mailbox = MAILBOX.matcher(from == null ? "" : from.strip());
        return !mailbox.matches() ? null : mailbox.group(1) == null ? mailbox.group(2) : mailbox.group(1);
    }

    /** The plain text before the HTML, the first before those that follow; null when there is none. */
    private static @Nullable String body(MailPart part, int depth) {
        if (part.isAttached() || depth > DEEPEST) {
            return null;
        }
        String type = part.type();
        if (type.startsWith("multipart/")) {
            String html = null;
            for (MailPart inner : part.parts()) {
                String text = body(inner, depth + 1);
                if (text != null && !text.isBlank() && !inner.type().equals("text/html")) {
                    return text;
                }
                html = html == null ? text : html;
            }
            return html;
        }
        if (type.equals("text/html")) {
            return HtmlText.plain(part.text());
        }
        return type.equals("text/plain") ? PlainText.tidy(withoutSignature(part.text())) : null;
    }

    /** What follows a line of two hyphens is the signature (RFC 3676 wants a space after them). */
    private static String withoutSignature(String text) {
        Matcher signature = Pattern.compile("(?m)^-- ?\\r?$").matcher(text);
        return signature.find() && signature.start() > 0 ? text.substring(0, signature.start()) : text;
    }
}
