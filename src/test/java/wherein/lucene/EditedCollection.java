package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import wherein.Seeded;
import wherein.collection.Collection;
import wherein.document.Note;
import wherein.index.IndexReport;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.recognise.Recognisers;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;

/** A folder of files that is edited and then indexed: all that a test of crashes knows of how an index comes about. */
final class EditedCollection {

    private static final List<String> SENTENCES = List.of(
            "The ferry from Norway brought 1,250 crates of herring in March 2021.",
            "Ingrid Solberg counted them twice. Ms Solberg found 12 percent missing.",
            "Harbour masters in Chile and Peru asked for $3 million.",
            "On 4 May 2019 the fog did not lift until noon.",
            "Nobody from Georgia had seen the lighthouse before.",
            "Паром из Норвегии привёз 300 ящиков.",
            "About 40 people waited, among them Tomas Lindqvist of Sweden.",
            "The keeper wrote that gulls came back in 2018 and stayed.");

    private static final Annotator ANNOTATOR = Recognisers.standard();

    private final Path folder;
    private int named;

    /** In {@code folder}, which is made, with {@code files} files. */
    EditedCollection(Path folder, Random random, int files) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            add(random);
        }
    }

    /** What lies in {@code folder} already, for another process. */
    EditedCollection(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Adds, changes, renames or deletes a file or two, so that no two editions are alike. */
    void edit(Random random) throws IOException {
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            List<Path> files = files();
            Path file = Seeded.one(random, files);
            switch (random.nextInt(4)) {
                case 0 -> Files.writeString(file, text(random));
                case 1 -> Files.move(file, folder.resolve(name()));
                case 2 -> {
                    if (files.size() > 4) {
                        Files.delete(file);
                    }
                }
                default -> add(random);
            }
        }
        add(random);
    }

    private void add(Random random) throws IOException {
        Files.writeString(folder.resolve(name()), text(random));
    }

    /** No name comes twice, and they do not come in their order. */
    private String name() {
        int number = named++;
        return "log-" + number * 7 % 10 + "-" + number + ".txt";
    }

    private String text(Random random) {
        StringBuilder text = new StringBuilder("Log " + named++ + ".");
        for (int paragraphs = 1 + random.nextInt(3); paragraphs > 0; paragraphs--) {
            text.append("\n\n");
            for (int sentences = 2 + random.nextInt(6); sentences > 0; sentences--) {
                text.append(Seeded.one(random, SENTENCES)).append(' ');
            }
        }
        return text + "\n";
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Indexes what lies there now into {@code index}. */
    void index(Path index) throws Exception {
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, previous)) {
            index(sink, previous);
        }
    }

    /** As {@link #index(Path)}, writing through {@code directory}, in many small segments. */
    void index(Path index, Directory directory) throws Exception {
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneWriter.open(
                        index, directory, previous.previousManifest().isEmpty(), 12)) {
            index(sink, previous);
        }
    }

    private void index(PassageSink sink, Previous previous) throws Exception {
        Collection collection = Collection.open(folder, java.util.Optional.empty());
        IndexReport report = new Indexer(
                        List.of(collection),
                        () -> ANNOTATOR,
                        Map.of("tests", "1"),
                        new Indexer.Settings(true, 32 << 20, 2),
                        Progress.SILENT)
                .run(sink, previous);
        if (report.count(Note.Severity.ERROR) > 0) {
            throw new IllegalStateException("not all was indexed: " + report.notes());
        }
    }

    /** What a fresh index of what lies there now answers; {@code scratch} is a folder that is not there yet. */
    Answers fresh(Path scratch) throws Exception {
        index(scratch);
        return Answers.of(scratch);
    }

    /**
     * What an index answers: all of it that may not depend on how it came about.
     *
     * @param fingerprint of its documents
     * @param rows the documents and every row of the ledger, in order, and the passages that a word is found in with their marks
     */
    record Answers(String fingerprint, List<String> rows) {

        static Answers of(Path index) throws Exception {
            try (PassageSearcher searcher = LuceneIndex.open(index)) {
                List<String> rows = new ArrayList<>();
                searcher.documents(new Query.All(), List.of(), 0, stored -> rows.add(stored.toString()));
                searcher.mentions(
                        new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL),
                        0,
                        row -> rows.add(row.passage().id() + " " + row.mention() + " " + row.surface()));
                for (String word : List.of("fog", "herring", "паром", "keeper")) {
                    SearchRequest request = SearchRequest.best(new Query.Word(Query.TEXT, word), List.of(), 100);
                    searcher.search(request).hits().stream()
                            .map(hit -> word + " " + hit.id() + " " + hit.marks() + hit.text())
                            // Their order is that of scores, which deleted passages move until they are merged away.
                            .sorted()
                            .forEach(rows::add);
                }
                for (Mention.Type type : Mention.Type.values()) {
                    rows.add(searcher.tally(new LedgerRequest(
                                    new Query.All(), List.of(), MentionSelector.ALL.withTypes(java.util.Set.of(type))))
                            .toString());
                }
                return new Answers(searcher.manifest().fingerprint(), List.copyOf(rows));
            }
        }
    }
}
