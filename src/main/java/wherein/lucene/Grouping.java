package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;
import wherein.search.Deadline;
import wherein.search.Groups;
import wherein.search.Ledger;
import wherein.search.RowMarks;
import wherein.search.Tally;
import wherein.search.TooManyGroupsException;

/**
 * Counts rows in groups. A group takes some 80 bytes, and its values are kept as numbers until it is asked for. Rows have to
 * come in the order of the index, in which those of a passage stand together, and so do those of a document.
 */
final class Grouping {

    /** How many groups one request may hold: some 100 MB with their values, and less where there is little memory. */
    static final int MOST = most(Runtime.getRuntime().maxMemory());

    /** What a group takes while its arrays grow, beside its values. */
    private static final int BYTES = 100;

    private static final int MARKS = RowMarks.Mark.values().length;

    /** So many requests may hold their groups at once, in half of the memory. */
    private static final int AT_ONCE = 4;

    private final List<GroupColumn> columns = new ArrayList<>();
    private final List<LongNumbers> pairs = new ArrayList<>();
    private final RowMarks.Lookup marks;
    private final boolean isJudged;
    private final Deadline deadline;
    private final int most;
    private int size;
    private int[] mentions = new int[16];
    private int[] passages = new int[16];
    private int[] documents = new int[16];
    private int[] boilerplate = new int[16];
    private int[] copies = new int[16];

    /** A number for each mark of each group; none at all where no row has one. */
    private int[] judged = new int[0];

    private RowMarks.Mark mark = RowMarks.Mark.NONE;
    private int last;
    private int[] lastPassage = new int[16];
    private int[] lastDocument = new int[16];

    /**
     * Groups of rows that are alike in {@code fields}.
     *
     * @param marks of rows
     * @param most how many groups there may be
     */
    Grouping(List<String> fields, UnaryOperator<String> person, RowMarks marks, Deadline deadline, int most) {
        this.marks = marks.lookup();
        this.isJudged = marks.size() > 0;
        for (String field : fields) {
            columns.add(GroupColumn.of(field, person));
        }
        judged = isJudged ? new int[MARKS * mentions.length] : judged;
        for (int i = 1; i < columns.size(); i++) {
            pairs.add(new LongNumbers());
        }
        this.deadline = deadline;
        this.most = most;
    }

    /** How many groups a request may hold in a process of {@code memory} bytes. */
    static int most(long memory) {
        return (int) Math.min(1_000_000, memory / 2 / AT_ONCE / BYTES);
    }

    /** Goes to a segment. */
    void open(LeafReader leaf) throws IOException {
        for (GroupColumn column : columns) {
            column.open(leaf);
        }
    }

    /**
     * Counts a row.
     *
     * @param row stands at it
     * @param passage the number of its passage in the segment
     * @param indexed the number of its passage in the whole index
     * @param document the ordinal of its document
     * @throws TooManyGroupsException if it is alone in a group that is one too many
     */
    void add(MentionRows row, int passage, int indexed, int document) throws IOException {
        mark = isJudged ? marks.of(CopiedRows.key(indexed, row.number())) : RowMarks.Mark.NONE;
        int group = group(row, passage);
        last = group;
        if (group == size) {
            begin();
        }
        mentions[group]++;
        if (isJudged) {
            judged[MARKS * group + mark.ordinal()]++;
        }
        if (lastPassage[group] != indexed) {
            lastPassage[group] = indexed;
            passages[group]++;
        }
        if (lastDocument[group] != document) {
            lastDocument[group] = document;
            documents[group]++;
        }
    }

    /** Counts the row that was added last as one of boilerplate. */
    void addBoilerplate() {
        boilerplate[last]++;
    }

    /** Counts the row that was added last as one that repeats another. */
    void addCopy() {
        copies[last]++;
    }

