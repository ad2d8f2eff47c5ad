package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import wherein.duplicate.Alignment;
import wherein.duplicate.Difference;
import wherein.duplicate.Group;
import wherein.duplicate.Groups;
import wherein.duplicate.RepeatedPrints;
import wherein.duplicate.Sketch;
import wherein.duplicate.Unit;
import wherein.duplicate.Words;
import wherein.search.Deadline;
import wherein.text.Span;

/**
 * The passages and sentences of a generation that say the same as others. Made from the sketches of all passages, which are
 * read twice, and from the texts of those that may have an equal; holds nothing of the others. Immutable.
 */
final class Duplicates {

    private static final Comparator<Pair> ORDER = Comparator.comparingInt(Pair::here)
            .thenComparing(Pair::other)
            .thenComparing(Comparator.comparing(Pair::unit));

    /** Where a unit stands: its passage's Lucene document, and its part of that passage's text. */
    private record Place(int doc, Span span) {}

    private final Map<Unit, Place> places = new HashMap<>();
    private final TreeMap<Unit, Group> groups = new TreeMap<>();

    /** The representatives of groups that are variants of the group of another. */
    private final TreeMap<Unit, List<Unit>> variants = new TreeMap<>();

    private Duplicates() {}

    /**
     * Two units with words in common.
     *
     * @param unit of the document that was asked for
     * @param alignment in positions of the texts of the two passages
     */
    record Pair(Unit unit, Unit other, int doc, int otherDoc, Alignment alignment) {
        private int here() {
            return unit.passage();
        }
    }

    /** Those of all passages that {@code reader} has. */
    static Duplicates of(IndexReader reader, Deadline deadline) throws IOException {
        Duplicates duplicates = new Duplicates();
        long[] prints = new long[1];
        each(
                reader,
                deadline,
                (doc, document, number, sketch) -> prints[0] += sketch.whole().prints().length);
        RepeatedPrints passages = new RepeatedPrints(prints[0]);
        RepeatedPrints sentences = new RepeatedPrints(prints[0]);
        each(reader, deadline, (doc, document, number, sketch) -> {
            passages.note(sketch.whole().prints());
            sketch.sentences().forEach(each -> sentences.note(each.prints()));
        });
        each(reader, deadline, (doc, document, number, sketch) -> {
            Sketch.Part whole = sketch.whole();
            if (passages.hasOneOf(whole.prints())) {
                Unit unit = new Unit(document, number, 0, whole.weight(), whole.prints());
                duplicates.places.put(unit, new Place(doc, new Span(0, whole.length())));
            }
            int start = 0;
            for (int i = 0; i < sketch.sentences().size(); i++) {
                Sketch.Part part = sketch.sentences().get(i);
                if (sentences.hasOneOf(part.prints())) {
                    Unit unit = new Unit(document, number, i + 1, part.weight(), part.prints());
                    duplicates.places.put(unit, new Place(doc, new Span(start, start + part.length())));
                }
                start += part.length();
            }
        });
        duplicates.group(new PassageReader(reader), deadline);
        return duplicates;
    }

    /** Is shown each passage. */
    private interface Visitor {
        void passage(int doc, int document, int number, Sketch sketch);
    }

