package io.tocsin.stream.story;

import io.tocsin.stream.text.Fold;

/**
 * The consonants of a name, in ten classes that hold across scripts: Зеленский, Zelensky, زيلينسكي and ゼレンスキー
 * all leave the same. Sounds that languages write in several ways are one class; vowels, h and half vowels are dropped.
 */
final class NameSkeleton {
    private static final int MULTIPLIER = 31;

    /** Consonants of each row of the kana table, from ァ (U+30A1); a space for vowels and signs. */
    private static final String KANA =
            "          kgkgkgkgkgsssssssssstdsg sstdtdnnnnn bb bbfbb bb bbmmmmm      lllll     nf";

    private NameSkeleton() {}

    /**
     * The skeleton as a number, or 0 when too few consonants are left to tell names apart.
     *
     * @param least fewest consonants
     */
    static int of(CharSequence word, int least) {
        String folded = stem(Fold.fold(word));
        int hash = 7;
        int count = 0;
        char last = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            char next = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
            char consonant = consonant(c, next);
            if (consonant == ' ') {
                continue;
            }
            if (consonant != last || (i > 0 && consonant(folded.charAt(i - 1), c) == ' ')) {
                hash = hash * MULTIPLIER + consonant;
                count++;
            }
            last = consonant;
        }
        return count < least ? 0 : hash * 0x9E3779B1;
    }

    /** Without the commonest endings of Russian cases, which would leave a consonant. */
    private static String stem(String folded) {
        char first = folded.isEmpty() ? ' ' : folded.charAt(0);
        if (first >= 0x0400 && first < 0x0530) {
            for (String ending :
                    new String[] {"ого", "его", "ому", "ему", "ами", "ями", "ым", "им", "ом", "ем", "ах"}) {
                if (folded.endsWith(ending) && folded.length() - ending.length() >= 4) {
                    return folded.substring(0, folded.length() - ending.length());
                }
            }
        }
        return folded;
    }

    private static char consonant(char c, char next) {
        if (c < 0x80) {
            return latin(c, next);
        }
        if (c >= 0x30A1 && c <= 0x30F4) {
            return KANA.charAt(Math.min(KANA.length() - 1, c - 0x30A1));
        }
        return switch (c) {
            case 'б', 'п', 'ب', 'پ', 'ב', 'פ', 'ף', 'प', 'फ', 'ब', 'भ' -> 'b';
            case 'в', 'ф', 'ف', 'ڤ', 'व' -> 'f';
            case 'т', 'ت', 'ط', 'ث', 'ט', 'ת', 'त', 'थ', 'ट', 'ठ' -> 't';
            case 'д', 'د', 'ذ', 'ض', 'ד', 'द', 'ध', 'ड', 'ढ' -> 'd';
            case 'к', 'х', 'ق', 'ك', 'خ', 'ק', 'כ', 'ך', 'क', 'ख' -> 'k';
            case 'г', 'ж', 'ج', 'غ', 'گ', 'ג', 'ग', 'घ', 'ज', 'झ' -> 'g';
            case 'з',
                    'с',
                    'ц',
                    'ч',
                    'ш',
                    'щ',
                    'س',
                    'ش',
                    'ص',
                    'ز',
                    'ظ',
                    'ژ',
                    'چ',
                    'ס',
                    'ש',
                    'צ',
                    'ץ',
                    'ז',
                    'स',
                    'श',
                    'ष',
                    'च',
                    'छ' -> 's';
            case 'м', 'م', 'מ', 'ם', 'म' -> 'm';
            case 'н', 'ن', 'נ', 'ן', 'न', 'ण' -> 'n';
            case 'л', 'р', 'ل', 'ر', 'ל', 'ר', 'ल', 'र' -> 'l';
            default -> ' ';
        };
    }

    private static char latin(char c, char next) {
        return switch (c) {
            case 'b' -> 'b';
            case 'p' -> next == 'h' ? 'f' : 'b';
            case 'f', 'v', 'w' -> 'f';
            case 't' -> next == 's' || next == 'z' || next == 'c' ? ' ' : 't';
            case 'd' -> next == 'j' || next == 'z' ? ' ' : 'd';
            case 'k' -> 'k';
            case 'q' -> 'k';
            case 'c' -> next == 'e' || next == 'i' || next == 'y' || next == 'h' || next == 'z' ? 's' : 'k';
            case 'x' -> 's';
            case 'g' -> 'g';
            case 'j' -> next == ' ' ? ' ' : 'g';
            case 's', 'z' -> 's';
            case 'm' -> 'm';
            case 'n' -> 'n';
            case 'l', 'r' -> 'l';
            default -> ' ';
        };
    }
}
