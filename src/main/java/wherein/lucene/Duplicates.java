package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import wherein.duplicate.Group;
import wherein.duplicate.Groups;
import wherein.duplicate.RepeatedPrints;
import wherein.duplicate.Sketch;
import wherein.duplicate.Unit;
import wherein.duplicate.Words;
import wherein.mention.Mention;
import wherein.search.Deadline;
import wherein.search.LedgerRequest;
import wherein.text.Span;

/**
 * What of a generation says the same as something else of it: passages, sentences, rows of the ledger and documents. Made from
 * the sketches of all passages, which are read four times, and from the texts of those that may have an equal, each of which is
 * compared with eight others at most: the work grows with the passages, and the dear part of it with the copies, however many are
 * alike. Holds nothing of passages that have no equal. Of 160,000 passages of which a tenth are copies it takes some 2 s of one
 * processor, 13 MB to keep, and while it is made some 6 bytes for each print and 20 for each copied row. Immutable.
 *
 * <p>A passage all whose words stand in another is not looked into again: its sentences are where those of the other are.
 */
final class Duplicates {

    /** Where a unit stands: its passage's Lucene document, and its part of that passage's text. */
    record Place(int doc, Span span) {}

    private final IndexReader reader;
    private final Map<Unit, Place> places = new HashMap<>();
    private final TreeMap<Unit, Group> groups = new TreeMap<>();

    /** The representatives of groups that are variants of the group of another. */
    private final TreeMap<Unit, List<Unit>> variants = new TreeMap<>();

    private CopiedPassages passages;
    private CopiedRows rows;
    private CopyPlaces words;
    private Republished documents;

    private Duplicates(IndexReader reader) {
        this.reader = reader;
    }

    /** Those of all passages that {@code reader} has. */
    static Duplicates of(IndexReader reader, Deadline deadline) throws IOException {
        Duplicates duplicates = new Duplicates(reader);
        duplicates.find(new Sketches(reader, deadline), deadline);
        return duplicates;
    }

    private void find(Sketches sketches, Deadline deadline) throws IOException {
        int[] weights = new int[GlobalValues.sorted(reader, Fields.ID).getValueCount()];
        RepeatedPrints repeated = new RepeatedPrints();
        sketches.each((doc, document, number, sketch) -> {
            weights[document] += sketch.whole().weight();
            repeated.note(sketch.whole().prints());
        });
        repeated.keep();
        PassageReader texts = new PassageReader(reader);
        List<Group> alike = new ArrayList<>(group(repeatedPassages(sketches, repeated), texts, deadline));
        Set<Integer> held = new HashSet<>();
        for (Group group : alike) {
            group.members().stream()
                    .filter(member -> !member.unit().equals(group.representative()))
                    .forEach(member -> held.add(places.get(member.unit()).doc));
        }
        List<Group> sentences = group(repeatedSentences(sketches, held), texts, deadline);
        passages = new CopiedPassages(alike, unit -> places.get(unit).doc);
        alike.addAll(sentences);
        forgetOthers();
        new Rows(texts, deadline).find(alike, weights);
    }

    private Collection<Unit> repeatedPassages(Sketches sketches, RepeatedPrints repeated) throws IOException {
        List<Unit> units = new ArrayList<>();
        sketches.each((doc, document, number, sketch) -> {
            Sketch.Part whole = sketch.whole();
            if (repeated.hasOneOf(whole.prints())) {
                Unit unit = new Unit(document, number, 0, whole.weight(), whole.prints());
                units.add(unit);
                places.put(unit.found(), new Place(doc, new Span(0, whole.length())));
            }
        });
        return units;
    }

    /** The sentences with words that stand in others too, but for those of passages that are {@code held} by another. */
    private Collection<Unit> repeatedSentences(Sketches sketches, Set<Integer> held) throws IOException {
        RepeatedPrints repeated = new RepeatedPrints();
        sketches.each((doc, document, number, sketch) -> {
            if (!held.contains(doc)) {
                sketch.sentences().forEach(each -> repeated.note(each.prints()));
            }
        });
        repeated.keep();
        List<Unit> units = new ArrayList<>();
        sketches.each((doc, document, number, sketch) -> {
            int start = 0;
            for (int i = 0; i < sketch.sentences().size() && !held.contains(doc); i++) {
                Sketch.Part part = sketch.sentences().get(i);
                if (repeated.hasOneOf(part.prints())) {
                    Unit unit = new Unit(document, number, i + 1, part.weight(), part.prints());
                    units.add(unit);
                    places.put(unit.found(), new Place(doc, new Span(start, start + part.length())));
                }
                start += part.length();
            }
        });
        return units;
    }

