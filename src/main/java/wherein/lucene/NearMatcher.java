package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import wherein.text.Span;

/**
 * Finds chains: one place of each operand, none overlapping another, from each to the next at most so many words between.
 *
 * <p>How far a chain has come is the set of operands that it holds, as bits. Which sets can be reached at a place, from the
 * left and from the right, is found in one walk each way, so that no chain is looked at by itself: there may be very many.
 */
final class NearMatcher {

    private final Occurrences.Near near;
    private final PassageWords words;
    private final List<Link> links = new ArrayList<>();
    private final int all;

    /** A place of an operand. */
    private record Link(int operand, Occurrence occurrence) {}

    NearMatcher(Occurrences.Near near, PassageWords words) throws IOException {
        this.near = near;
        this.words = words;
        this.all = (1 << near.operands().size()) - 1;
        for (int operand = 0; operand < near.operands().size(); operand++) {
            for (Occurrence occurrence : words.of(near.operands().get(operand))) {
                links.add(new Link(operand, occurrence));
            }
        }
        links.sort(Comparator.comparing(Link::occurrence));
    }

    /** From where to where chains go. */
    List<Occurrence> occurrences() {
        TreeSet<Occurrence> occurrences = new TreeSet<>();
        for (int start = 0; start < links.size(); start++) {
            Occurrence first = links.get(start).occurrence;
            if (start > 0 && links.get(start - 1).occurrence.first() == first.first()) {
                continue;
            }
            BitSet[] reached = forwards(position -> position == first.first(), start);
            for (int end = start; end < links.size(); end++) {
                if (reached[end] != null && reached[end].get(all)) {
                    Occurrence last = links.get(end).occurrence;
                    Span span = new Span(first.span().start(), last.span().end());
                    occurrences.add(new Occurrence(first.first(), last.last(), span));
                }
            }
        }
        return List.copyOf(occurrences);
    }

    /** Adds the marks of all that has a part in a chain from the beginning of one of {@code chains} to its end. */
    void mark(Collection<Occurrence> chains, List<Span> marks) throws IOException {
        Map<Integer, TreeSet<Occurrence>> parts = new TreeMap<>();
        if (chains.size() == words.of(near).size()) {
            collect(position -> true, position -> true, parts);
        } else {
            for (Occurrence chain : chains) {
                collect(position -> position == chain.first(), position -> position == chain.last(), parts);
            }
        }
        for (var part : parts.entrySet()) {
            near.operands().get(part.getKey()).mark(words, part.getValue(), marks);
        }
    }

    /** Adds to {@code parts}, by operand, what has a part in a chain that begins and ends at such positions. */
    private void collect(IntPredicate begin, IntPredicate end, Map<Integer, TreeSet<Occurrence>> parts) {
        BitSet[] left = forwards(begin, 0);
        BitSet[] right = backwards(end);
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (meet(left[i], right[i], 1 << link.operand)) {
                parts.computeIfAbsent(link.operand, each -> new TreeSet<>()).add(link.occurrence);
            }
        }
    }

    /** Whether a set from the left and one from the right have this operand in common, and together all. */
    private boolean meet(BitSet left, BitSet right, int own) {
        if (left == null || right == null) {
            return false;
        }
        for (int set = left.nextSetBit(0); set >= 0; set = left.nextSetBit(set + 1)) {
            if (right.get(all & ~set | own)) {
                return true;
            }
        }
        return false;
    }

    /** For each link from {@code from} on, the sets of operands in chains that begin at such a position and come to it. */
    private BitSet[] forwards(IntPredicate begin, int from) {
        BitSet[] reached = new BitSet[links.size()];
        for (int i = from; i < links.size(); i++) {
            Link link = links.get(i);
            if (begin.test(link.occurrence.first()) && mayBegin(link)) {
                reach(reached, i, 1 << link.operand);
            }
            if (reached[i] != null && isOpen(reached[i])) {
                words.check();
                int next = after(link.occurrence.last());
                for (; next < links.size() && follows(link, links.get(next)); next++) {
                    extend(reached, i, next);
                }
            }
        }
        return reached;
    }

    /** For each link, the sets of operands in chains that begin with it and end at such a position. */
    private BitSet[] backwards(IntPredicate end) {
        BitSet[] reached = new BitSet[links.size()];
        for (int i = links.size() - 1; i >= 0; i--) {
            Link link = links.get(i);
            if (end.test(link.occurrence.last()) && mayEnd(link)) {
                reach(reached, i, 1 << link.operand);
            }
            words.check();
            for (int next = after(link.occurrence.last());
                    next < links.size() && follows(link, links.get(next));
                    next++) {
                if (reached[next] != null) {
                    extend(reached, next, i);
                }
            }
        }
        return reached;
    }

    /** Whether one of {@code sets} lacks an operand. */
    private boolean isOpen(BitSet sets) {
        return sets.nextSetBit(0) != all;
    }

    /** Gives link {@code to} the sets of link {@code from} with its own operand, where that is not in them yet. */
    private void extend(BitSet[] reached, int from, int to) {
        int own = 1 << links.get(to).operand;
        boolean neighbour = Math.abs(links.get(to).operand - links.get(from).operand) == 1
                && (links.get(to).operand > links.get(from).operand) == (to > from);
        if (near.ordered() && !neighbour) {
            return;
        }
        BitSet sets = reached[from];
        for (int set = sets.nextSetBit(0); set >= 0; set = sets.nextSetBit(set + 1)) {
            if ((set & own) == 0) {
                reach(reached, to, set | own);
            }
        }
    }

    private static void reach(BitSet[] reached, int link, int set) {
        if (reached[link] == null) {
            reached[link] = new BitSet();
        }
        reached[link].set(set);
    }

    private boolean mayBegin(Link link) {
        return !near.ordered() || link.operand == 0;
    }

    private boolean mayEnd(Link link) {
        return !near.ordered() || link.operand == near.operands().size() - 1;
    }

    private boolean follows(Link link, Link next) {
        return next.occurrence.first() - link.occurrence.last() - 1 <= near.distance();
    }

    /** The first link that begins behind position {@code last}. */
    private int after(int last) {
        int low = 0;
        int high = links.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (links.get(middle).occurrence.first() > last) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
