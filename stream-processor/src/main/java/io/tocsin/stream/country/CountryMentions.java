package io.tocsin.stream.country;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one article that name countries, in the order of the article, by token. Immutable.
 */
public final class CountryMentions {
    private final String[] country;
    private final int[] from;
    private final int[] to;
    private final MentionKind[] kind;
    private final double[] weight;
    private final Place[] place;

    CountryMentions(String[] country, int[] from, int[] to, MentionKind[] kind, double[] weight, Place[] place) {
        this.country = country;
        this.from = from;
        this.to = to;
        this.kind = kind;
        this.weight = weight;
        this.place = place;
    }

    /** How many there are. */
    public int size() {
        return country.length;
    }

    /** ISO 3166-1 alpha-2 code, or XK. */
    public String country(int mention) {
        return country[mention];
    }

    /** First token. */
    public int from(int mention) {
        return from[mention];
    }

    /** One past the last token. */
    public int to(int mention) {
        return to[mention];
    }

    /** What the words are. */
    public MentionKind kind(int mention) {
        return kind[mention];
    }

    /** How much it says about what the article is about; 1 is a country's name in the middle of an article. */
    public double weight(int mention) {
        return weight[mention];
    }

    /** The town or region that the words name; {@link Place#NONE} when they name a country or something else. */
    public Place place(int mention) {
        return place[mention];
    }

    /**
     * The countries that tokens {@code [fromToken, toToken)} name, in the order of their first mention there.
     */
    public List<String> between(int fromToken, int toToken) {
        List<String> codes = new ArrayList<>(4);
        for (int i = first(fromToken); i < from.length && from[i] < toToken; i++) {
            if (!codes.contains(country[i])) {
                codes.add(country[i]);
            }
        }
        return codes;
    }

    /** The first mention that begins at the token or later; {@link #size} when there is none. */
    public int first(int token) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
