package wherein.analysis;

import org.apache.lucene.util.BytesRef;

/**
 * The terms that an index may have of a word, in UTF-8.
 *
 * @param form itself, folded
 * @param stem its marked stem; null where no stemmer knows its script
 * @param cyrillic whether it is the Russian stemmer that knows it, and not the English one
 */
record WordTerms(BytesRef form, BytesRef stem, boolean cyrillic) {

    /** The one term that stands for all its forms. */
    BytesRef stemOrForm() {
        return stem == null ? form : stem;
    }
}
