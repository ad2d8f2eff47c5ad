package wherein.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntroSorter;
import wherein.search.Deadline;
import wherein.search.Suggestion;

/**
 * Looks names up by the beginning of any of their words: in all words of all names in alphabetical order, each with what
 * follows it, so that those that begin in the same way stand together. Takes some 8 bytes a word and 2 a character. A look takes
 * as long as there are words that begin so, or, where a letter may be wrong, that begin with the same letter.
 */
final class NameSuggester {

    static final Comparator<Suggestion> FREQUENT_FIRST =
            Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::text);

    /** Ends each key, and is in none. */
    private static final char END = 0;

    private final List<Suggestion> names;
    private final String text;
    private final int[] starts;
    private final int[] owners;

    private NameSuggester(List<Suggestion> names, String text, int[] starts, int[] owners) {
        this.names = names;
        this.text = text;
        this.starts = starts;
        this.owners = owners;
    }

    /** Takes names one after the other. */
    static final class Builder {
        private final List<Suggestion> names = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[16];
        private int[] owners = new int[16];
        private int words;

        /**
         * Adds a name, which is looked up by {@code key}, folded, and by those of {@link #key} as well.
         *
         * @return its number
         */
        int name(Suggestion name, String key) {
            names.add(name);
            key(names.size() - 1, key);
            return names.size() - 1;
        }

        /** Adds another key, folded, to the name of this number. */
        void key(int name, String key) {
            int start = text.length();
            text.append(key.replace(END, ' ')).append(END);
            for (int at = start; at >= 0; at = next(text, at)) {
                if (words == starts.length) {
                    starts = ArrayUtil.grow(starts);
                    owners = ArrayUtil.growExact(owners, starts.length);
                }
                starts[words] = at;
                owners[words++] = name;
            }
        }

        /** Where the word behind that at {@code i} begins; negative where there is none. */
        private static int next(CharSequence text, int i) {
            for (int at = i + 1; at < text.length(); at++) {
                if (Character.isLetterOrDigit(text.charAt(at)) && !Character.isLetterOrDigit(text.charAt(at - 1))) {
                    return at;
                }
            }
            return -1;
        }

        /** All of them, after which no more can be added. */
        NameSuggester build() {
            NameSuggester all = new NameSuggester(List.copyOf(names), text.toString(), starts, owners);
            all.new Alphabetical().sort(0, words);
            return new NameSuggester(
                    all.names,
                    all.text,
                    ArrayUtil.copyOfSubArray(starts, 0, words),
                    ArrayUtil.copyOfSubArray(owners, 0, words));
        }
    }

    /** The most frequent names of which a word begins with {@code prefix}, which is folded. */
    List<Suggestion> beginning(String prefix, Set<Suggestion.Type> types, int limit, Deadline deadline) {
        Best best = new Best(types, limit);
        for (int i = first(prefix); i < starts.length && text.startsWith(prefix, starts[i]); i++) {
            deadline.step();
            best.offer(names.get(owners[i]));
        }
        return best.sorted();
    }

    /** The most frequent names of which a word begins nearly so: see {@link #isNearly}. */
    List<Suggestion> beginningLike(String prefix, Set<Suggestion.Type> types, int limit, Deadline deadline) {
        Best best = new Best(types, limit);
        String letter = prefix.substring(0, 1);
        for (int i = first(letter); i < starts.length && text.startsWith(letter, starts[i]); i++) {
            deadline.step();
            Suggestion name = names.get(owners[i]);
            if (best.mayTake(name) && isNearly(prefix, text, starts[i])) {
                best.offer(name);
            }
        }
        return best.sorted();
    }

    /** The first word, in order, that is not before {@code prefix}. */
    private int first(String prefix) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(starts[middle], prefix)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int start, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            char c = text.charAt(start + i);
            if (c != prefix.charAt(i)) {
                return c < prefix.charAt(i);
            }
        }
        return false;
    }

    /** Whether a beginning of the key at {@code start} becomes {@code prefix} by one edit, not of the first letter. */
    static boolean isNearly(String prefix, String text, int start) {
        int at = 0;
        while (at < prefix.length() && prefix.charAt(at) == text.charAt(start + at)) {
            at++;
        }
        if (at == 0) {
            return false;
        }
        if (at == prefix.length()) {
            return true;
        }
        int left = prefix.length() - at - 1;
        int here = start + at;
        boolean isEnd = text.charAt(here) == END;
        boolean swapped = left > 0
                && !isEnd
                && prefix.charAt(at) == text.charAt(here + 1)
                && prefix.charAt(at + 1) == text.charAt(here)
                && prefix.regionMatches(at + 2, text, here + 2, left - 1);
        return !isEnd
                        && (prefix.regionMatches(at + 1, text, here + 1, left)
                                || prefix.regionMatches(at, text, here + 1, left + 1))
                || prefix.regionMatches(at + 1, text, here, left)
                || swapped;
    }

    /** The most frequent of the names that are offered, each once. */
    private static final class Best {
        private final Set<Suggestion.Type> types;
        private final int limit;
        private final PriorityQueue<Suggestion> best = new PriorityQueue<>(FREQUENT_FIRST.reversed());

        Best(Set<Suggestion.Type> types, int limit) {
            this.types = types;
            this.limit = limit;
        }

        boolean mayTake(Suggestion name) {
            boolean enters = limit > 0
                    && (best.size() < limit || FREQUENT_FIRST.compare(name, best.peek()) < 0)
                    && types.contains(name.type());
            return enters && !best.contains(name);
        }

        void offer(Suggestion name) {
            if (mayTake(name)) {
                best.add(name);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }

        List<Suggestion> sorted() {
            return best.stream().sorted(FREQUENT_FIRST).toList();
        }
    }

    /** Sorts words by themselves and what follows them. */
    private final class Alphabetical extends IntroSorter {
        private int pivot;

        @Override
        protected void setPivot(int i) {
            pivot = starts[i];
        }

        @Override
        protected int comparePivot(int j) {
            return compared(pivot, starts[j]);
        }

        @Override
        protected int compare(int i, int j) {
            return compared(starts[i], starts[j]);
        }

        @Override
        protected void swap(int i, int j) {
            int start = starts[i];
            starts[i] = starts[j];
            starts[j] = start;
            int owner = owners[i];
            owners[i] = owners[j];
            owners[j] = owner;
        }

        private int compared(int a, int b) {
            for (int i = 0; a != b; i++) {
                char one = text.charAt(a + i);
                char other = text.charAt(b + i);
                if (one != other || one == END) {
                    return one - other;
                }
            }
            return 0;
        }
    }
}
