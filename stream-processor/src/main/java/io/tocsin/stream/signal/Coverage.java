package io.tocsin.stream.signal;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tocsin.events.Horizon;

/**
 * How many stories there were on a subject, about whatever place, as of some moment. As JSON an array, because it travels
 * with each article and subject.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Coverage(int hour, int day, int week) {

    /** Stories of a horizon. */
    int of(Horizon horizon) {
        return switch (horizon) {
            case HOUR -> hour;
            case DAY -> day;
            case WEEK -> week;
        };
    }
}
