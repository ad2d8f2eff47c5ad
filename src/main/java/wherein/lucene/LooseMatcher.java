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
    private final List<NavigableMap<Integer, Place>> words = new ArrayList<>();

    LooseMatcher(Places.Loose loose, PassageWords passage) throws IOException {
        this.passage = passage;
        this.slop = loose.slop();
        for (Places.Token token : loose.tokens()) {
            NavigableMap<Integer, Place> places = new TreeMap<>();
            for (Place place : passage.of(token)) {
                places.put(place.first(), place);
            }
            words.add(places);
        }
    }

    /** From where to where the words stand. */
    List<Place> places() {
        TreeSet<Place> places = new TreeSet<>();
        for (List<TreeMap<Integer, Place>> layout : layouts()) {
            TreeMap<Integer, Place> all = new TreeMap<>();
            layout.forEach(all::putAll);
            for (Place first : all.values()) {
                for (Place last : all.tailMap(first.first(), true).values()) {
                    Place place = new Place(
                            first.first(),
                            last.last(),
                            new Span(first.span().start(), last.span().end()));
                    if (!places.contains(place) && fits(within(layout, place), place)) {
                        places.add(place);
                    }
                }
            }
        }
        return List.copyOf(places);
    }

    /** Adds as a mark each word that has a part in one of {@code places}. */
    void mark(Collection<Place> places, List<Span> marks) {
        TreeMap<Integer, Place> marked = new TreeMap<>();
        for (List<TreeMap<Integer, Place>> layout : layouts()) {
            for (Place place : places) {
                List<TreeMap<Integer, Place>> within = within(layout, place);
                for (int word = 0; word < within.size(); word++) {
                    for (Place token : within.get(word).values()) {
                        if (!marked.containsKey(token.first()) && fits(only(within, word, token), place)) {
                            marked.put(token.first(), token);
                        }
                    }
                }
            }
        }
        marked.values().forEach(token -> marks.add(token.span()));
    }

    /** For each way to lay the phrase that has a position for every word, the positions of each. */
    private List<List<TreeMap<Integer, Place>>> layouts() {
        TreeSet<Integer> starts = new TreeSet<>();
        for (int word = 0; word < words.size(); word++) {
            for (int position : words.get(word).keySet()) {
                starts.add(position - word);
            }
        }
        List<List<TreeMap<Integer, Place>>> layouts = new ArrayList<>();
        for (int at : starts) {
            List<TreeMap<Integer, Place>> layout = new ArrayList<>();
            for (int word = 0; word < words.size(); word++) {
                layout.add(new TreeMap<>(words.get(word).subMap(at + word, true, at + word + slop, true)));
            }
            if (layout.stream().noneMatch(TreeMap::isEmpty)) {
                layouts.add(layout);
            }
        }
        return layouts;
    }

    private static List<TreeMap<Integer, Place>> within(List<TreeMap<Integer, Place>> layout, Place place) {
        List<TreeMap<Integer, Place>> within = new ArrayList<>();
        for (TreeMap<Integer, Place> word : layout) {
            within.add(new TreeMap<>(word.subMap(place.first(), true, place.last(), true)));
        }
        return within;
    }

    private static List<TreeMap<Integer, Place>> only(List<TreeMap<Integer, Place>> layout, int word, Place token) {
        List<TreeMap<Integer, Place>> only = new ArrayList<>(layout);
        only.set(word, new TreeMap<>(Map.of(token.first(), token)));
        return only;
    }

    /** Whether all words have positions of their own in {@code layout}, one at either end of {@code place}. */
    private boolean fits(List<TreeMap<Integer, Place>> layout, Place place) {
        passage.check();
        if (layout.stream().anyMatch(TreeMap::isEmpty)) {
            return false;
        }
        for (int first = 0; first < layout.size(); first++) {
            Place start = layout.get(first).get(place.first());
            if (start == null) {
                continue;
            }
            List<TreeMap<Integer, Place>> begun = only(layout, first, start);
            for (int last = 0; last < layout.size(); last++) {
                Place end = begun.get(last).get(place.last());
                if (end != null && areApart(only(begun, last, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areApart(List<TreeMap<Integer, Place>> layout) {
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
            List<TreeMap<Integer, Place>> layout, int word, Map<Integer, Integer> taken, TreeSet<Integer> tried) {
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
