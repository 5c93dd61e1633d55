package io.tocsin.standalone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A moment as people write it on a command line: RFC 3339, or without its end, then UTC. */
final class AskedMoment {
    private AskedMoment() {}

    /**
     * Reads one: {@code 2026-03-02T14:00:00Z}, {@code 2026-03-02T14:00}, {@code 2026-03-02 14:00}, {@code 2026-03-02}.
     *
     * @throws InvalidInput when it is none
     */
    static Instant read(String option, String written) {
        String text = written.strip().replace(' ', 'T');
        try {
            if (text.length() == "2026-03-02".length()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*(Z|z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidInput(option + " " + written + ": write a time such as 2026-03-02T14:00Z");
        }
    }
}
