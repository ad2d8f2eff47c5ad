package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import wherein.search.Deadline;
import wherein.search.HitCopies;

/** Tells where else the words of a passage stand. Reads no more passages than it names. */
final class CopyList {

    /** So many of the copies of a passage are named. */
    private static final int NAMED = 10;

    private final Duplicates duplicates;
    private final PassageReader passages;
    private final Deadline deadline;

    CopyList(IndexReader reader, Duplicates duplicates, Deadline deadline) {
        this.duplicates = duplicates;
        this.deadline = deadline;
        this.passages = new PassageReader(reader);
    }

    /** The copies of the passage that is Lucene document {@code doc}. */
    HitCopies of(int doc) throws IOException {
        CopiedPassages.Of copies = duplicates.copiesOf(doc, NAMED, deadline);
        List<HitCopies.Copy> named = new ArrayList<>();
        for (int copy : copies.first()) {
            passages.moveTo(copy);
            PassageRecord about = passages.about();
            String text = passages.text();
            named.add(new HitCopies.Copy(
                    about.document(),
                    about.number(),
                    about.title(),
                    about.metadata().source(),
                    about.startCodePoint(),
                    about.startCodePoint() + text.codePointCount(0, text.length())));
        }
        return new HitCopies(copies.total(), named);
    }
}
