package io.tocsin.bench.quality;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses among pages of one publisher whose file names bear the day on which they were saved. */
final class SavedPages {
    private static final Pattern DAY = Pattern.compile("(\\d{4})_(\\d{2})_(\\d{2})");
    /** {@code 2024-04-30} */
    private static final int DAY_LENGTH = 10;

    private SavedPages() {}

    /**
     * The first page that was saved on the day of publication or later, else the last.
     *
     * @param pages by day, at least one
     * @param published begins with an ISO date
     */
    static String of(List<String> pages, String published) {
        String day = published.length() < DAY_LENGTH ? "" : published.substring(0, DAY_LENGTH);
        for (String page : pages) {
            Matcher saved = DAY.matcher(page);
            if (saved.find() && (saved.group(1) + "-" + saved.group(2) + "-" + saved.group(3)).compareTo(day) >= 0) {
                return page;
            }
        }
        return pages.get(pages.size() - 1);
    }
}
