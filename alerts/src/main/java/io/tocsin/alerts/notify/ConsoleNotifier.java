package io.tocsin.alerts.notify;

import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.EvidenceArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes alerts for people: level, change, cell, headline, the arithmetic in a sentence, the evidence. */
public final class ConsoleNotifier implements Notifier {
    private static final String RESET = "\u001B[0m";
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[1;31m";
    private static final String GREEN = "\u001B[32m";
    private static final String YELLOW = "\u001B[33m";

    private final Appendable out;
    private final AlertWording wording;
    private final Colours colours;

    /** Whether escape sequences are written. */
    public enum Colours {
        ON,
        OFF
    }

    /**
     * Writes to the given output, whole blocks at a time.
     *
     * @param out flushed after each alert if it can be
     */
    public ConsoleNotifier(Appendable out, AlertWording wording, Colours colours) {
        this.out = out;
        this.wording = wording;
        this.colours = colours;
    }

    @Override
    public DeliveryOutcome send(Alert alert, String deliveryId) {
        try {
            out.append(block(alert));
            if (out instanceof java.io.Flushable flushable) {
                flushable.flush();
            }
            return new DeliveryOutcome.Delivered();
        } catch (IOException | UncheckedIOException e) {
            return new DeliveryOutcome.RetryAfter("cannot write: " + e.getMessage(), null);
        }
    }

    private String block(Alert alert) {
        StringBuilder text = new StringBuilder("\n");
        text.append(painted(colour(alert.change()), alert.level() + ", " + wording.change(alert.change())))
                .append("  ")
                .append(wording.cell(alert))
                .append("  ")
                .append(wording.time(alert.at()))
                .append(wording.toldBefore(alert))
                .append('\n')
                .append("  ")
                .append(painted(BOLD, wording.printable(alert.headline())))
                .append("\n  ")
                .append(wording.arithmetic(alert.arithmetic()))
                .append('\n');
        wording.corrections(alert)
                .forEach(correction -> text.append("  ").append(correction).append('\n'));
        if (!alert.change().ends()) {
            alert.evidence().forEach(article -> text.append(line(article)));
        }
        return text.append("  rule ")
                .append(alert.rule())
                .append(" (")
                .append(alert.ruleVersion())
                .append("), alert ")
                .append(alert.id())
                .append(" change ")
                .append(alert.sequence())
                .append('\n')
                .toString();
    }

    private String line(EvidenceArticle article) {
        Instant published = article.publishedAt();
        String url = article.url();
        return "  - " + wording.printable(article.title()) + " (" + wording.printable(article.source())
                + (published == null ? "" : ", " + wording.time(published)) + ")"
                + (url == null ? "" : " " + wording.printable(url)) + "\n";
    }

    private String painted(String colour, String text) {
        return colours == Colours.ON ? colour + text + RESET : text;
    }

    private static String colour(Change change) {
        return switch (change) {
            case OPENED, RAISED -> RED;
            case EASED, CLOSED, WITHDRAWN -> GREEN;
            case UPDATED, AMENDED -> YELLOW;
        };
    }
}
