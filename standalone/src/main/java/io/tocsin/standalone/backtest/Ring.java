package io.tocsin.standalone.backtest;

import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert from its opening to its end.
 *
 * @param level the last one to which it rose
 * @param closedAt when it closed or was withdrawn; null while it is open
 */
public record Ring(
        String alert,
        String rule,
        String level,
        List<String> countries,
        List<String> topics,
        Instant openedAt,
        @Nullable Instant closedAt,
        String headline) {

    public Ring {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
    }

    /** The ring that an alert begins. */
    static Ring begin(Alert opened) {
        return new Ring(
                opened.id(),
                opened.rule(),
                opened.level(),
                opened.countries(),
                opened.topics(),
                opened.openedAt(),
                null,
                opened.headline());
    }

    /** The same after a change. */
    Ring after(Alert change) {
        return new Ring(
                alert,
                rule,
                change.change() == Change.RAISED ? change.level() : level,
                countries,
                topics,
                openedAt,
                change.closedAt(),
                headline);
    }

    /** Whether both are about the same news: the same countries and topics, open at the same time. */
    boolean isLike(Ring other) {
        return countries.equals(other.countries)
                && topics.equals(other.topics)
                && !openedAt.isAfter(other.end())
                && !other.openedAt.isAfter(end());
    }

    private Instant end() {
        return closedAt == null ? Instant.MAX : closedAt;
    }

    /** How far apart they opened. */
    Duration apart(Ring other) {
        return Duration.between(openedAt, other.openedAt).abs();
    }
}
