package io.tocsin.bench.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** How a server behaves towards whoever asks for its feed, and what a poller is to make of it. */
@SuppressWarnings("ImmutableEnumChecker") // the behaviours keep nothing
enum Manner {
    GOOD(Answers::feed),

    // Read, though not as the server may have meant it.
    EXTERNAL_ENTITY(answer ->
            answer.body("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Answers.rss("&x; Port closed"))),
    ENTITY_BOMB(answer -> answer.body("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1000)
            + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>" + Answers.rss("&c; Port closed"))),
    DEEP(answer -> answer.body(Answers.rss("Port closed").replace("</item>", "<x>".repeat(50_000) + "</item>"))),
    WRONG_CHARSET(answer -> answer.typed("text/xml; charset=utf-16", Answers.rss("Port closed"))),
    FAR_FUTURE(answer -> answer.body(Answers.rss("Port closed").replace("2026", "2203"))),
    SAME_AGAIN(answer ->
            answer.body(Answers.rss("Port closed").replace("</rss>", "</rss><!-- " + answer.number() + " -->"))),

    // Too much, too slow, too little.
    SLOW_DRIP(Answers::drip, "timeout"),
    HANGS(Answers::hang, "timeout"),
    ENDLESS(Answers::endless, "too-large"),
    ENDLESS_HEADERS(Answers::endlessHeaders, "bad-answer"),
    GZIP_BOMB(Answers::bomb, "too-large"),
    DAMAGED_GZIP(Answers::damaged, "bad-answer"),
    TRUNCATED(answer -> answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>"), "bad-answer"),
    CLOSES(answer -> answer.raw(""), "bad-answer", "connection"),
    NOT_HTTP(answer -> answer.raw("SSH-2.0-OpenSSH_9.9\r\n"), "bad-answer"),

    // Elsewhere.
    REDIRECT_LOOP(answer -> answer.redirect("/again"), "too-many-redirects"),
    REDIRECT_TO_METADATA(answer -> answer.redirect("http://169.254.169.254/latest/meta-data/"), "private-address"),
    REDIRECT_INSIDE(answer -> answer.redirect("http://127.0.0.1:22/"), "private-address"),
    REDIRECT_TO_FILE(answer -> answer.redirect("file:///etc/passwd"), "bad-answer"),

    // No.
    ROBOTS(Answers::feed, "robots"),
    SERVER_ERROR(answer -> answer.status(500), "server-error"),
    TOO_MANY_REQUESTS(answer -> answer.status(429), "too-many-requests"),
    FORBIDDEN(answer -> answer.status(403), "forbidden"),
    NOT_FOUND(answer -> answer.status(404), "not-found"),
    GONE(answer -> answer.status(410), "gone"),

    // Something else.
    WEB_PAGE(
            answer -> answer.body("<!doctype html><html><head><title>Log in</title></head><body>x</body></html>"),
            "web-page"),
    NOT_A_FEED(answer -> answer.body("{\"error\": \"no such feed\"}"), "not-a-feed"),
    NOISE(answer -> answer.body("\u0007\u0001 nothing that is anything"), "not-a-feed"),
    EMPTY(answer -> answer.body("  "), "empty");

    private final Behaviour behaviour;
    private final Set<String> reasons;

    /** What a server does with one request. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Answers answer) throws IOException;
    }

    Manner(Behaviour behaviour, String... reasons) {
        this.behaviour = behaviour;
        this.reasons = Set.of(reasons);
    }

    /** Any of these is why it is not read; none when it is. */
    Set<String> reasons() {
        return reasons;
    }

    void answer(Answers answer) throws IOException {
        behaviour.answer(answer);
    }

    /** The host of the n-th server of this manner. */
    String host(int n) {
        return "s" + n + "." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
    }

    /** The manner of a host. */
    static Manner of(String host) {
        String label = host.substring(host.indexOf('.') + 1).replaceFirst("\\.example.*", "");
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
