package wherein.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody who wrote an unknown one most likely meant. */
public final class Nearest {

    /** What differs by more letters is not near. */
    public static final int FARTHEST = 3;

    private Nearest() {}

    /**
     * The one of {@code known} with the least edit distance to {@code word}, upper and lower case apart; empty if none
     * is near, which is to say that more than a third of its letters, or more than three, would have to change. Of two
     * equally near, the first in alphabetical order. Those that are longer or shorter by more than that are not looked at, so
     * that a word of any length costs what one of the known costs.
     */
    public static Optional<String> to(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int limit = Math.min(FARTHEST, Math.max(1, (wanted.length() + 1) / 3));
        return known.stream()
                .filter(candidate -> isWithin(limit, wanted, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isWithin(int limit, String wanted, String candidate) {
        return Math.abs(wanted.length() - candidate.length()) <= limit && distance(wanted, candidate) <= limit;
    }

    /** As {@link #to}, in words: {@code " Did you mean \"stance\"?"}, or nothing. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> " Did you mean \"" + near + "\"?").orElse("");
    }

    /** Optimal string alignment: insert, delete, change or swap two neighbours, each at a cost of one. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
            least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        return least;
    }
}
