package wherein.search;

import java.util.List;
import wherein.query.MentionSelector;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** Narrows a search to some passages; it does not change their scores. */
public sealed interface Filter {

    /** The field it looks at. */
    String field();

    /**
     * Passages whose field has one of some values.
     *
     * @param field {@code source}, {@code stance}, {@code lang}, {@code author}, {@code block}, {@code doc} or one of
     *     the collection's own
     * @param values any of them will do, compared as they are; the empty one means "unknown"
     * @param negated whether passages that have one of the values are left out instead
     */
    record Keyword(String field, List<String> values, boolean negated) implements Filter {

        /** Takes a copy. */
        public Keyword {
            values = List.copyOf(values);
        }
    }

    /**
     * Passages of which something was read from a picture, by OCR.
     *
     * @param negated whether these are left out instead
     */
    record Ocr(boolean negated) implements Filter {

        @Override
        public String field() {
            return "ocr";
        }
    }

    /**
     * Passages with a mention.
     *
     * @param field the parameter it came from
     * @param any one of these will do
     * @param negated whether passages with such a mention are left out instead
     */
    record Mentioned(String field, List<MentionSelector> any, boolean negated) implements Filter {

        /** Takes a copy. */
        public Mentioned {
            any = List.copyOf(any);
        }
    }

    /**
     * Passages whose dates are in some buckets of the facets.
     *
     * @param values any of these will do; the empty one is that of unknown dates
     * @param interval tells which bucket a date is in
     */
    record Bucket(List<String> values, FacetRequest.Interval interval) implements Filter {

        /** Takes a copy. */
        public Bucket {
            values = List.copyOf(values);
        }

        @Override
        public String field() {
            return "date";
        }
    }

    /**
     * Passages whose date lies in a range.
     *
     * @param match {@link DateMatch#CERTAIN}, {@link DateMatch#POSSIBLE}, which unknown dates pass too, {@link DateMatch#KNOWN}, the
     *     same without them, or {@link DateMatch#UNKNOWN}, which they alone pass, whatever the range
     */
    record Dated(DayRange range, DateMatch match) implements Filter {

        @Override
        public String field() {
            return "date";
        }
    }
}