    /** The number of a row's group: of its values one after the other, each with what is before it. */
    private int group(MentionRows row, int passage) throws IOException {
        int group = 0;
        for (int i = 0; i < columns.size(); i++) {
            GroupColumn column = columns.get(i);
            int value = column instanceof GroupColumn.Marks all ? all.of(mark) : column.of(row, passage);
            if (column.values().bytes() > GroupValues.MOST_BYTES) {
                throw new TooManyGroupsException(most, GroupValues.MOST_BYTES);
            }
            group = i == 0 ? value : pairs.get(i - 1).of((long) group << 32 | value);
        }
        return group;
    }

    private void begin() {
        if (size == most) {
            throw new TooManyGroupsException(most, GroupValues.MOST_BYTES);
        }
        if (size == mentions.length) {
            mentions = ArrayUtil.grow(mentions);
            passages = Arrays.copyOf(passages, mentions.length);
            documents = Arrays.copyOf(documents, mentions.length);
            boilerplate = Arrays.copyOf(boilerplate, mentions.length);
            copies = Arrays.copyOf(copies, mentions.length);
            judged = isJudged ? Arrays.copyOf(judged, MARKS * mentions.length) : judged;
            lastPassage = Arrays.copyOf(lastPassage, mentions.length);
            lastDocument = Arrays.copyOf(lastDocument, mentions.length);
        }
        lastPassage[size] = -1;
        lastDocument[size] = -1;
        size++;
    }

    /** The groups, in order. Nothing can be added after that. */
    Groups groups() {
        int[][] ranks = new int[columns.size()][];
        for (int i = 0; i < ranks.length; i++) {
            deadline.check();
            ranks[i] = columns.get(i).values().ranks();
        }
        int[] order = new int[size];
        Arrays.setAll(order, group -> group);
        new Order(order, ranks).sort();
        return new Counted(order);
    }

    /** The number of the value that {@code group} has in a column. */
    private int value(int group, int column) {
        int at = group;
        for (int i = columns.size() - 1; i > column; i--) {
            at = (int) (pairs.get(i - 1).get(at) >>> 32);
        }
        return column == 0 ? at : (int) pairs.get(column - 1).get(at);
    }

    /** Sorts groups: most rows first, then by their values. */
    private final class Order extends NumberSorter {
        private final int[][] ranks;

        Order(int[] order, int[][] ranks) {
            super(order);
            this.ranks = ranks;
        }

        @Override
        int compared(int a, int b) {
            deadline.step();
            if (mentions[a] != mentions[b]) {
                return Integer.compare(mentions[b], mentions[a]);
            }
            int compared = 0;
            for (int i = 0; i < ranks.length && compared == 0; i++) {
                compared = Integer.compare(ranks[i][value(a, i)], ranks[i][value(b, i)]);
            }
            return compared;
        }
    }

    /** The groups after they were counted. */
    private final class Counted implements Groups {
        private final int[] order;

        Counted(int[] order) {
            this.order = order;
        }

        @Override
        public int size() {
            return order.length;
        }

        @Override
        public Ledger.MentionGroup get(int row) {
            int group = order[row];
            List<String> key = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                key.add(columns.get(i).values().get(value(group, i)));
            }
            return new Ledger.MentionGroup(
                    key,
                    new Tally(
                            mentions[group],
                            passages[group],
                            documents[group],
                            boilerplate[group],
                            copies[group],
                            judged(group)));
        }

        private Tally.Judged judged(int group) {
            return isJudged
                    ? new Tally.Judged(
                            count(group, RowMarks.Mark.CONFIRMED),
                            count(group, RowMarks.Mark.REJECTED),
                            count(group, RowMarks.Mark.REASSIGNED),
                            count(group, RowMarks.Mark.DISPUTED))
                    : Tally.Judged.NOTHING;
        }

        private int count(int group, RowMarks.Mark mark) {
            return judged[MARKS * group + mark.ordinal()];
        }

        @Override
        public int tiedFrom(int row) {
            if (row <= 0 || row >= order.length) {
                return 0;
            }
            int count = mentions[order[row - 1]];
            int low = row;
            int high = order.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (mentions[order[middle]] == count) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - row;
        }
    }
}
