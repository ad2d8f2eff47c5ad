package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import wherein.duplicate.Alignment;
import wherein.duplicate.Difference;
import wherein.duplicate.Group;
import wherein.duplicate.Likeness;
import wherein.duplicate.Unit;
import wherein.duplicate.Words;
import wherein.search.Deadline;
import wherein.text.Span;

/**
 * The passages of one document paired with those that say the same, or nearly so. That two are alike is told by where they stand in
 * the text that holds both, and of variants by one look at each different text; only those of a page are aligned.
 */
final class SimilarPairs {

    private final Duplicates duplicates;
    private final IndexReader reader;
    private final PassageReader texts;
    private final Deadline deadline;

    SimilarPairs(Duplicates duplicates, IndexReader reader, Deadline deadline) {
        this.duplicates = duplicates;
        this.reader = reader;
        this.texts = new PassageReader(reader);
        this.deadline = deadline;
    }

    /** Two texts that are alike; {@code unit} is one of the document that was asked for. */
    record Candidate(Unit unit, Unit other) {

        private static final Comparator<Candidate> ORDER = Comparator.comparingInt(
                        (Candidate each) -> each.unit.passage())
                .thenComparing(Candidate::other)
                .thenComparing(Candidate::unit);
    }

    /**
     * Two texts and what they have in common.
     *
     * @param alignment in positions of the texts of the two passages
     */
    record Pair(int doc, int otherDoc, Alignment alignment) {}

    /** All pairs of the document of this id, in order: whole passages, and sentences where no whole passages are alike. */
    List<Candidate> of(String id) throws IOException {
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        int document = ids.lookupTerm(new BytesRef(id));
        return document < 0 ? List.of() : new Listing(document).all();
    }

    private Words words(Unit unit) throws IOException {
        return Words.of(duplicates.text(texts, unit));
    }

    /** Lists the pairs of one document. */
    private final class Listing {
        private final int document;
        private final TreeSet<Candidate> found = new TreeSet<>(Candidate.ORDER);

        /** The passages that are alike as a whole, each with the numbers of the other. */
        private final Set<List<Integer>> alike = new HashSet<>();

        Listing(int document) {
            this.document = document;
        }

        List<Candidate> all() throws IOException {
            List<Unit> units = duplicates.units(document, 0, Integer.MAX_VALUE);
            for (Unit unit : units) {
                if (unit.sentence() == 0) {
                    for (Unit other : others(unit, unit)) {
                        add(unit, other);
                        alike.add(passages(unit, other));
                    }
                }
            }
            for (Unit unit : units) {
                if (unit.sentence() > 0) {
                    pairSentence(unit, unit);
                } else {
                    pairSentencesOfHolder(unit);
                }
            }
            return List.copyOf(found);
        }

        private static List<Integer> passages(Unit unit, Unit other) {
            return List.of(unit.passage(), other.document(), other.passage());
        }

        private void add(Unit unit, Unit other) {
            boolean isItself = other.document() == document && other.passage() == unit.passage();
            if (!isItself) {
                found.add(new Candidate(unit, other));
            }
        }

        /** The sentences of a passage that another holds are known by those of the other. */
        private void pairSentencesOfHolder(Unit passage) throws IOException {
            Group group = duplicates.group(passage);
            if (group == null || group.representative().equals(passage)) {
                return;
            }
            Span letters = member(group, passage).letters();
            Unit holder = group.representative();
            for (Unit sentence : duplicates.units(holder.document(), holder.passage(), holder.passage() + 1)) {
                if (sentence.sentence() > 0 && isHeld(sentence, holder, letters)) {
                    pairSentence(passage, sentence);
                }
            }
        }

        private boolean isHeld(Unit sentence, Unit holder, Span letters) {
            Span own = duplicates.words().letters(duplicates.place(holder).doc(), sentence.sentence());
            return letters.start() <= own.start() && own.end() <= letters.end();
        }

        /** Pairs {@code unit}, which has the words of {@code sentence}, with all that has them too. */
        private void pairSentence(Unit unit, Unit sentence) throws IOException {
            for (Unit other : others(unit, sentence)) {
                addUnlessAlike(unit, other);
                Unit passage = Duplicates.passageOf(other);
                Group group = duplicates.group(passage);
                if (group != null && group.representative().equals(passage)) {
                    for (Group.Member member : group.members()) {
                        deadline.step();
                        if (!member.unit().equals(passage) && isHeld(other, passage, member.letters())) {
                            addUnlessAlike(unit, member.unit());
                        }
                    }
                }
            }
        }

        private void addUnlessAlike(Unit unit, Unit other) {
            if (!alike.contains(passages(unit, other))) {
                add(unit, other);
            }
        }
    }

    private static Group.Member member(Group group, Unit unit) {
        return group.members().stream()
                .filter(member -> member.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    /** The texts that {@code unit} is like, where it has the words of {@code known}. */
    private Set<Unit> others(Unit unit, Unit known) throws IOException {
        Group group = duplicates.group(known);
        Unit representative = group == null ? known : group.representative();
        Set<Unit> others = new LinkedHashSet<>();
        Set<Unit> near = new LinkedHashSet<>(duplicates.variantsOf(representative));
        if (group != null) {
            Span run = member(group, known).run();
            group.members().stream()
                    .filter(member -> !member.unit().equals(known) && overlap(run, member.run()))
                    .forEach(member -> others.add(member.unit()));
            near.addAll(group.variants());
        }
        Words words = near.isEmpty() ? null : words(unit);
        for (Unit variant : near) {
            for (List<Unit> equals : byText(variant)) {
                deadline.check();
                if (Alignment.of(words, words(equals.getFirst())).isPresent()) {
                    others.addAll(equals);
                }
            }
        }
        return others;
    }

    /** Whether two runs of words of one text have enough in common. */
    private static boolean overlap(Span one, Span other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        int shorter = Math.min(one.length(), other.length());
        return common == shorter || common >= Math.max(Words.LEAST, Math.ceil(Alignment.CONTAINED * shorter));
    }

    /** The members of the group of {@code representative}, those with the same words together. */
    private Iterable<List<Unit>> byText(Unit representative) {
        Group group = duplicates.group(representative);
        if (group == null) {
            return List.of(List.of(representative));
        }
        Map<Span, List<Unit>> byRun = new LinkedHashMap<>();
        group.members()
                .forEach(member -> byRun.computeIfAbsent(member.run(), run -> new ArrayList<>(1))
                        .add(member.unit()));
        return byRun.values();
    }

    /** What the two of {@code candidate} have in common. */
    Pair aligned(Candidate candidate) throws IOException {
        deadline.check();
        String left = duplicates.text(texts, candidate.unit);
        String right = duplicates.text(texts, candidate.other);
        // Both are known to stand in one text.
        Alignment found = Alignment.of(Words.of(left), Words.of(right))
                .orElseGet(() -> new Alignment(
                        Likeness.SAME, new Span(0, left.length()), new Span(0, right.length()), List.of()));
        Duplicates.Place here = duplicates.place(candidate.unit);
        Duplicates.Place there = duplicates.place(candidate.other);
        int before = here.span().start();
        int otherBefore = there.span().start();
        return new Pair(
                here.doc(),
                there.doc(),
                new Alignment(
                        found.likeness(),
                        found.left().shift(before),
                        found.right().shift(otherBefore),
                        found.differences().stream()
                                .map(each -> new Difference(
                                        each.left().shift(before), each.right().shift(otherBefore)))
                                .toList()));
    }
}
