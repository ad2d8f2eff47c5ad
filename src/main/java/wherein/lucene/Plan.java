package wherein.lucene;

import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import wherein.query.Query.Occur;

/** A query made ready for one index: its words looked up, its patterns written out. Made by {@link Planner}. */
sealed interface Plan {

    /** The passages that match. */
    Query matching();

    /**
     * A clause that is looked for in the text of a passage, or in a title, and marks what it finds.
     *
     * @param clause in the query language
     * @param matching the passages where it is found in either
     */
    record Found(String clause, Occurrences text, Occurrences title, Query matching) implements Plan {}

    /** A clause that holds of a passage or does not, and marks nothing. */
    record Held(Query matching) implements Plan {}

    /** Several together. */
    record All(List<Part> parts) implements Plan {

        /** Takes a copy. */
        public All {
            parts = List.copyOf(parts);
        }

        /** Whether no part must match, so that one of those that may has to. */
        boolean needsOne() {
            return parts.stream().anyMatch(part -> part.occur == Occur.SHOULD)
                    && parts.stream().noneMatch(part -> part.occur == Occur.MUST);
        }

        @Override
        public Query matching() {
            BooleanQuery.Builder builder = new BooleanQuery.Builder();
            for (Part part : parts) {
                builder.add(part.plan.matching(), occur(part.occur));
            }
            if (parts.stream().allMatch(part -> part.occur == Occur.MUST_NOT)) {
                builder.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
            }
            // A filter narrows what the words find; it does not make them optional.
            if (needsOne()) {
                builder.setMinimumNumberShouldMatch(1);
            }
            return builder.build();
        }

        private static BooleanClause.Occur occur(Occur occur) {
            return switch (occur) {
                case MUST -> BooleanClause.Occur.MUST;
                case SHOULD -> BooleanClause.Occur.SHOULD;
                case MUST_NOT -> BooleanClause.Occur.MUST_NOT;
                case FILTER -> BooleanClause.Occur.FILTER;
            };
        }
    }

    /** One of several. */
    record Part(Occur occur, Plan plan) {}
}
