package io.tocsin.stream.story;

/**
 * A number of an article with what it counts.
 *
 * @param value at least 0
 */
record Quantity(Unit unit, double value) {

    /** What is counted. Only append: the position is stored. */
    enum Unit {
        DEAD,
        INJURED,
        MISSING,
        DETAINED,
        DISPLACED,
        RESCUED,
        HOSTAGES,
        MAGNITUDE,
        PERCENT,
        MONEY,
        AGE,
        PRISONYEARS,
        VOTES,
        DISTANCE,
        DURATION,
        DATE,
        /** A day's name, which numbers are not counted by. */
        WEEKDAY,
        /** No word beside it says what. */
        THINGS;

        /** Whether the number stands for one event, so that another number speaks of another event. */
        boolean isTelling() {
            return switch (this) {
                case DEAD, MAGNITUDE, PERCENT, MONEY, INJURED, MISSING, DETAINED, HOSTAGES, PRISONYEARS, VOTES -> true;
                default -> false;
            };
        }

        /** Whether reports of one event give growing numbers as time passes. */
        boolean isGrowing() {
            return switch (this) {
                case DEAD, INJURED, DETAINED, DISPLACED, RESCUED -> true;
                default -> false;
            };
        }
    }

    private static final Unit[] UNITS = Unit.values();

    /** As one number: the unit in four bits and a half, the value as a float without its lowest bits. */
    int packed() {
        return (Float.floatToIntBits((float) value) & ~31) | unit.ordinal();
    }

    static Quantity unpacked(int packed) {
        return new Quantity(UNITS[packed & 31], Float.intBitsToFloat(packed & ~31));
    }

    /** The same unit and, but for rounding, the same value. */
    boolean isSame(Quantity other) {
        return unit == other.unit && Math.abs(value - other.value) <= 0.001 * Math.max(value, other.value);
    }
}
