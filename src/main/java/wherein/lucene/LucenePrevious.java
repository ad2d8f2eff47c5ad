package wherein.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import wherein.document.Document;
import wherein.index.FileState;
import wherein.index.Kept;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.query.QueryLimits;

/** One commit of a Lucene index as a run of the indexer finds it. */
final class LucenePrevious implements Previous {

    /** A run of the indexer is no question: it takes as long as it takes. */
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final DirectoryReader reader;
    private final Manifest manifest;

    /** Of {@code commit}, which is closed with this. */
    LucenePrevious(LuceneCommit commit) {
        this.reader = commit.reader();
        this.manifest = commit.manifest();
    }

    /** Whether no other commit has come since. */
    boolean isNewest() throws IOException {
        return reader.isCurrent();
    }

    @Override
    public Optional<Manifest> previousManifest() {
        return Optional.of(manifest);
    }

    @Override
    public void eachFile(String root, Consumer<FileState> each) throws IOException {
        eachOf(new Term(Fields.ROOT, root), Fields.STATE, state -> each.accept(Stored.file(state)));
    }

    @Override
    public Optional<Kept> kept(String id) throws IOException {
        List<Kept> kept = new ArrayList<>();
        eachOf(new Term(Fields.WHOLE, id), Fields.KEPT, each -> kept.add(Stored.kept(each)));
        return kept.stream().findFirst();
    }

    @Override
    public List<String> idsOf(String root, String file) throws IOException {
        List<String> ids = new ArrayList<>();
        eachOf(
                new Term(Fields.PLACE, Fields.place(root, file)),
                Fields.KEPT,
                each -> ids.add(Stored.kept(each).id()));
        return ids;
    }

    /** Hands on what {@code field} has where {@code term} stands, which is never text. */
    private void eachOf(Term term, String field, Consumer<String> taker) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum found = leaf.reader().postings(term, PostingsEnum.NONE);
            if (found == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
            int last = DocIdSetIterator.NO_MORE_DOCS;
            for (int doc = found.nextDoc(); doc != last; doc = found.nextDoc()) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    taker.accept(values.binaryValue().utf8ToString());
                }
            }
        }
    }

    @Override
    public List<Document> ofFile(String root, String file) throws IOException {
        List<Document> documents = new ArrayList<>();
        // Not often asked for; a searcher takes a while to make, and has nothing of its own to close.
        LuceneSearcher searcher = new LuceneSearcher(reader, manifest, NO_LIMIT, QueryLimits.MOST);
        for (String id : idsOf(root, file)) {
            searcher.document(id).ifPresent(stored -> documents.add(stored.document()));
        }
        return documents;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
