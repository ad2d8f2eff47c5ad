package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import wherein.duplicate.Group;
import wherein.duplicate.Groups;
import wherein.duplicate.RepeatedPrints;
import wherein.duplicate.Sketch;
import wherein.duplicate.Unit;
import wherein.duplicate.Units;
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
    private Groups alike;
    private Groups sentences;
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
        alike = group(repeatedPassages(sketches, repeated), texts, deadline);
        passages = new CopiedPassages(alike);
        sentences = group(repeatedSentences(sketches, held()), texts, deadline);
        new Rows(texts, deadline).find(weights);
    }

    /** The passages that stand in others. */
    private FixedBitSet held() {
        FixedBitSet held = new FixedBitSet(Math.max(1, reader.maxDoc()));
        for (int i = 0; i < alike.size(); i++) {
            Group group = alike.group(i);
            group.members().stream()
                    .map(Group.Member::unit)
                    .filter(unit -> !unit.equals(group.representative()))
                    .forEach(unit -> held.set(alike.source(unit)));
        }
        return held;
    }

    private Units repeatedPassages(Sketches sketches, RepeatedPrints repeated) throws IOException {
        Units units = new Units();
        sketches.each((doc, document, number, sketch) -> {
            Sketch.Part whole = sketch.whole();
            if (repeated.hasOneOf(whole.prints())) {
                Unit unit = new Unit(document, number, 0);
                units.add(unit, whole.weight(), whole.prints(), doc, new Span(0, whole.length()));
            }
        });
        return units;
    }

    /** The sentences with words that stand in others too, but for those of passages that are {@code held} by another. */
    private Units repeatedSentences(Sketches sketches, FixedBitSet held) throws IOException {
        RepeatedPrints repeated = new RepeatedPrints();
        sketches.each((doc, document, number, sketch) -> {
            if (!held.get(doc)) {
                sketch.sentences().forEach(each -> repeated.note(each.prints()));
            }
        });
        repeated.keep();
        Units units = new Units();
        sketches.each((doc, document, number, sketch) -> {
            int start = 0;
            for (int i = 0; i < sketch.sentences().size() && !held.get(doc); i++) {
                Sketch.Part part = sketch.sentences().get(i);
                if (repeated.hasOneOf(part.prints())) {
                    Span span = new Span(start, start + part.length());
                    units.add(new Unit(document, number, i + 1), part.weight(), part.prints(), doc, span);
                }
                start += part.length();
            }
        });
        return units;
    }

    private static Groups group(Units units, PassageReader texts, Deadline deadline) throws IOException {
        PassageText last = new PassageText(texts);
        return Groups.of(units, (doc, span) -> {
            deadline.check();
            return Words.of(span.in(last.of(doc)));
        });
    }

    /** The text of a passage, kept until that of another is asked for: its sentences come one after the other. */
    private static final class PassageText {
        private final PassageReader texts;
        private int doc = -1;
        private String text = "";

        PassageText(PassageReader texts) {
            this.texts = texts;
        }

        String of(int wanted) throws IOException {
            if (wanted != doc) {
                texts.moveTo(wanted);
                text = texts.text();
                doc = wanted;
            }
            return text;
        }
    }

    String text(PassageReader texts, Unit unit) throws IOException {
        Place place = place(unit);
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

        void find(int[] weights) throws IOException {
            TreeMap<Unit, Integer> inOrder = new TreeMap<>();
            for (int i = 0; i < alike.size(); i++) {
                if (alike.members(i) > 1) {
                    deadline.step();
                    findHeld(alike.group(i), inOrder);
                }
            }
            for (int i = 0; i < sentences.size(); i++) {
                if (sentences.members(i) > 1) {
                    deadline.step();
                    for (Group.Member member : sentences.group(i).members()) {
                        Unit passage = passageOf(member.unit());
                        int doc = sentences.source(member.unit());
                        inOrder.put(passage, doc);
                        holder(doc, passage);
                    }
                }
            }
            words = new CopyPlaces(held(), holdersOf());
            read(inOrder, weights);
        }

        private void findHeld(Group group, TreeMap<Unit, Integer> inOrder) {
            int holder = holder(alike.source(group.representative()), group.representative());
            for (Group.Member member : group.members()) {
                int doc = alike.source(member.unit());
                inOrder.put(member.unit(), doc);
                held.put(doc, new CopyPlaces.Held(holder, member.letters().start()));
            }
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

        private List<CopyPlaces.Holder> holdersOf() throws IOException {
            // A sentence that is copied has the number of its group, and any other one of its own.
            int next = sentences.size();
            List<CopyPlaces.Holder> found = new ArrayList<>();
            for (int doc : holders.keySet()) {
                deadline.check();
                texts.moveTo(doc);
                Words own = Words.of(texts.text());
                List<Sketch.Part> parts = texts.sketch().sentences();
                int size = Math.max(1, parts.size());
                CopyPlaces.Holder holder = new CopyPlaces.Holder(new int[size + 1], new int[size], new int[size]);
                Unit passage = units.get(doc);
                int start = 0;
                for (int i = 0; i < size; i++) {
                    Unit sentence = new Unit(passage.document(), passage.passage(), i + 1);
                    int group = sentences.find(sentence);
                    boolean isCopied = group >= 0 && sentences.members(group) > 1;
                    holder.begins()[i] =
                            own.letters(own.within(new Span(start, start)).start());
                    holder.sentences()[i] = isCopied ? group : next++;
                    holder.shifts()[i] = isCopied ? sentences.letters(sentence).start() : 0;
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
        Groups found = groups(unit);
        return new Place(found.source(unit), found.span(unit));
    }

    private Groups groups(Unit unit) {
        return unit.sentence() == 0 ? alike : sentences;
    }

    /** The passage that {@code sentence} stands in. */
    static Unit passageOf(Unit sentence) {
        return new Unit(sentence.document(), sentence.passage(), 0);
    }

    /** The group of {@code unit}, made anew; null where it is like no other. */
    Group group(Unit unit) {
        int found = groups(unit).find(unit);
        return found < 0 ? null : groups(unit).group(found);
    }

    /** The representatives of groups that name {@code representative} as a variant. */
    List<Unit> variantsOf(Unit representative) {
        int found = groups(representative).find(representative);
        return found < 0 ? List.of() : groups(representative).variantsOf(found);
    }

    /** The units of the passages {@code from} to {@code to} of a document that have an equal or a variant, the last excluded. */
    List<Unit> units(int document, int from, int to) {
        Unit first = new Unit(document, from, 0);
        Unit end = new Unit(document, to, 0);
        return Stream.concat(alike.between(first, end).stream(), sentences.between(first, end).stream())
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return passages + ", " + rows + ", " + documents;
    }
}
