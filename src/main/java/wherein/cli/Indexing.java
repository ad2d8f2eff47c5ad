package wherein.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.collection.Lexicon;
import wherein.collection.SourceFile;
import wherein.format.Ocr;
import wherein.index.Fingerprint;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.IndexReport;
import wherein.index.Indexer;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.ProgramVersion;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.mention.Annotator;
import wherein.recognise.Recognisers;
import wherein.recognise.person.KnownPerson;

/** Decides which collections an index mirrors, whether it still does, and builds it. */
final class Indexing {

    private final Path index;

    /**
     * How to build.
     *
     * @param add whether the collections named come beside those recorded
     * @param replace whether they come in place of those recorded
     * @param prune whether more than half of the documents may be lost
     * @param followLinks whether links that lead out of a collection are followed
     * @param ocr how scans are read; empty if they are not
     * @param maxDocument the greatest size of a text, in bytes
     */
    record Options(
            boolean add, boolean replace, boolean prune, boolean followLinks, Optional<Ocr> ocr, long maxDocument) {}

    /** For the index in the folder {@code index}. */
    Indexing(Path index) {
        this.index = index;
    }

    /** The index as it is now, read through once, for all that this run asks of it; none if there is none that can be read. */
    Previous previous() throws IOException {
        return LuceneIndex.previous(index);
    }

    /**
     * The collections that a run reads: those named, if they are those recorded or {@code options} say how to go on; all
     * recorded ones if none is named.
     *
     * @throws UserException if others are recorded than are named, or if names of files cannot be read in this locale
     */
    List<Collection> collections(
            List<Path> named, Optional<Path> catalogue, Optional<Manifest> manifest, Options options)
            throws IOException, CatalogueException, UserException {
        List<Manifest.Root> recorded = manifest.map(Manifest::roots).orElse(List.of());
        List<Collection> collections = new ArrayList<>();
        boolean keep = options.add() || named.isEmpty();
        for (Manifest.Root root : keep ? recorded : List.<Manifest.Root>of()) {
            if (!named.contains(Path.of(root.path()))) {
                collections.add(
                        Collection.open(Path.of(root.path()), named(root), options.followLinks(), options.ocr()));
            }
        }
        for (Path path : named) {
            Optional<Path> before = recorded.stream()
                    .filter(root -> root.path().equals(path.toString()))
                    .findFirst()
                    .flatMap(Indexing::named);
            collections.add(Collection.open(path, catalogue.or(() -> before), options.followLinks(), options.ocr()));
        }
        for (Collection collection : collections) {
            NativeNames.ofThisProcess()
                    .refuseFiles(collection.files().stream()
                            .map(SourceFile::relative)
                            .toList());
        }
        if (!options.add() && !options.replace() && !named.isEmpty()) {
            refuseOtherRoots(named, recorded);
        }
        return collections;
    }

    private void refuseOtherRoots(List<Path> named, List<Manifest.Root> recorded) throws UserException {
        List<String> others = recorded.stream()
                .map(Manifest.Root::path)
                .filter(path -> !named.contains(Path.of(path)))
                .toList();
        boolean allKnown = named.stream()
                .allMatch(path -> recorded.stream().anyMatch(root -> root.path().equals(path.toString())));
        if (!recorded.isEmpty() && (!others.isEmpty() || !allKnown)) {
            throw new UserException("the index at " + index + " mirrors "
                    + String.join(
                            ", ", recorded.stream().map(Manifest.Root::path).toList())
                    + ". Say --add to index this beside it, --replace to index this in its place, or name another "
                    + "folder with --index");
        }
    }

    /** A catalogue that was named, and not found in the collection's folder, is named again. */
    static Optional<Path> named(Manifest.Root root) {
        return root.catalogue().isEmpty() ? Optional.empty() : Optional.of(Path.of(root.catalogue()));
    }

    /** Whether the index, as it is in {@code previous}, is what {@code collections} say now. */
    boolean isCurrent(Previous previous, List<Collection> collections, Options options)
            throws IOException, CatalogueException {
        if (previous.previousManifest().isEmpty()) {
            return false;
        }
        List<Lexicon> lexica = lexica(collections);
        return indexer(collections, () -> annotator(lexica), made(lexica), options, Progress.SILENT)
                .isCurrent(previous);
    }

    /**
     * Brings the index, as it is in {@code previous}, up to date with {@code collections}.
     *
     * @throws IndexBusyException if another run writes it, or has written it since
     */
    IndexReport build(Previous previous, List<Collection> collections, Options options, Progress progress)
            throws IOException, IndexException, CatalogueException, UserException {
        List<Lexicon> lexica = lexica(collections);
        Map<String, String> made = made(lexica);
        boolean tried = previous.previousManifest()
                .filter(manifest -> manifest.made().equals(made))
                .isPresent();
        // Words that no run has gone by yet may be faulty. Others are looked at only if there is something to
        // recognise.
        Supplier<Annotator> recognisers = tried ? () -> annotator(lexica) : tried(lexica);
        Indexer indexer = indexer(collections, recognisers, made, options, progress);
        try (PassageSink sink = LuceneIndex.update(index, previous)) {
            return indexer.run(sink, previous);
        }
    }

    private static Indexer indexer(
            List<Collection> collections,
            Supplier<Annotator> recognisers,
            Map<String, String> made,
            Options options,
            Progress progress) {
        return new Indexer(
                collections,
                recognisers,
                made,
                new Indexer.Settings(
                        options.prune() || options.replace(),
                        options.maxDocument(),
                        Runtime.getRuntime().availableProcessors()),
                progress);
    }

    private static List<Lexicon> lexica(List<Collection> collections) throws IOException, CatalogueException {
        List<Lexicon> lexica = new ArrayList<>();
        for (Collection collection : collections) {
            lexica.add(Lexicon.read(collection));
        }
        return lexica;
    }

    /** The versions of what reads and recognises. */
    private static Map<String, String> made(List<Lexicon> lexica) {
        Map<String, String> made = new HashMap<>(ProgramVersion.parts());
        made.put("people.yaml or lexicon", Fingerprint.of(lexica.toString()));
        return made;
    }

    private static Supplier<Annotator> tried(List<Lexicon> lexica) throws UserException {
        try {
            Annotator annotator = annotator(lexica);
            return () -> annotator;
        } catch (IllegalArgumentException e) {
            throw new UserException("lexicon/" + e.getMessage(), e);
        }
    }

    /** Recognises by our own words and by those that the readers of the collections add. */
    private static Annotator annotator(List<Lexicon> lexica) {
        List<KnownPerson> people = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (Lexicon lexicon : lexica) {
            lexicon.people().forEach(person -> people.add(new KnownPerson(person.name(), person.aliases())));
            countries.addAll(lexicon.countries());
            units.addAll(lexicon.units());
        }
        return Recognisers.with(people, countries, units);
    }
}
