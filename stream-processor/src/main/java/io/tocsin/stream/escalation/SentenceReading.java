package io.tocsin.stream.escalation;

import io.tocsin.stream.text.Tokens;
import java.util.Arrays;
import java.util.List;

/**
 * What one sentence holds: phrases of the dictionaries in text order, the cues among them, and the patterns that they
 * make, of which overlapping ones have been settled: most words first, then fewest between them. Reused for every
 * sentence; not safe for use by several threads.
 */
final class SentenceReading {
    private static final int NONE = -1;
    private static final int MAX_PARTS = 4;
    /** Half words that a strong pattern is ahead of a weak one. */
    private static final int STRONG = 3;
    /** A sentence that holds more is a list, and the rest of it is not read. */
    private static final int MAX_CANDIDATES = 400;

    private final EscalationLexicon lexicon;

    /** Phrases. */
    int phrases;

    int[] entry = new int[64];
    int[] from = new int[64];
    int[] to = new int[64];

    /** Cues: bits and place. */
    int cueCount;

    int[] cueBits = new int[64];
    int[] cueFrom = new int[64];
    int[] cueTo = new int[64];
    int[] cueYear = new int[64];

    /** Chains of the phrases of each set, in text order; valid when {@code stamp[set] == now}. */
    private final int[] head;

    private final int[] tail;
    private final int[] stamp;
    private int now;
    private int links;
    private int[] linkPhrase = new int[256];
    private int[] linkNext = new int[256];

    /** Candidates and, after {@link #settle}, the matches: the first {@link #matches} of {@link #order}. */
    private int candidates;

    final int[] pattern = new int[MAX_CANDIDATES];
    final int[] first = new int[MAX_CANDIDATES];
    final int[] last = new int[MAX_CANDIDATES];
    private final int[] words = new int[MAX_CANDIDATES];
    private final int[] parts = new int[MAX_CANDIDATES * MAX_PARTS];
    /** Whether a part stands before the one that it follows in its pattern: "sanctions were imposed". */
    private final boolean[] turned = new boolean[MAX_CANDIDATES];

    /** The cover pattern that a match lies under, or {@link #NONE}. */
    final int[] cover = new int[MAX_CANDIDATES];

    int matches;
    final int[] order = new int[MAX_CANDIDATES];
    private int[] owner = new int[128];

    SentenceReading(EscalationLexicon lexicon) {
        this.lexicon = lexicon;
        head = new int[lexicon.setCount()];
        tail = new int[lexicon.setCount()];
        stamp = new int[lexicon.setCount()];
    }

    void clear() {
        phrases = 0;
        cueCount = 0;
        links = 0;
        candidates = 0;
        matches = 0;
        now++;
    }

    void add(int newEntry, int newFrom, int newTo) {
        if (phrases == entry.length) {
            entry = Arrays.copyOf(entry, phrases * 2);
            from = Arrays.copyOf(from, phrases * 2);
            to = Arrays.copyOf(to, phrases * 2);
        }
        entry[phrases] = newEntry;
        from[phrases] = newFrom;
        to[phrases] = newTo;
        phrases++;
    }

    /** Finds the matches among the phrases and, when there are any, the cues. */
    void read(Tokens tokens) {
        if (!mayMatch()) {
            return;
        }
        for (int phrase = 0; phrase < phrases; phrase++) {
            for (int set : lexicon.follows[entry[phrase]]) {
                link(set, phrase);
            }
        }
        for (int phrase = 0; phrase < phrases; phrase++) {
            for (int p : lexicon.begins[entry[phrase]]) {
                begin(p, phrase, tokens);
            }
        }
        if (candidates == 0) {
            return;
        }
        settle();
        if (matches > 0) {
            findCues();
        }
    }

    /** Most sentences hold cues and no phrase that begins a pattern. */
    private boolean mayMatch() {
        for (int phrase = 0; phrase < phrases; phrase++) {
            if (lexicon.begins[entry[phrase]].length > 0) {
                return true;
            }
        }
        return false;
    }

    private void findCues() {
        int coveredTo = 0;
        for (int phrase = 0; phrase < phrases; phrase++) {
            int bits = lexicon.cues[entry[phrase]];
            if (bits != 0 && to[phrase] > coveredTo) {
                coveredTo = to[phrase];
                cue(bits, phrase);
            }
        }
    }

    private void link(int set, int phrase) {
        if (links == linkPhrase.length) {
            linkPhrase = Arrays.copyOf(linkPhrase, links * 2);
            linkNext = Arrays.copyOf(linkNext, links * 2);
        }
        linkPhrase[links] = phrase;
        linkNext[links] = NONE;
        if (stamp[set] == now) {
            linkNext[tail[set]] = links;
        } else {
            stamp[set] = now;
            head[set] = links;
        }
        tail[set] = links++;
    }

    private void cue(int bits, int phrase) {
        if (cueCount == cueBits.length) {
            cueBits = Arrays.copyOf(cueBits, cueCount * 2);
            cueFrom = Arrays.copyOf(cueFrom, cueCount * 2);
            cueTo = Arrays.copyOf(cueTo, cueCount * 2);
            cueYear = Arrays.copyOf(cueYear, cueCount * 2);
        }
        cueBits[cueCount] = bits;
        cueFrom[cueCount] = from[phrase];
        cueTo[cueCount] = to[phrase];
        cueYear[cueCount] = lexicon.year[entry[phrase]];
        cueCount++;
    }

