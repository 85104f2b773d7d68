package io.swiftcart.catalog.domain;

import java.util.List;

/** Which known words a misspelt one may have been meant to be. */
public final class Likeness {
    private static final int SHORTEST = 3;
    private static final int SHORT = 5;
    private static final int MEANT_MAX = 3;

    private Likeness() {}

    /**
     * The nearest of the known words, at most three: one slip apart when the word is short, two
     * when it has more than five characters. None for what is too short to be misspelt, and for
     * numbers, which are not spelt at all.
     */
    public static List<String> nearest(String word, List<String> known) {
        int nearest =
                known.stream().mapToInt(each -> slips(word, each)).min().orElse(Integer.MAX_VALUE);
        if (nearest > slipsAllowed(word)) {
            return List.of();
        }
        return known.stream()
                .filter(each -> slips(word, each) == nearest)
                .limit(MEANT_MAX)
                .toList();
    }

    private static int slipsAllowed(String word) {
        if (word.length() < SHORTEST || word.chars().allMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() <= SHORT ? 1 : 2;
    }

    /**
     * How many characters must be put in, left out, replaced, or swapped with their neighbour to
     * make one word the other (optimal string alignment).
     */
    static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : step(one, other, slips, i, j);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int step(String one, String other, int[][] slips, int i, int j) {
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        slips[i - 1][j - 1] + replaced,
                        Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
