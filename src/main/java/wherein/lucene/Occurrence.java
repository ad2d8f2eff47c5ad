package wherein.lucene;

import wherein.text.Span;

/**
 * Where something stands in a text.
 *
 * @param first the position of its first word, from 0
 * @param last the position of its last word
 * @param span from its first word to its last, UTF-16 positions in the text
 */
record Occurrence(int first, int last, Span span) implements Comparable<Occurrence> {

    @Override
    public int compareTo(Occurrence other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }
}
