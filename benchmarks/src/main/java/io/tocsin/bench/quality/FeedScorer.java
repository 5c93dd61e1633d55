package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.feed.FeedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether feeds are read without a crash or a hang, quickly, and with the titles, links and dates that are expected. */
final class FeedScorer implements Scorer<FeedSet.Answer> {
    private static final int WORST = 1000;

    private final Share sound = new Share();
    private final Share quick = new Share();
    private final Share met = new Share();

    @Override
    public Optional<Miss> mark(JsonNode row, FeedSet.Answer answer) {
        FeedRead read = answer.read();
        boolean answered = read instanceof FeedRead.Answered;
        boolean inTime = read instanceof FeedRead.Answered one && one.millis() <= TimedFeedReader.QUICK_MILLIS;
        sound.add(answered);
        quick.add(inTime);
        List<String> unmet = new ArrayList<>();
        for (FeedExpectation expectation : answer.expected()) {
            boolean is = read.feed().filter(expectation::isMet).isPresent();
            met.add(is);
            if (!is) {
                unmet.add(expectation.toString());
            }
        }
        return inTime && unmet.isEmpty()
                ? Optional.empty()
                : Optional.of(new Miss(
                        (inTime ? 0 : WORST) + unmet.size(),
                        Row.id(row),
                        Row.text(row, "group"),
                        String.join("; ", unmet),
                        shown(read),
                        List.of()));
    }

    private static String shown(FeedRead read) {
        if (read instanceof FeedRead.Crashed crashed) {
            return "crashed: " + crashed.thrown();
        }
        if (read instanceof FeedRead.Answered answered) {
            return answered.outcome() instanceof FeedOutcome.Rejected rejected
                    ? "rejected: " + rejected.reason() + ": " + rejected.detail()
                    : String.format(Locale.ROOT, "%.0f ms: ", answered.millis())
                            + Row.shortened(read.feed().toString());
        }
        return "hung";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.chief("without crash or hang", sound.value(), sound.rows()),
                Figure.chief("within 250 ms", quick.value(), quick.rows()),
                Figure.chief("expectations met", met.value(), met.rows()));
    }
}
