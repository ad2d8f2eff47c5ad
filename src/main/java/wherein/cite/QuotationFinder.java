package wherein.cite;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import wherein.text.Span;

/**
 * Finds in one text the place of quoted words that is nearest to where they stood.
 *
 * <p>The first few are looked for by reading the text. After them it is read once more, to note where each run of {@value
 * #GRAM} signs begins, which takes 4 bytes a UTF-16 unit; from then on only places are looked at that have the rarest run
 * of the words, the nearest first. Words that are nowhere are looked for once. Not safe for use by several threads.
 */
final class QuotationFinder {

    private static final int GRAM = 4;
    private static final int FEW = 8;

    /** So many signs of the words are asked which of their runs is rare. */
    private static final int LOOK = 64;

    private static final int FEWEST_BITS = 8;
    private static final int MOST_BITS = 20;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final String text;
    private final Set<String> nowhere = new HashSet<>();
    private int asked;

    /** The places of all runs in ascending order, those of one hash beside each other; null while few were asked for. */
    private int[] places;

    /** Where the places of each hash begin in {@link #places}. */
    private int[] begins;

    private int shift;

    QuotationFinder(String text) {
        this.text = text;
    }

    /** The place of the words of {@code row} whose start is nearest to {@code old}, the first of two; UTF-16 positions. */
    Optional<Span> nearest(QuotedRow row, int old) {
        if (nowhere.contains(row.words())) {
            return Optional.empty();
        }
        asked++;
        Optional<Span> found;
        if (asked > FEW && canBeLookedUp(row.words())) {
            found = lookedUp(row, old);
        } else if (row.words().indexOf(' ') < 0 && !row.words().isEmpty()) {
            found = outward(row.words(), old);
        } else {
            found = read(row, old);
        }
        if (found.isEmpty()) {
            nowhere.add(row.words());
        }
        return found;
    }

    /** A run of signs in words: its hash, and how many signs of the words stand before it. */
    private record Gram(int hash, int before) {}

    /** The run of signs that the text has least often, of the first {@value #LOOK} of {@code words}. */
    private Gram rarest(String words) {
        Gram rarest = null;
        int fewest = Integer.MAX_VALUE;
        long gram = 0;
        int signs = 0;
        for (int i = 0; i < words.length() && signs < LOOK; i++) {
            if (isBreak(words.charAt(i))) {
                continue;
            }
            gram = gram << Character.SIZE | words.charAt(i);
            signs++;
            int hash = hash(gram);
            int count = begins[hash + 1] - begins[hash];
            if (signs >= GRAM && count < fewest) {
                fewest = count;
                rarest = new Gram(hash, signs - GRAM);
            }
        }
        return rarest;
    }

    /** Whether {@code words} begin with a sign and have as many as are looked up. */
    private static boolean canBeLookedUp(String words) {
        return !words.isEmpty()
                && !isBreak(words.charAt(0))
                && words.chars().filter(c -> !isBreak((char) c)).limit(GRAM).count() == GRAM;
    }

    /** Where words begin of which {@code signs} signs stand before {@code place}; -1 if the text begins later. */
    private int start(int place, int signs) {
        int start = place;
        for (int left = signs; left > 0 && start >= 0; ) {
            start--;
            left -= start >= 0 && !isBreak(text.charAt(start)) ? 1 : 0;
        }
        return start;
    }

    /** What may stand for another of its kind, and in any number, where a text went through cells. */
    private static boolean isBreak(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private Optional<Span> lookedUp(QuotedRow row, int old) {
        if (places == null) {
            note();
        }
        Gram gram = rarest(row.words());
        int from = begins[gram.hash()];
        int to = begins[gram.hash() + 1];
        int right = firstAfter(old, gram, from, to);
        int left = right - 1;
        Matcher matcher = row.pattern().matcher(text);
        while (left >= from || right < to) {
            int before = left >= from ? start(places[left], gram.before()) : -1;
            int after = right < to ? start(places[right], gram.before()) : -1;
            boolean earlier = right >= to || left >= from && old - before <= after - old;
            int start = earlier ? before : after;
            left -= earlier ? 1 : 0;
            right += earlier ? 0 : 1;
            if (start >= 0 && matcher.region(start, text.length()).lookingAt()) {
                return Optional.of(new Span(start, matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** The first index of {@link #places} from {@code from} whose words would begin after {@code old}. */
    private int firstAfter(int old, Gram gram, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(places[middle], gram.before()) <= old) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int hash(long gram) {
        return (int) (gram * MIX >>> shift);
    }

    /** Counts the runs of each hash, then puts each in its place, from the last to the first. */
    private void note() {
        int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(text.length()), FEWEST_BITS, MOST_BITS);
        shift = Long.SIZE - bits;
        begins = new int[(1 << bits) + 1];
        int signs = 0;
        long gram = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (!isBreak(text.charAt(i))) {
                gram = before(text.charAt(i), gram);
                begins[hash(gram)]++;
                signs++;
            }
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        places = new int[signs];
        gram = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (!isBreak(text.charAt(i))) {
                gram = before(text.charAt(i), gram);
                places[--begins[hash(gram)]] = i;
            }
        }
    }

    private static long before(char c, long gram) {
        return gram >>> Character.SIZE | (long) c << (GRAM - 1) * Character.SIZE;
    }

    private Optional<Span> outward(String words, int old) {
        int left = text.lastIndexOf(words, old);
        int reach = left < 0 ? text.length() : Math.min(text.length(), old + (old - left) + words.length());
        int right = old < reach ? text.indexOf(words, old + 1, reach) : -1;
        int place = right >= 0 && (left < 0 || right - old < old - left) ? right : left;
        return place < 0 ? Optional.empty() : Optional.of(new Span(place, place + words.length()));
    }

    private Optional<Span> read(QuotedRow row, int old) {
        Matcher matcher = row.pattern().matcher(text);
        Span nearest = null;
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            Span found = new Span(matcher.start(), matcher.end());
            if (nearest != null && Math.abs(found.start() - old) >= Math.abs(nearest.start() - old)) {
                break;
            }
            nearest = found;
            // Words may begin again before they have ended.
            from = matcher.start() + 1;
        }
        return Optional.ofNullable(nearest);
    }
}
