package wherein.cite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wherein.collection.Collection;
import wherein.collection.DocumentReader;
import wherein.collection.SourceFile;
import wherein.document.Document;
import wherein.document.Note;
import wherein.index.Fingerprint;
import wherein.text.CodePoints;
import wherein.text.Span;

/**
 * Reads the files of collections, and no index, and tells of rows that somebody kept whether their words still stand where
 * they stood.
 *
 * <p>Rows are checked in lots that fit into memory. With the first lot all files are read once, to learn which document is in
 * which file; each further lot reads again only the files that its rows need. Within a document the work grows with its text
 * and its rows, moved or not.
 */
public final class Verifier {

    private static final int ROWS = 1 << 16;
    private static final long CHARACTERS = 1L << 24;

    private final List<Collection> collections;
    private final long maxDocument;
    private final Consumer<Note> notes;

    /** The file that a document is in, once all have been read. */
    private final Map<String, SourceFile> files = new HashMap<>();

    private final Fingerprint fingerprint = new Fingerprint();
    private boolean known;

    /** What became of a row. */
    public enum Outcome {
        /** The words stand where they stood. */
        HOLDS,
        /** They stand elsewhere in the same document. */
        MOVED,
        /** They are nowhere in it, or the document is not there. */
        GONE;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A row, and what became of it.
     *
     * @param start where the words stand now, in the unit of the row; -1 if they are gone
     * @param end where they end now; -1 if they are gone
     * @param document whether the document is there
     */
    public record Checked(QuotedRow row, Outcome outcome, int start, int end, boolean document) {}

    /** Takes what became of a row. */
    @FunctionalInterface
    public interface Taker {
        /** Takes one; they come in the order of the rows. */
        void take(Checked checked) throws IOException;
    }

    /**
     * For the documents of {@code collections}.
     *
     * @param maxDocument the greatest size of a text, in bytes
     * @param notes is told of files that cannot be read
     */
    public Verifier(List<Collection> collections, long maxDocument, Consumer<Note> notes) {
        this.collections = List.copyOf(collections);
        this.maxDocument = maxDocument;
        this.notes = notes;
    }

    /**
     * Tells what became of each of {@code rows}.
     *
     * @param utf16 whether their offsets are UTF-16 units; if empty, what the file of the rows says
     * @throws IOException if the rows cannot be read
     */
    public void verify(QuotedRows rows, Optional<Boolean> utf16, Taker taker) throws IOException {
        for (List<QuotedRow> some = some(rows); !some.isEmpty() || !known; some = some(rows)) {
            for (Checked checked : check(some, utf16.orElseGet(rows::utf16))) {
                taker.take(checked);
            }
        }
    }

    /** The fingerprint of the documents, as that of an index is made; after {@link #verify}. */
    public String fingerprint() {
        return fingerprint.value();
    }

    private static List<QuotedRow> some(QuotedRows rows) throws IOException {
        List<QuotedRow> some = new ArrayList<>();
        long characters = 0;
        while (some.size() < ROWS && characters < CHARACTERS) {
            Optional<QuotedRow> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            some.add(row.get());
            characters += row.get().words().length();
        }
        return some;
    }

    private List<Checked> check(List<QuotedRow> rows, boolean utf16) {
        Map<String, List<Integer>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            wanted.computeIfAbsent(rows.get(i).document(), id -> new ArrayList<>())
                    .add(i);
            // Which of the two the document is called, only the collection can tell.
            String unguarded = rows.get(i).unguarded().document();
            if (!unguarded.equals(rows.get(i).document())) {
                wanted.computeIfAbsent(unguarded, id -> new ArrayList<>()).add(i);
            }
        }
        Checked[] checked = new Checked[rows.size()];
        read(wanted.keySet(), document -> {
            List<Integer> here = wanted.remove(document.id());
            if (here != null) {
                Text text = new Text(document.text(), utf16);
                here.forEach(i -> checked[i] = text.check(rows.get(i)));
            }
        });
        List<Checked> all = new ArrayList<>();
        for (int i = 0; i < checked.length; i++) {
            all.add(checked[i] != null ? checked[i] : new Checked(rows.get(i), Outcome.GONE, -1, -1, false));
        }
        return all;
    }

    /** Shows the documents {@code wanted}, and all others too as long as it is not known where they are. */
    private void read(Set<String> wanted, Consumer<Document> documents) {
        Set<SourceFile> needed = new HashSet<>();
        wanted.forEach(id -> Optional.ofNullable(files.get(id)).ifPresent(needed::add));
        for (Collection collection : collections) {
            DocumentReader reader = DocumentReader.of(collection, maxDocument);
            for (SourceFile file : collection.files()) {
                if (known && needed.contains(file)) {
                    reader.read(file, documents, note -> {});
                } else if (!known) {
                    reader.read(
                            file,
                            document -> {
                                // Of two with one id an index has the first.
                                if (files.putIfAbsent(document.id(), file) == null) {
                                    fingerprint.add(document);
                                    documents.accept(document);
                                }
                            },
                            notes);
                }
            }
        }
        known = true;
    }

    /** The text of one document, in which rows are looked up. */
    private static final class Text {
        private final String text;
        private final CodePoints points;
        private final boolean utf16;
        private final QuotationFinder finder;

        Text(String text, boolean utf16) {
            this.text = text;
            this.points = new CodePoints(text);
            this.utf16 = utf16;
            this.finder = new QuotationFinder(text);
        }

        Checked check(QuotedRow row) {
            QuotedRow plain = row.unguarded();
            for (QuotedRow each : List.of(row, plain)) {
                if (row.end() <= length() && each.isOf(text.substring(position(row.start()), position(row.end())))) {
                    return new Checked(row, Outcome.HOLDS, row.start(), row.end(), true);
                }
            }
            return nearest(row)
                    .or(() -> plain.equals(row) ? Optional.empty() : nearest(plain))
                    .map(span -> new Checked(row, Outcome.MOVED, offset(span.start()), offset(span.end()), true))
                    .orElse(new Checked(row, Outcome.GONE, -1, -1, true));
        }

        private int length() {
            return utf16 ? text.length() : points.length();
        }

        private int position(int offset) {
            return utf16 ? offset : points.toUtf16(offset);
        }

        private int offset(int position) {
            return utf16 ? position : points.at(position);
        }

        /** Where the words stand nearest to where they stood. */
        private Optional<Span> nearest(QuotedRow row) {
            return finder.nearest(row, position(Math.min(row.start(), length())));
        }
    }
}
