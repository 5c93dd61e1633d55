package io.tocsin.stream.country;

import io.tocsin.stream.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * A town or a region, the same in whatever language it was named.
 *
 * @param id of the town, 0 when it is none; the same on every machine, and for the same rows of the gazetteer
 * @param region of the first-level subdivision that it is or lies in, 0 when unknown
 */
public record Place(int id, int region) {
    public static final Place NONE = new Place(0, 0);

    /** The place that a mention was chosen to mean. */
    static Place of(Mention mention, Reading chosen, String country) {
        if (!chosen.isPlace()) {
            return NONE;
        }
        if (chosen.kind() == MentionKind.CAPITAL) {
            return new Place(hash(country + "/capital"), 0);
        }
        Reading town = town(mention, chosen);
        Reading listed = town == null ? chosen : town;
        int region = listed.region().isEmpty() ? 0 : hash(country + '.' + listed.region());
        if (town != null) {
            return new Place(hash(country + '.' + town.region() + '/' + town.population()), region);
        }
        int named = hash(country + '/' + Fold.fold(mention.phrase.text));
        return chosen.kind() == MentionKind.REGION
                ? new Place(0, region == 0 ? named : region)
                : new Place(named, region);
    }

    /** The largest town of the name as GeoNames lists it; a region of the same name is spoken of as its town is. */
    private static @Nullable Reading town(Mention mention, Reading chosen) {
        Reading largest = null;
        for (Reading reading : mention.phrase.readings) {
            boolean sameRegion = chosen.region().isEmpty() || chosen.region().equals(reading.region());
            if (reading.kind() == MentionKind.CITY
                    && reading.country() == chosen.country()
                    && !reading.region().isEmpty()
                    && sameRegion
                    && (largest == null || reading.population() > largest.population())) {
                largest = reading;
            }
        }
        return largest;
    }

    /** Never 0, which stands for none. */
    private static int hash(String key) {
        int hash = key.hashCode() * 0x9E3779B1;
        return hash == 0 ? 1 : hash;
    }
}
