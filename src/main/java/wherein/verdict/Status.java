package wherein.verdict;

import java.util.Locale;

/** What became of the mention that a verdict is on. */
public enum Status {
    /** It stands where it stood. */
    PLACED("it stands where it stood"),
    /** Its sentence stands elsewhere in its document. */
    MOVED("its sentence stands elsewhere in its document"),
    /** Its document has another id now. */
    RENAMED("its document has another id now"),
    /** Its document is gone. */
    DOCUMENT_GONE("its document is not in the collection any more"),
    /** Its document has no such sentence. */
    SENTENCE_GONE("its document does not have this mention in this sentence any more"),
    /** Its sentence is there more than once, so that nothing tells which it is. */
    REPEATED("its sentence stands in its document more than once, and nothing tells which it was"),
    /** The words are there, and are read as something else. */
    READ_OTHERWISE("the words are there, but are read as something else now");

    private final String reason;

    Status(String reason) {
        this.reason = reason;
    }

    /** The word for it in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What that means, in words. */
    public String reason() {
        return reason;
    }

    /** Whether the verdict is on no row. */
    public boolean isOrphan() {
        return compareTo(RENAMED) > 0;
    }
}