    private void begin(int number, int phrase, Tokens tokens) {
        if (candidates == MAX_CANDIDATES) {
            return;
        }
        EscalationPattern wanted = lexicon.pattern(number);
        int base = candidates * MAX_PARTS;
        int start = from[phrase];
        int end = to[phrase];
        int count = end - start;
        parts[base] = phrase;
        turned[candidates] = false;
        int before = phrase;
        List<EscalationPattern.Part> sets = wanted.parts();
        for (int part = 1; part < sets.size(); part++) {
            int next = nearest(sets.get(part), before, tokens);
            if (next == NONE) {
                return;
            }
            parts[base + part] = next;
            turned[candidates] |= from[next] < from[before];
            start = Math.min(start, from[next]);
            end = Math.max(end, to[next]);
            count += to[next] - from[next];
            before = next;
        }
        if (sets.size() < MAX_PARTS) {
            parts[base + sets.size()] = NONE;
        }
        pattern[candidates] = number;
        first[candidates] = start;
        last[candidates] = end;
        words[candidates] = count;
        candidates++;
    }

    /** The phrase of the set that stands nearest, the longest of those, or {@link #NONE}. */
    private int nearest(EscalationPattern.Part part, int before, Tokens tokens) {
        int set = part.set();
        int window = part.window();
        if (stamp[set] != now) {
            return NONE;
        }
        int found = NONE;
        int least = window + 1;
        for (int link = head[set]; link != NONE; link = linkNext[link]) {
            int phrase = linkPhrase[link];
            int gap = from[phrase] - to[before];
            if (gap < 0 && part.anyOrder()) {
                gap = from[before] - to[phrase];
            }
            if (gap >= 0 && gap < least) {
                if (!isBroken(Math.min(to[before], to[phrase]), Math.max(from[before], from[phrase]), tokens)) {
                    least = gap;
                    found = phrase;
                }
            } else if (from[phrase] - to[before] > window) {
                break;
            }
        }
        return found;
    }

    /** Whether a semicolon stands before one of the tokens {@code [a, b]}. */
    private static boolean isBroken(int a, int b, Tokens tokens) {
        for (int token = a; token <= b; token++) {
            if (tokens.before(token) == ';') {
                return true;
            }
        }
        return false;
    }

    private void settle() {
        for (int i = 0; i < candidates; i++) {
            int k = i;
            while (k > 0 && precedes(i, order[k - 1])) {
                order[k] = order[k - 1];
                k--;
            }
            order[k] = i;
        }
        int base = phrases == 0 ? 0 : from[0];
        int span = 0;
        for (int i = 0; i < candidates; i++) {
            span = Math.max(span, last[i] - base);
            base = Math.min(base, first[i]);
        }
        if (owner.length < span) {
            owner = new int[span * 2];
        }
        Arrays.fill(owner, 0, Math.min(owner.length, span + 1), NONE);
        for (int i = 0; i < candidates; i++) {
            int candidate = order[i];
            if (take(candidate, base)) {
                order[matches++] = candidate;
            }
        }
        sortByPlace();
    }

    /** More words (a weak pattern's count less), then fewer between them, then strength, then the file's order. */
    private boolean precedes(int a, int b) {
        int claimA = claim(a);
        int claimB = claim(b);
        if (claimA != claimB) {
            return claimA > claimB;
        }
        int spanA = last[a] - first[a];
        int spanB = last[b] - first[b];
        if (spanA != spanB) {
            return spanA < spanB;
        }
        double strengthA = lexicon.pattern(pattern[a]).strength();
        double strengthB = lexicon.pattern(pattern[b]).strength();
        return strengthA > strengthB;
    }

    private int claim(int candidate) {
        boolean strong = lexicon.pattern(pattern[candidate]).emphasis() == 1;
        return 2 * words[candidate] + (strong ? STRONG : 0) - (turned[candidate] ? 1 : 0);
    }

    /** Takes the tokens of a candidate's parts unless a better one has them; says whether it is a match. */
    private boolean take(int candidate, int base) {
        EscalationPattern wanted = lexicon.pattern(pattern[candidate]);
        int sizes = wanted.parts().size();
        int under = NONE;
        for (int part = 0; part < sizes; part++) {
            int phrase = parts[candidate * MAX_PARTS + part];
            for (int token = from[phrase]; token < to[phrase]; token++) {
                int has = owner[token - base];
                if (has != NONE && !lexicon.pattern(pattern[has]).isCover()) {
                    return false;
                }
                under = has == NONE ? under : has;
            }
        }
        cover[candidate] = under == NONE ? NONE : pattern[under];
        if (under == NONE || wanted.isCover()) {
            for (int part = 0; part < sizes; part++) {
                int phrase = parts[candidate * MAX_PARTS + part];
                Arrays.fill(owner, from[phrase] - base, to[phrase] - base, candidate);
            }
        }
        return !wanted.isCover();
    }

    private void sortByPlace() {
        for (int i = 1; i < matches; i++) {
            int match = order[i];
            int k = i;
            while (k > 0 && first[order[k - 1]] > first[match]) {
                order[k] = order[k - 1];
                k--;
            }
            order[k] = match;
        }
    }
}
