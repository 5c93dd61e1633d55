package io.tocsin.alerts.life;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time of the day. Where clocks are put forward over it, it comes as much later. */
public record DailyHour(LocalTime at, ZoneId zone) {

    /** The first one later than that. */
    public Instant after(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        Instant today = there.toLocalDate().atTime(at).atZone(zone).toInstant();
        return today.isAfter(moment)
                ? today
                : there.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }
}