    private static void each(IndexReader reader, Deadline deadline, Visitor visitor) throws IOException {
        SortedDocValues documents = MultiDocValues.getSortedValues(reader, Fields.ID);
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), Fields.SKETCH);
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Fields.NUMBER);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = sketches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = sketches.nextDoc()) {
                deadline.step();
                if (live != null && !live.get(doc)) {
                    continue;
                }
                documents.advanceExact(leaf.docBase + doc);
                numbers.advanceExact(doc);
                Sketch sketch = SketchBytes.read(sketches.binaryValue());
                visitor.passage(leaf.docBase + doc, documents.ordValue(), (int) numbers.longValue(), sketch);
            }
        }
    }

    private void group(PassageReader passages, Deadline deadline) throws IOException {
        for (boolean whole : new boolean[] {true, false}) {
            List<Unit> units = places.keySet().stream()
                    .filter(unit -> whole == (unit.sentence() == 0))
                    .toList();
            for (Group group : Groups.of(units, unit -> {
                deadline.check();
                return Words.of(text(passages, unit));
            })) {
                group.members().forEach(member -> groups.put(member.unit(), group));
                for (Unit variant : group.variants()) {
                    variants.computeIfAbsent(variant, each -> new ArrayList<>()).add(group.representative());
                }
            }
        }
        Set<Unit> known = new HashSet<>(groups.keySet());
        known.addAll(variants.keySet());
        places.keySet().retainAll(known);
    }

    private String text(PassageReader passages, Unit unit) throws IOException {
        Place place = places.get(unit);
        passages.moveTo(place.doc);
        return place.span.in(passages.text());
    }

    /**
     * The pairs of the passages of one document with others, in order: whole passages, and sentences where no whole passages
     * are alike.
     */
    List<Pair> pairs(IndexReader reader, String id, Deadline deadline) throws IOException {
        SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.ID);
        int document = ids == null ? -1 : ids.lookupTerm(new BytesRef(id));
        if (document < 0) {
            return List.of();
        }
        Unit from = new Unit(document, 0, 0, 0, new int[0]);
        Unit to = new Unit(document + 1, 0, 0, 0, new int[0]);
        Set<Unit> units = new HashSet<>(groups.subMap(from, to).keySet());
        units.addAll(variants.subMap(from, to).keySet());
        PassageReader passages = new PassageReader(reader);
        List<Pair> pairs = new ArrayList<>();
        Set<List<Integer>> alike = new HashSet<>();
        // Whole passages first.
        for (Unit unit :
                units.stream().sorted(Comparator.comparingInt(Unit::sentence)).toList()) {
            Words words = Words.of(text(passages, unit));
            for (Unit other : others(unit)) {
                deadline.check();
                List<Integer> where = List.of(unit.passage(), other.document(), other.passage());
                boolean isItself = other.document() == document && other.passage() == unit.passage();
                if (isItself || unit.sentence() > 0 && alike.contains(where)) {
                    continue;
                }
                Optional<Alignment> found = Alignment.of(words, Words.of(text(passages, other)));
                if (found.isPresent()) {
                    pairs.add(pair(unit, other, found.get()));
                    if (unit.sentence() == 0) {
                        alike.add(where);
                    }
                }
            }
        }
        pairs.sort(ORDER);
        return pairs;
    }

    /** The other members of the group of {@code unit}, and those of the groups that are variants of it. */
    private Set<Unit> others(Unit unit) {
        Group group = groups.get(unit);
        Unit representative = group == null ? unit : group.representative();
        Set<Unit> others = new LinkedHashSet<>(members(representative));
        if (group != null) {
            group.variants().forEach(variant -> others.addAll(members(variant)));
        }
        variants.getOrDefault(representative, List.of()).forEach(variant -> others.addAll(members(variant)));
        others.remove(unit);
        return others;
    }

    private List<Unit> members(Unit representative) {
        Group group = groups.get(representative);
        return group == null
                ? List.of(representative)
                : group.members().stream().map(Group.Member::unit).toList();
    }

    private Pair pair(Unit unit, Unit other, Alignment alignment) {
        Place here = places.get(unit);
        Place there = places.get(other);
        int left = here.span.start();
        int right = there.span.start();
        Alignment shifted = new Alignment(
                alignment.likeness(),
                alignment.left().shift(left),
                alignment.right().shift(right),
                alignment.differences().stream()
                        .map(each -> new Difference(
                                each.left().shift(left), each.right().shift(right)))
                        .toList());
        return new Pair(unit, other, here.doc, there.doc, shifted);
    }
}
