package wherein.verdict;

import java.time.Instant;
import java.util.function.UnaryOperator;
import wherein.mention.Mention;

/**
 * What is held in memory of one line of the file: what its place and its word are told by. The rest is read when it is shown. Takes
 * some 90 bytes.
 */
final class Entry {

    private static final Mention.Type[] TYPES = Mention.Type.values();
    private static final Word[] WORDS = Word.values();

    final long offset;
    final long time;
    final long quotation;
    final long around;
    final long text;
    final String document;
    final String by;
    final int length;
    final int start;
    final int said;
    final int surface;
    final int to;
    final int alike;
    private final byte type;
    private final byte word;

    /**
     * Of a line.
     *
     * @param known gives equal texts as one
     */
    Entry(Verdict verdict, long offset, int length, UnaryOperator<String> known) {
        Anchor anchor = verdict.anchor();
        this.offset = offset;
        this.length = length;
        this.time = verdict.time().toEpochMilli();
        this.document = known.apply(anchor.document());
        this.by = known.apply(verdict.reviewer());
        this.word = (byte) verdict.word().ordinal();
        this.type = (byte) anchor.type().ordinal();
        String surface = Quoter.plain(anchor.surface());
        this.quotation = Digest.of(anchor.type().word(), surface, anchor.before(), anchor.after());
        this.surface = surface.hashCode();
        this.said = anchor.said().hashCode();
        this.around = Digest.read(anchor.around());
        this.text = Digest.read(anchor.text());
        this.start = anchor.start();
        this.alike = anchor.alike();
        this.to = verdict.to().hashCode();
    }

    Word word() {
        return WORDS[word];
    }

    Mention.Type type() {
        return TYPES[type];
    }

    Instant at() {
        return Instant.ofEpochMilli(time);
    }

    /** Whether this is said later than {@code other}; of what is said at once, the order does not depend on that of the lines. */
    boolean isAfter(Entry other) {
        if (time != other.time) {
            return time > other.time;
        }
        return word != other.word ? word > other.word : Integer.compare(to, other.to) > 0;
    }

    /** Whether both say the same of a mention. */
    boolean agrees(Entry other) {
        return word == other.word && to == other.to;
    }

    /** By this a mention is told from others where no index is asked: those of a sentence that is repeated by where it stands. */
    Key key() {
        return new Key(document, quotation, said, alike == 1 ? 0 : around != 0 ? around : start);
    }

    /** See {@link #key}. */
    record Key(String document, long quotation, int said, long which) {}
}
