package io.tocsin.alerts.life;

import io.tocsin.runtime.Settings;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The section {@code proof-of-life}.
 *
 * @param hour when it is told; the day before it is what is told
 * @param deliverTo names of channels; none when nobody is told
 */
public record LifeConfig(DailyHour hour, List<String> deliverTo) {

    public LifeConfig {
        deliverTo = List.copyOf(deliverTo);
    }

    /**
     * Reads the section; problems stay with the settings.
     *
     * @param channels that there are; the first is told when the section names none
     */
    public static LifeConfig from(Settings life, List<String> channels) {
        List<String> standard = channels.isEmpty() ? List.of() : channels.subList(0, 1);
        List<String> deliverTo = life.texts("deliver-to", standard);
        for (String channel : deliverTo) {
            if (!channels.contains(channel)) {
                life.problem(
                        "deliver-to", "'" + channel + "' is no channel: configured are " + String.join(", ", channels));
            }
        }
        LocalTime at = LocalTime.of(6, 0);
        ZoneId zone = ZoneId.of("UTC");
        String time = life.text("at", "06:00");
        String place = life.text("zone", "UTC");
        try {
            at = LocalTime.parse(time);
        } catch (DateTimeException e) {
            life.problem("at", "'" + time + "' is no time of day: write it like 06:00");
        }
        try {
            zone = ZoneId.of(place);
        } catch (DateTimeException e) {
            life.problem("zone", "'" + place + "' is no time zone: write it like Europe/Berlin");
        }
        return new LifeConfig(new DailyHour(at, zone), deliverTo);
    }
}