    private List<Group> group(Collection<Unit> units, PassageReader texts, Deadline deadline) throws IOException {
        List<Group> found = Groups.of(units, unit -> {
            deadline.check();
            return Words.of(text(texts, unit));
        });
        for (Group group : found) {
            group.members().forEach(member -> groups.put(member.unit(), group));
            for (Unit variant : group.variants()) {
                variants.computeIfAbsent(variant, each -> new ArrayList<>(1)).add(group.representative());
            }
        }
        return found;
    }

    /** Keeps of the texts that might have had an equal those that have one. */
    private void forgetOthers() {
        Set<Unit> known = new HashSet<>(groups.keySet());
        known.addAll(variants.keySet());
        places.keySet().retainAll(known);
    }

    String text(PassageReader texts, Unit unit) throws IOException {
        Place place = places.get(unit);
        texts.moveTo(place.doc);
        return place.span.in(texts.text());
    }

    /** Finds what stands in copied passages. */
    private final class Rows {
        private final PassageReader texts;
        private final Deadline deadline;
        private final Map<Integer, CopyPlaces.Held> held = new HashMap<>();
        private final Map<Integer, Integer> holders = new LinkedHashMap<>();
        private final Map<Integer, Unit> units = new HashMap<>();

        Rows(PassageReader texts, Deadline deadline) {
            this.texts = texts;
            this.deadline = deadline;
        }

        void find(List<Group> copied, int[] weights) throws IOException {
            TreeMap<Unit, Integer> inOrder = new TreeMap<>();
            Map<Unit, Long> sentences = new HashMap<>();
            int numbers = 0;
            for (Group group : copied) {
                if (group.members().size() < 2) {
                    continue;
                }
                int number = numbers++;
                for (Group.Member member : group.members()) {
                    Unit unit = member.unit();
                    int doc = places.get(unit).doc;
                    inOrder.put(new Unit(unit.document(), unit.passage(), 0, 0, new int[0]), doc);
                    if (unit.sentence() == 0) {
                        int holder = places.get(group.representative()).doc;
                        held.put(
                                doc,
                                new CopyPlaces.Held(
                                        holder(holder, group.representative()),
                                        member.letters().start()));
                    } else {
                        holder(doc, unit);
                        sentences.put(
                                unit,
                                (long) number << Integer.SIZE | member.letters().start());
                    }
                }
            }
            words = new CopyPlaces(held(), holdersOf(sentences, numbers));
            read(inOrder, weights);
        }

        /** The number of a passage that is looked into. */
        private int holder(int doc, Unit unit) {
            units.putIfAbsent(doc, unit);
            Integer known = holders.putIfAbsent(doc, holders.size());
            return known == null ? holders.size() - 1 : known;
        }

        /** What is looked up is looked up in itself unless it is in another. */
        private Map<Integer, CopyPlaces.Held> held() {
            holders.forEach((doc, number) -> held.putIfAbsent(doc, new CopyPlaces.Held(number, 0)));
            return held;
        }

        private List<CopyPlaces.Holder> holdersOf(Map<Unit, Long> sentences, int numbers) throws IOException {
            int next = numbers;
            List<CopyPlaces.Holder> found = new ArrayList<>();
            for (int doc : holders.keySet()) {
                deadline.check();
                texts.moveTo(doc);
                Words own = Words.of(texts.text());
                List<Sketch.Part> parts = texts.sketch().sentences();
                int size = Math.max(1, parts.size());
                CopyPlaces.Holder holder = new CopyPlaces.Holder(new int[size + 1], new int[size], new int[size]);
                Unit unit = units.get(doc);
                int start = 0;
                for (int i = 0; i < size; i++) {
                    Long known = sentences.get(new Unit(unit.document(), unit.passage(), i + 1, 0, new int[0]));
                    holder.begins()[i] =
                            own.letters(own.within(new Span(start, start)).start());
                    holder.sentences()[i] = known == null ? next++ : (int) (known >>> Integer.SIZE);
                    holder.shifts()[i] = known == null ? 0 : known.intValue();
                    start += parts.isEmpty() ? 0 : parts.get(i).length();
                }
                holder.begins()[size] = own.letters(own.size());
                found.add(holder);
            }
            return found;
        }

