package io.tocsin.bench.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant BEGIN = Simulation.BEGIN;
    private static final long HOUR = BEGIN.getEpochSecond() / 3600;

    private static List<Article> news(long seed, Set<Change> changes, int days) {
        List<Article> articles = new ArrayList<>();
        new NewsMaker(new World(seed), 0.05, changes, HOUR, seed).make(HOUR, HOUR + days * 24L, articles::add);
        return articles;
    }

    @Test
    void theSameSeedMakesTheSameNewsAndAnotherOneOthers() {
        List<Article> once = news(1, Set.of(), 1);

        assertThat(news(1, Set.of(), 1)).isEqualTo(once);
        assertThat(news(2, Set.of(), 1)).isNotEqualTo(once);
        assertThat(once).isSortedAccordingTo(Comparator.comparing(Article::at));
    }

    @Test
    void aStoryIsCarriedByThreeOutletsInTheMean() {
        List<Article> articles = news(1, Set.of(), 3);
        long stories = articles.stream()
                .map(article -> article.story().replaceAll("-.*", ""))
                .distinct()
                .count();

        assertThat((double) articles.size() / stories).isBetween(2.7, 3.1);
    }

    @Test
    void inAnOutageNothingComes() {
        assertThat(news(1, Set.of(Change.OUTAGE), 2)).isEmpty();
    }

    @Test
    void anEventIsFoundOnceInItsFirstHour() {
        World world = new World(1);
        Cell cell = world.cells(1).get(0);
        NewsMaker maker = new NewsMaker(world, 0, Set.of(), 0, 1);
        maker.plant(cell, Shape.HOUR, 12, BEGIN.plus(Duration.ofDays(Simulation.WARM_UP)), 0);
        List<Alarm> alarms = new ArrayList<>();
        RuleDesk desk = new RuleDesk(world, Simulation.rules(), Simulation.BUDGET, alarms::add, signal -> {});

        maker.make(HOUR, HOUR + (Simulation.WARM_UP + 1) * 24L, article -> {
            if (article.cell().country() == cell.country()) {
                desk.read(article);
            }
        });

        assertThat(alarms.stream().filter(alarm -> alarm.method().equals("surge")))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.cell()).isEqualTo(cell);
                    assertThat(alarm.at())
                            .isBefore(maker.events().get(0).begin().plus(Duration.ofHours(1)));
                });
    }

    @Test
    void anAlarmIsFoundOrFalseOrTellsOfWhatWas() {
        Cell cell = new Cell(3, 4);
        PlantedEvent event =
                new PlantedEvent(cell, Shape.HOUR, List.of(BEGIN.plusSeconds(60), BEGIN.plusSeconds(600)), 0);
        Scoring scoring = new Scoring(List.of(event), BEGIN);

        scoring.take(new Alarm("m", cell, BEGIN.plus(Duration.ofHours(2))));
        scoring.take(new Alarm("m", cell, BEGIN.plus(Duration.ofHours(20))));
        scoring.take(new Alarm("m", cell, BEGIN.plus(Duration.ofDays(3))));
        scoring.take(new Alarm("m", new Cell(3, 5), BEGIN.plus(Duration.ofHours(2))));
        scoring.take(new Alarm("m", cell, BEGIN.minusSeconds(1)));

        assertThat(scoring.falseAlarms("m")).isEqualTo(2);
        assertThat(scoring.found("m", one -> true)).isEqualTo(new Scoring.Found(1, 1, 119 / 60.0));
    }
}
