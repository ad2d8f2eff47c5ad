package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.index.CheckReport;
import wherein.index.CheckReport.Step;
import wherein.index.Fingerprint;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.Reading;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.query.QueryLimits;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;
import wherein.text.Span;

/**
 * Looks whether an index is what was written and says what its texts say. Reads every file some three times and every
 * document twice, one at a time, and writes nothing.
 */
final class IndexCheck {

    private static final Logger LOG = Logger.getLogger(IndexCheck.class.getName());

    private static final Duration NO_LIMIT = Duration.ofDays(365);

    /** How often it begins again since another commit has taken the place of the one that it reads. */
    private static final int TRIES = 5;

    private static final String INDEX = "the index";

    private final Path folder;
    private final Reading reading;
    private final List<CheckReport.Fault> faults = new ArrayList<>();
    private long more;

    private long generation;
    private int files;
    private long bytes;
    private int documents;
    private long passages;
    private long mentions;
    private String fingerprint = "";
    private String reached = INDEX;
    private Optional<Manifest> manifest = Optional.empty();

    private IndexCheck(Path folder, Reading reading) {
        this.folder = folder;
        this.reading = reading;
    }

    /**
     * Checks the newest commit of the index in {@code folder}.
     *
     * @param reading is told of what is read: each byte of the files, and then each character of the texts twice
     * @throws IndexException if there is no index, or one that this version does not read
     */
    static CheckReport of(Path folder, Reading reading) throws IOException, IndexException {
        for (int tries = TRIES; ; tries--) {
            String before = CommitFiles.newestName(folder);
            if (before.isEmpty()) {
                throw new IndexException("there is no index at " + folder + "; build it with: wherein index");
            }
            IndexCheck check = new IndexCheck(folder, reading);
            check.run(before);
            boolean landed = !before.equals(CommitFiles.newestName(folder));
            if (check.faults.isEmpty() || !landed || tries == 1) {
                return check.report();
            }
        }
    }

    private CheckReport report() {
        return new CheckReport(
                generation, files, bytes, documents, passages, mentions, fingerprint, manifest, faults, more);
    }

    private void run(String newest) throws IOException, IndexException {
        files(newest);
        if (faults.isEmpty()) {
            structure();
        }
        if (faults.isEmpty()) {
            texts();
        }
    }

    private void files(String newest) throws IOException, IndexException {
        try (CommitFiles commit = CommitFiles.newest(folder)) {
            generation = commit.commit().getGeneration();
            manifest = LuceneIndex.manifest(folder, commit.commit().getUserData());
            bytes = commit.bytes();
            for (String name : commit.names()) {
                files++;
                try {
                    commit.read(name, reading);
                } catch (IOException e) {
                    damaged(name, e);
                }
            }
        } catch (IOException e) {
            damaged(newest, e);
        }
    }

    private void damaged(String name, IOException e) throws IOException, IndexException {
        if (!CommitFiles.isDamage(e)) {
            throw e;
        }
        if (CommitFiles.isOtherVersion(e)) {
            LuceneIndex.refuseOtherVersion(folder, e);
        }
        String what = CommitFiles.isMissing(e) ? "is missing" : "is not what was written";
        fault(Step.FILES, Damage.file(e).orElse(name), what);
    }

