package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.ValueRange;
import wherein.search.Deadline;
import wherein.time.DateMatch;

/** What the index knows of the mentions that a {@link MentionSelector} selects without a look at them. */
final class MentionTerms {

    private final MentionSelector selector;
    private final EnumSet<Mention.Type> types;

    /** Each set of terms of which a passage has one for each thing that the selector asks for. */
    private final List<List<BytesRef>> sets = new ArrayList<>();

    MentionTerms(MentionSelector selector) {
        this.selector = selector;
        this.types = MentionFilter.types(selector);
        if (!selector.ids().isEmpty()) {
            sets.add(ids());
        }
        if (!selector.kinds().isEmpty()) {
            sets.add(kinds());
        }
        if (!selector.units().isEmpty()) {
            sets.add(selector.units().stream().map(MentionFields::unit).toList());
        }
        if (sets.isEmpty()) {
            sets.add(types.stream().map(MentionFields::type).toList());
        }
    }

    private List<BytesRef> ids() {
        List<BytesRef> ids = new ArrayList<>();
        for (Mention.Type type : types) {
            selector.ids().forEach(id -> ids.add(MentionFields.id(type, id)));
        }
        return ids;
    }

    private List<BytesRef> kinds() {
        Set<String> wanted = selector.kinds();
        return EnumSet.allOf(Mention.Country.Kind.class).stream()
                .filter(kind -> wanted.contains(kind.name().toLowerCase(Locale.ROOT)))
                .map(MentionFields::kind)
                .toList();
    }

    /** Whether the terms tell all: a mention that has one of them is selected, and no other is. */
    boolean tellAll() {
        return types.isEmpty()
                || sets.size() == 1
                        && selector.bounds().isEmpty()
                        && selector.value().isEmpty()
                        && selector.when().isEmpty()
                        && selector.nested().isEmpty();
    }

    /** The passages with such a mention; where the terms do not tell all, some others too. */
    Query candidates() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (List<BytesRef> terms : sets) {
            all.add(
                    new TermInSetQuery(Fields.MENTION_TERMS, types.isEmpty() ? List.of() : terms),
                    BooleanClause.Occur.FILTER);
        }
        selector.value().ifPresent(range -> all.add(values(range), BooleanClause.Occur.FILTER));
        selector.when()
                .filter(when -> when.match() != DateMatch.UNKNOWN)
                .ifPresent(when -> all.add(days(when), BooleanClause.Occur.FILTER));
        return all.build();
    }

    /** What lies in a range for certain has a value in it. */
    private static Query values(ValueRange range) {
        return DoubleRange.newIntersectsQuery(
                Fields.MENTION_VALUES, new double[] {range.min()}, new double[] {range.max()});
    }

    private static Query days(MentionSelector.When when) {
        return LongRange.newIntersectsQuery(
                Fields.MENTION_DAYS, new long[] {Fields.from(when.days())}, new long[] {Fields.to(when.days())});
    }

    /** How many mentions there are, and how many of them stand in boilerplate. */
    record Count(int mentions, int boilerplate) {}

    /** How many such mentions {@code passages} have, where the terms tell all: costs what the postings of the terms cost. */
    Count count(MatchSet passages, List<LeafReaderContext> leaves, Deadline deadline) throws IOException {
        int count = 0;
        int boilerplate = 0;
        for (LeafReaderContext leaf : leaves) {
            FixedBitSet here = passages.bits(leaf);
            BitSet framed = LuceneQueries.BOILERPLATE.getBitSet(leaf);
            Terms terms = leaf.reader().terms(Fields.MENTION_TERMS);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            PostingsEnum postings = null;
            for (BytesRef term : sets.getFirst()) {
                if (each.seekExact(term)) {
                    postings = each.postings(postings, PostingsEnum.FREQS);
                    int last = DocIdSetIterator.NO_MORE_DOCS;
                    for (int doc = postings.nextDoc(); doc != last; doc = postings.nextDoc()) {
                        deadline.step();
                        if (here.get(doc)) {
                            count += postings.freq();
                            boilerplate += framed != null && framed.get(doc) ? postings.freq() : 0;
                        }
                    }
                }
            }
        }
        return new Count(count, boilerplate);
    }
}
