package io.tocsin.bench.simulate;

/** Methods of others, as published, on counts of 24 hours. */
enum Peer {
    /** The mean and standard deviation of the seven days before; alarm above mean + 3.09 sd. */
    EARS_C1("EARS C1") {
        @Override
        boolean alarms(int[] before, int today) {
            return ears(before, 0, today);
        }
    },
    /** The same with a guard of two days. */
    EARS_C2("EARS C2") {
        @Override
        boolean alarms(int[] before, int today) {
            return ears(before, 2, today);
        }
    },
    /** The mean of fourteen days; alarm when a Poisson count reaches so much with a probability below .001. */
    POISSON("plain Poisson, p < .001") {
        @Override
        boolean alarms(int[] before, int today) {
            double mean = mean(before, 0, 14);
            double term = Math.exp(-mean);
            double tail = 1;
            for (int k = 0; k < today; k++) {
                tail -= term;
                term *= mean / (k + 1);
            }
            return today > 0 && tail < 1e-3;
        }
    },
    /** More than one and a half times the mean of seven days. */
    PERCENTAGE("150 % of the 7-day mean") {
        @Override
        boolean alarms(int[] before, int today) {
            return today > 1.5 * mean(before, 0, 7);
        }
    };

    /** Days before today that a method may look at. */
    static final int DAYS = 14;

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Whether it alarms.
     *
     * @param before counts of the {@value #DAYS} days before, the latest first
     */
    abstract boolean alarms(int[] before, int today);

    private static double mean(int[] before, int skip, int days) {
        double sum = 0;
        for (int i = skip; i < skip + days; i++) {
            sum += before[i];
        }
        return sum / days;
    }

    private static boolean ears(int[] before, int guard, int today) {
        double mean = mean(before, guard, 7);
        double squares = 0;
        for (int i = guard; i < guard + 7; i++) {
            squares += (before[i] - mean) * (before[i] - mean);
        }
        return today > mean + 3.09 * Math.sqrt(squares / 6);
    }
}
