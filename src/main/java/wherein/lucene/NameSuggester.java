package wherein.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import wherein.search.Suggestion;

/** Looks names up by the beginning of any of their words, in a list of all names of an index. */
final class NameSuggester {

    private static final Comparator<Suggestion> FREQUENT_FIRST =
            Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::text);

    private final List<Named> all;

    NameSuggester(List<Named> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A name.
     *
     * @param keys what it is looked up by, folded
     */
    record Named(Suggestion suggestion, List<String> keys) {

        /** Takes a copy. */
        public Named {
            keys = List.copyOf(keys);
        }
    }

    /** The most frequent names of which a word begins with {@code prefix}, which is folded. */
    List<Suggestion> beginning(String prefix, Set<String> types) {
        return where(types, key -> key.startsWith(prefix));
    }

    /** The most frequent names of which a word begins nearly so: see {@link #isNearly}. */
    List<Suggestion> beginningLike(String prefix, Set<String> types) {
        return where(types, key -> isNearly(prefix, key));
    }

    private List<Suggestion> where(Set<String> types, Predicate<String> begins) {
        List<Suggestion> found = new ArrayList<>();
        for (Named named : all) {
            if (types.contains(named.suggestion.type())
                    && named.keys.stream().anyMatch(key -> atAnyWord(key, begins))) {
                found.add(named.suggestion);
            }
        }
        found.sort(FREQUENT_FIRST);
        return found;
    }

    private static boolean atAnyWord(String key, Predicate<String> begins) {
        for (int i = 0; i >= 0; i = next(key, i)) {
            if (begins.test(key.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the word behind that at {@code i} begins; negative where there is none. */
    private static int next(String key, int i) {
        for (int at = i + 1; at < key.length(); at++) {
            if (Character.isLetterOrDigit(key.charAt(at)) && !Character.isLetterOrDigit(key.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a beginning of {@code key} becomes {@code prefix} by one edit, not of the first letter. */
    static boolean isNearly(String prefix, String key) {
        int at = 0;
        while (at < prefix.length() && at < key.length() && prefix.charAt(at) == key.charAt(at)) {
            at++;
        }
        if (at == 0) {
            return false;
        }
        if (at == prefix.length()) {
            return true;
        }
        String rest = prefix.substring(at + 1);
        boolean swapped = at + 1 < prefix.length()
                && at + 1 < key.length()
                && prefix.charAt(at) == key.charAt(at + 1)
                && prefix.charAt(at + 1) == key.charAt(at)
                && key.startsWith(prefix.substring(at + 2), at + 2);
        return key.startsWith(rest, at + 1)
                || key.startsWith(rest, at)
                || key.startsWith(prefix.substring(at), at + 1)
                || swapped;
    }
}
