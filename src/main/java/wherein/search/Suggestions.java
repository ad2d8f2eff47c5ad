package wherein.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.query.Names;

/** Completions and corrections from the words and names of an index. Upper and lower case, accents, and е and ё are alike. */
public interface Suggestions {

    /**
     * What begins with {@code prefix}, or has a word that does; behind that, from four letters on, what would with one
     * letter inserted, left out, changed or swapped, but for the first. Of each the greatest count first.
     *
     * @param types what may be suggested
     * @param names of what the ledger holds; the same at every call, for whatever request
     * @throws DeadlineException if there is no time left, or names have to be read first and that takes longer
     */
    List<Suggestion> suggest(String prefix, Set<Suggestion.Type> types, int limit, Names names) throws IOException;

    /**
     * The words of the texts that were most likely meant by those of {@code words} which none of them has, in any form: with
     * at most two letters inserted, left out, changed or swapped, and at most a third of its letters; the nearest, and of
     * these the most frequent. What the texts have nothing like is left out.
     *
     * @throws DeadlineException if there is no time left
     */
    Map<String, String> nearestWords(Collection<String> words) throws IOException;
}