        private void read(TreeMap<Unit, Integer> inOrder, int[] weights) throws IOException {
            CopiedRows.Builder copiedRows = new CopiedRows.Builder();
            Republished.Builder republished = new Republished.Builder();
            MentionRows[] mentions = new MentionRows[reader.leaves().size()];
            for (Map.Entry<Unit, Integer> each : inOrder.entrySet()) {
                deadline.check();
                int doc = each.getValue();
                texts.moveTo(doc);
                Words own = Words.of(texts.text());
                float weight = own.weight() / (float) Math.max(1, own.letters(own.size()));
                words.pieces(
                        doc,
                        own.letters(own.size()),
                        piece ->
                                republished.add(each.getKey().document(), piece, weight * (piece.to() - piece.from())));
                LeafReaderContext leaf = texts.leaf();
                if (mentions[leaf.ord] == null) {
                    mentions[leaf.ord] = new MentionRows(leaf.reader());
                }
                MentionRows row = mentions[leaf.ord];
                row.moveTo(texts.inLeaf());
                while (row.next()) {
                    deadline.step();
                    Span span = own.within(row.occurrence().span());
                    int from = own.letters(span.start());
                    long length = own.letters(span.end()) - from;
                    copiedRows.add(
                            CopiedRows.key(doc, row.number()),
                            words.of(doc, from),
                            length << Integer.SIZE | said(row.mention()) & 0xFFFFFFFFL);
                }
            }
            rows = copiedRows.build(deadline);
            documents = republished.build(weights, deadline);
        }

        /** What a mention says, beside its words: where another says something else by the same words, both stay. */
        private static int said(Mention mention) {
            return switch (mention) {
                case Mention.Country country -> Objects.hash(1, country.id(), country.nested());
                // Whom a name means is told document by document, and joined later.
                case Mention.Person person -> 2;
                case Mention.Figure figure ->
                    Objects.hash(
                            3, figure.min().stripTrailingZeros(), figure.max().stripTrailingZeros(), figure.unit());
                case Mention.Date date -> Objects.hash(4, date.days());
            };
        }
    }

    /** The copies among {@code some} passages. */
    MatchSet amongPassages(MatchSet some, Deadline deadline) {
        return passages.among(reader, some, deadline);
    }

    /** The copies among the rows of {@code passages} that {@code request} selects. */
    CopiedRows.Some amongRows(MatchSet passages, LedgerRequest request, Deadline deadline) throws IOException {
        return rows.among(reader, passages, request, deadline);
    }

    /** The passages that say all that passage {@code doc} says, or part of it and nothing else, the first {@code most} by name. */
    CopiedPassages.Of copiesOf(int doc, int most, Deadline deadline) {
        return passages.of(doc, most, deadline);
    }

    /** Where the words of copied passages stand. */
    CopyPlaces words() {
        return words;
    }

    /** The documents whose text stands in others. */
    Republished documents() {
        return documents;
    }

    Place place(Unit unit) {
        return places.get(unit);
    }

    /** The group of {@code unit}; null where it has none. */
    Group group(Unit unit) {
        return groups.get(unit);
    }

    /** The representatives of groups that name {@code representative} as a variant. */
    List<Unit> variantsOf(Unit representative) {
        return variants.getOrDefault(representative, List.of());
    }

    /** The units of the passages {@code from} to {@code to} of a document that have an equal or a variant, the last excluded. */
    TreeSet<Unit> units(int document, int from, int to) {
        Unit first = new Unit(document, from, 0, 0, new int[0]);
        Unit end = new Unit(document, to, 0, 0, new int[0]);
        TreeSet<Unit> units = new TreeSet<>(groups.subMap(first, end).keySet());
        units.addAll(variants.subMap(first, end).keySet());
        return units;
    }

    @Override
    public String toString() {
        return passages + ", " + rows + ", " + documents;
    }
}
