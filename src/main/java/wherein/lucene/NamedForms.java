package wherein.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefHash;
import wherein.mention.Mention;
import wherein.query.Named;
import wherein.search.Deadline;

/**
 * The forms in which the texts of a segment have the names of countries and persons, each with how often it occurs. The segment is
 * read once; after that, what has been deleted from it since is taken off, and what an older commit still has is added again. Takes
 * some 30 bytes a form, and its bytes. Safe for use by several threads at once.
 */
final class NamedForms {

    /** A mention's type, and the ordinal in the segment of what it speaks of, before the bytes of its form. */
    private static final int HEAD = 1 + Integer.BYTES;

    private final ReentrantLock lock = new ReentrantLock();

    /** The passages whose mentions are counted. */
    private final BitSet counted = new BitSet();

    private final BytesRefHash forms = new BytesRefHash();
    private int[] counts = new int[16];
    private long bytes;

    /** Is told a form of a name. */
    @FunctionalInterface
    interface Taker {
        /** Takes {@code form}, in which the texts have what an index keeps as {@code name}. */
        void take(String name, String form);
    }

    /**
     * Tells {@code taker} each form of {@code named} that stands in a passage of {@code leaf} which is not deleted.
     *
     * @return false if the segment has more forms than may be kept; then some are not told
     */
    boolean each(LeafReader leaf, Named named, Deadline deadline, Taker taker) throws IOException {
        deadline.await(lock);
        try {
            keepUp(leaf, deadline);
            SortedSetDocValues words = MentionRows.words(leaf);
            BytesRef form = new BytesRef();
            for (int i = 0; i < forms.size(); i++) {
                deadline.step();
                forms.get(i, form);
                if (counts[i] > 0 && form.bytes[form.offset] == named.type().ordinal()) {
                    String name = MentionFields.said(words.lookupOrd(ordinal(form)));
                    taker.take(name, new BytesRef(form.bytes, form.offset + HEAD, form.length - HEAD).utf8ToString());
                }
            }
            return !isFull();
        } finally {
            lock.unlock();
        }
    }

    private static int ordinal(BytesRef form) {
        int ordinal = 0;
        for (int i = 1; i < HEAD; i++) {
            ordinal = ordinal << Byte.SIZE | form.bytes[form.offset + i] & 0xFF;
        }
        return ordinal;
    }

    private boolean isFull() {
        return forms.size() >= Grouping.MOST || bytes > GroupValues.MOST_BYTES;
    }

    private void keepUp(LeafReader leaf, Deadline deadline) throws IOException {
        Bits live = leaf.getLiveDocs();
        MentionRows rows = new MentionRows(leaf);
        BytesRefBuilder key = new BytesRefBuilder();
        for (int doc = 0; doc < leaf.maxDoc(); doc++) {
            boolean isThere = live == null || live.get(doc);
            if (isThere != counted.get(doc)) {
                deadline.check();
                count(rows, doc, isThere ? 1 : -1, key);
                counted.set(doc, isThere);
            }
        }
    }

    private void count(MentionRows rows, int passage, int by, BytesRefBuilder key) throws IOException {
        rows.moveTo(passage);
        while (rows.next()) {
            if (rows.type() == Mention.Type.COUNTRY || rows.type() == Mention.Type.PERSON) {
                key.clear();
                key.append((byte) rows.type().ordinal());
                for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                    key.append((byte) (rows.ordinal() >>> shift));
                }
                BytesRef form = new BytesRef(rows.surface());
                key.append(form.bytes, form.offset, Math.min(form.length, GroupValues.LONGEST));
                int known = forms.find(key.get());
                if (known >= 0) {
                    counts[known] += by;
                } else if (!isFull()) {
                    int number = forms.add(key.get());
                    bytes += key.length();
                    counts = number < counts.length
                            ? counts
                            : Arrays.copyOf(counts, ArrayUtil.oversize(number + 1, Integer.BYTES));
                    counts[number] = by;
                }
            }
        }
    }
}