    private void structure() throws IOException {
        try (Directory directory = CommitFiles.directory(folder);
                CheckIndex check = new CheckIndex(directory, NoLockFactory.INSTANCE.obtainLock(directory, "check"))) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
            check.setThreadCount(1);
            CheckIndex.Status status = check.checkIndex();
            for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
                if (segment.error != null) {
                    unreadable(
                            Step.STRUCTURE,
                            "segment " + segment.name,
                            part(segment) + " cannot be read, or contradict each other",
                            segment.error);
                }
            }
            if (!status.clean && faults.isEmpty()) {
                fault(Step.STRUCTURE, CommitFiles.name(generation), "names segments that are not all there");
            }
        }
    }

    /** What of {@code segment} is at fault, in our words. */
    private static String part(CheckIndex.Status.SegmentInfoStatus segment) {
        if (segment.liveDocStatus != null && segment.liveDocStatus.error != null) {
            return "its marks of what is deleted";
        }
        if (segment.fieldInfoStatus != null && segment.fieldInfoStatus.error != null) {
            return "the names and kinds of its fields";
        }
        if (segment.fieldNormStatus != null && segment.fieldNormStatus.error != null) {
            return "the lengths of its texts";
        }
        if (segment.termIndexStatus != null && segment.termIndexStatus.error != null) {
            return "its words and the places where they stand";
        }
        if (segment.storedFieldStatus != null && segment.storedFieldStatus.error != null) {
            return "its stored values";
        }
        if (segment.docValuesStatus != null && segment.docValuesStatus.error != null) {
            return "its columns of values";
        }
        if (segment.indexSortStatus != null && segment.indexSortStatus.error != null) {
            return "the order and the places of its passages";
        }
        return "some of its parts";
    }

    private void texts() throws IOException {
        Step step = Step.DOCUMENTS;
        try (Directory directory = CommitFiles.directory(folder);
                DirectoryReader reader = DirectoryReader.open(directory);
                LuceneSearcher searcher = new LuceneSearcher(
                        reader, manifest.orElseThrow(), NO_LIMIT, QueryLimits.MOST, new SegmentMemory())) {
            documents(reader, searcher);
            step = Step.MENTIONS;
            mentions(searcher);
        } catch (IOException e) {
            if (!CommitFiles.isDamage(e)) {
                throw e;
            }
            unreadable(step, reached, "cannot be read", e);
        } catch (RuntimeException | AssertionError e) {
            // A library that meets bytes that nobody wrote may assert that there are none.
            unreadable(step, reached, "cannot be read", e);
        }
    }

    /** Checksums hold, so whoever wrote it wrote what cannot be read. */
    private void unreadable(Step step, String where, String what, Throwable e) {
        fault(
                step,
                where,
                what + ", though its files are as they were written: the memory of this machine, or this program, "
                        + "was at fault when it was written");
        LOG.log(Level.FINE, "a fault of " + where, e);
    }

    private void documents(DirectoryReader reader, LuceneSearcher searcher) throws IOException {
        Fingerprint all = new Fingerprint();
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.WHOLE);
        for (int ordinal = 0; ids != null && ordinal < ids.getValueCount(); ordinal++) {
            // The id of a deleted document may remain until its segment is merged.
            reached = ids.lookupOrd(ordinal).utf8ToString();
            Optional<StoredDocument> stored = searcher.document(reached);
            if (stored.isPresent()) {
                documents++;
                reading.read(stored.get().document().text().length());
                all.add(stored.get().document());
                tiles(stored.get(), searcher.passages(stored.get().document().id()));
            }
        }
        fingerprint = all.value();
        Manifest said = manifest.orElseThrow();
        same(Step.DOCUMENTS, "documents", said.documents(), documents);
        same(Step.DOCUMENTS, "passages", said.passages(), passages);
        same(Step.DOCUMENTS, "passages, those of no document included,", passages, count(reader, Fields.PASSAGE));
        if (!fingerprint.equals(said.fingerprint())) {
            fault(
                    Step.DOCUMENTS,
                    INDEX,
                    "its documents have the fingerprint " + fingerprint + ", and the manifest " + said.fingerprint());
        }
    }

    /** Whether the passages cover all of the text but white space, in order and none over another. */
    private void tiles(StoredDocument stored, List<Hit> own) {
        String id = stored.document().id();
        String text = stored.document().text();
        CodePoints points = new CodePoints(text);
        passages += own.size();
        int at = 0;
        int number = 0;
        for (Hit passage : own) {
            number++;
            int start = passage.start();
            if (passage.number() != number || start < at || !text.startsWith(passage.text(), start)) {
                fault(Step.DOCUMENTS, id, "passage " + number + " is missing, or not what the document says there");
                return;
            }
            if (!isBlank(text, at, start)) {
                fault(Step.DOCUMENTS, id, "the text before passage " + number + " is in no passage");
                return;
            }
            if (points.at(start) != passage.startCodePoint()) {
                fault(Step.DOCUMENTS, id, "passage " + number + " counts its code points wrongly");
                return;
            }
            at = start + passage.text().length();
        }
        if (number != stored.passages() || !isBlank(text, at, text.length())) {
            fault(Step.DOCUMENTS, id, "its passages end before it does: " + number + " of " + stored.passages());
        }
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Passage.isBetween(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void mentions(LuceneSearcher searcher) throws IOException {
        LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL);
        MentionChecker checker = new MentionChecker(searcher);
        try {
            searcher.mentions(all, 0, checker::check);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        same(Step.MENTIONS, "mentions", manifest.orElseThrow().allMentions(), mentions);
        same(
                Step.MENTIONS,
                "mentions, as its terms count them,",
                mentions,
                searcher.tally(all).mentions());
    }

    /** Holds each row against the text of its document, which is read once for the rows of it that follow each other. */
    private final class MentionChecker {
        private final LuceneSearcher searcher;
        private Document document;
        private CodePoints points;

        MentionChecker(LuceneSearcher searcher) {
            this.searcher = searcher;
        }

        /** True, for the next row: a fault is told and ends nothing. */
        boolean check(MentionRow row) {
            mentions++;
            Hit passage = row.passage();
            reached = passage.document();
            if (document == null || !passage.document().equals(document.id())) {
                Optional<Document> read = read(passage.document());
                if (read.isEmpty()) {
                    fault(Step.MENTIONS, passage.document(), "has mentions, and is not there");
                    return true;
                }
                document = read.get();
                tell(document.text().length());
                points = new CodePoints(document.text());
            }
            Span span = row.mention().span();
            boolean holds = span.start() >= passage.start()
                    && span.end() <= passage.start() + passage.text().length()
                    && span.end() <= document.text().length()
                    && span.in(document.text()).equals(row.surface())
                    && points.at(span.start()) == row.startCodePoint()
                    && points.at(span.end()) == row.endCodePoint();
            if (!holds) {
                fault(
                        Step.MENTIONS,
                        document.id(),
                        "the mention at " + span.start() + "-" + span.end() + " is not in the text there: "
                                + row.surface());
            }
            return true;
        }

        private void tell(int characters) {
            try {
                reading.read(characters);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<Document> read(String id) {
            try {
                return searcher.document(id).map(StoredDocument::document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How many Lucene documents there are of {@code type}. */
    private static long count(DirectoryReader reader, String type) throws IOException {
        return new IndexSearcher(reader).count(new TermQuery(new Term(Fields.TYPE, type)));
    }

    private void same(Step step, String what, long expected, long found) {
        if (expected != found) {
            fault(step, INDEX, "it holds " + found + " " + what + " and should hold " + expected);
        }
    }

    private void fault(Step step, String where, String what) {
        if (faults.size() < CheckReport.MOST) {
            faults.add(new CheckReport.Fault(step, where, what));
        } else {
            more++;
        }
    }
}
