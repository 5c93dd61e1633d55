package io.tocsin.bench.simulate;

import java.util.SplittableRandom;

/** How the stories of an event come in. */
enum Shape {
    /** All within an hour. */
    HOUR("in an hour") {
        @Override
        double hour(SplittableRandom random) {
            return random.nextDouble();
        }
    },
    /** Spread evenly over six hours. */
    SIX_HOURS("over six hours") {
        @Override
        double hour(SplittableRandom random) {
            return 6 * random.nextDouble();
        }
    },
    /** Spread evenly over a day. */
    DAY("over a day") {
        @Override
        double hour(SplittableRandom random) {
            return 24 * random.nextDouble();
        }
    },
    /** More and more over two days. */
    BUILD("slow build, two days") {
        @Override
        double hour(SplittableRandom random) {
            return 48 * Math.sqrt(random.nextDouble());
        }
    };

    private final String title;

    Shape(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** When a story comes, in hours after the event's begin. */
    abstract double hour(SplittableRandom random);
}
