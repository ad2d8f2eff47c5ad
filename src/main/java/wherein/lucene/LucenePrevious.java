package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOConsumer;
import wherein.document.Document;
import wherein.index.FileState;
import wherein.index.Kept;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.mention.Mention;

/** One commit of a Lucene index as a run of the indexer finds it. */
final class LucenePrevious implements Previous {

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
    public Optional<FileState> file(String root, String path) throws IOException {
        List<FileState> files = new ArrayList<>();
        Term place = new Term(Fields.FILE_PLACE, Fields.place(root, path));
        eachOf(place, Fields.STATE, state -> files.add(Stored.file(state)));
        return files.stream().findFirst();
    }

    @Override
    public Optional<Kept> kept(String id) throws IOException {
        List<Kept> kept = new ArrayList<>();
        eachOf(new Term(Fields.WHOLE, id), Fields.KEPT, each -> kept.add(Stored.kept(each)));
        return kept.stream().findFirst();
    }

    @Override
    public void keptOf(String root, String file, KeptTaker taker) throws IOException {
        Term place = new Term(Fields.PLACE, Fields.place(root, file));
        eachOf(place, Fields.KEPT, each -> taker.take(Stored.kept(each)));
    }

    /** Hands on what {@code field} has where {@code term} stands, which is never text. */
    private void eachOf(Term term, String field, IOConsumer<String> taker) throws IOException {
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
    public Optional<Document> document(String id) throws IOException {
        OptionalInt found = WholeDocument.find(reader, id);
        return found.isPresent()
                ? Optional.of(WholeDocument.read(reader, found.getAsInt()).document())
                : Optional.empty();
    }

    @Override
    public List<Mention> mentions(String id) throws IOException {
        OptionalInt found = WholeDocument.find(reader, id);
        return found.isPresent() ? WholeDocument.mentions(reader, found.getAsInt()) : List.of();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
