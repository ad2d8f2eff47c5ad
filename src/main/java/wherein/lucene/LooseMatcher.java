package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import wherein.text.Span;

/**
 * Finds the words of a phrase with room: how far each stands from its place in the phrase may differ by at most the slop.
 *
 * <p>With the phrase laid so that its first word is at position {@code at}, word {@code i} may take a position from {@code at +
 * i} to {@code at + i + slop}, and no two words the same: a matching of words and positions, found by augmenting paths
 * (Kuhn's algorithm).
 */
final class LooseMatcher {

    private final int slop;
    private final PassageWords passage;
    private final List<NavigableMap<Integer, Occurrence>> words = new ArrayList<>();

    LooseMatcher(Occurrences.Loose loose, PassageWords passage) throws IOException {
        this.passage = passage;
        this.slop = loose.slop();
        for (Occurrences.Token token : loose.tokens()) {
            NavigableMap<Integer, Occurrence> occurrences = new TreeMap<>();
            for (Occurrence occurrence : passage.of(token)) {
                occurrences.put(occurrence.first(), occurrence);
            }
            words.add(occurrences);
        }
    }

    /** From where to where the words stand. */
    List<Occurrence> occurrences() {
        TreeSet<Occurrence> occurrences = new TreeSet<>();
        for (List<TreeMap<Integer, Occurrence>> layout : layouts()) {
            TreeMap<Integer, Occurrence> all = new TreeMap<>();
            layout.forEach(all::putAll);
            for (Occurrence first : all.values()) {
                for (Occurrence last : all.tailMap(first.first(), true).values()) {
                    Occurrence occurrence = new Occurrence(
                            first.first(),
                            last.last(),
                            new Span(first.span().start(), last.span().end()));
                    if (!occurrences.contains(occurrence) && fits(within(layout, occurrence), occurrence)) {
                        occurrences.add(occurrence);
                    }
                }
            }
        }
        return List.copyOf(occurrences);
    }

    /** Adds as a mark each word that has a part in one of {@code occurrences}. */
    void mark(Collection<Occurrence> occurrences, List<Span> marks) {
        TreeMap<Integer, Occurrence> marked = new TreeMap<>();
        for (List<TreeMap<Integer, Occurrence>> layout : layouts()) {
            for (Occurrence occurrence : occurrences) {
                List<TreeMap<Integer, Occurrence>> within = within(layout, occurrence);
                for (int word = 0; word < within.size(); word++) {
                    for (Occurrence token : within.get(word).values()) {
                        if (!marked.containsKey(token.first()) && fits(only(within, word, token), occurrence)) {
                            marked.put(token.first(), token);
                        }
                    }
                }
            }
        }
        marked.values().forEach(token -> marks.add(token.span()));
    }

    /** For each way to lay the phrase that has a position for every word, the positions of each. */
    private List<List<TreeMap<Integer, Occurrence>>> layouts() {
        TreeSet<Integer> starts = new TreeSet<>();
        for (int word = 0; word < words.size(); word++) {
            for (int position : words.get(word).keySet()) {
                starts.add(position - word);
            }
        }
        List<List<TreeMap<Integer, Occurrence>>> layouts = new ArrayList<>();
        for (int at : starts) {
            List<TreeMap<Integer, Occurrence>> layout = new ArrayList<>();
            for (int word = 0; word < words.size(); word++) {
                layout.add(new TreeMap<>(words.get(word).subMap(at + word, true, at + word + slop, true)));
            }
            if (layout.stream().noneMatch(TreeMap::isEmpty)) {
                layouts.add(layout);
            }
        }
        return layouts;
    }

    private static List<TreeMap<Integer, Occurrence>> within(
            List<TreeMap<Integer, Occurrence>> layout, Occurrence occurrence) {
        List<TreeMap<Integer, Occurrence>> within = new ArrayList<>();
        for (TreeMap<Integer, Occurrence> word : layout) {
            within.add(new TreeMap<>(word.subMap(occurrence.first(), true, occurrence.last(), true)));
        }
        return within;
    }

    private static List<TreeMap<Integer, Occurrence>> only(
            List<TreeMap<Integer, Occurrence>> layout, int word, Occurrence token) {
        List<TreeMap<Integer, Occurrence>> only = new ArrayList<>(layout);
        only.set(word, new TreeMap<>(Map.of(token.first(), token)));
        return only;
    }

    /** Whether all words have positions of their own in {@code layout}, one at either end of {@code place}. */
    private boolean fits(List<TreeMap<Integer, Occurrence>> layout, Occurrence occurrence) {
        passage.check();
        if (layout.stream().anyMatch(TreeMap::isEmpty)) {
            return false;
        }
        for (int first = 0; first < layout.size(); first++) {
            Occurrence start = layout.get(first).get(occurrence.first());
            if (start == null) {
                continue;
            }
            List<TreeMap<Integer, Occurrence>> begun = only(layout, first, start);
            for (int last = 0; last < layout.size(); last++) {
                Occurrence end = begun.get(last).get(occurrence.last());
                if (end != null && areApart(only(begun, last, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areApart(List<TreeMap<Integer, Occurrence>> layout) {
        Map<Integer, Integer> taken = new HashMap<>();
        for (int word = 0; word < layout.size(); word++) {
            if (!take(layout, word, taken, new TreeSet<>())) {
                return false;
            }
        }
        return true;
    }

    /** Finds a position for {@code word}, moving others to positions of theirs that are still free. */
    private static boolean take(
            List<TreeMap<Integer, Occurrence>> layout, int word, Map<Integer, Integer> taken, TreeSet<Integer> tried) {
        for (int position : layout.get(word).keySet()) {
            if (tried.add(position)) {
                Integer other = taken.get(position);
                if (other == null || take(layout, other, taken, tried)) {
                    taken.put(position, word);
                    return true;
                }
            }
        }
        return false;
    }
}
