package wherein.collection;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Languages;
import wherein.document.Lines;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.document.Part;
import wherein.document.Region;
import wherein.format.Archive;
import wherein.format.BinaryFormat;
import wherein.format.ChildReader;
import wherein.format.Encodings;
import wherein.format.Extract;
import wherein.format.Extracts;
import wherein.format.Html;
import wherein.format.JsonLines;
import wherein.format.JsonTexts;
import wherein.format.Markdown;
import wherein.format.Ocr;
import wherein.format.Subtitles;
import wherein.format.Tables;
import wherein.format.Unreadable;
import wherein.format.UnreadableException;
import wherein.format.XmlText;
import wherein.text.Span;

/**
 * From a file to its documents: one, or, of a file of records, one a record. What cannot be read becomes a note, and
 * never ends the run. Safe for use by several threads at once.
 */
public final class DocumentReader {

    /** A text of more bytes is reported, not indexed, unless a reader asks for more. */
    public static final long MAX_DOCUMENT = 32L << 20;

    /** So many names of fields that cannot be used are told of a file. */
    private static final int MOST_UNUSABLE = 1_000;

    private final Map<String, String> stances;
    private final long maxDocument;
    private final Optional<Ocr> ocr;
    private final ChildReader children = new ChildReader();

    /**
     * A reader for the files of one collection.
     *
     * @param stances the collection's closed list; empty where any stance will do
     * @param maxDocument the greatest size of a text, in bytes
     * @param ocr how scans are read; empty if they are not
     */
    public DocumentReader(Map<String, String> stances, long maxDocument, Optional<Ocr> ocr) {
        this.stances = Map.copyOf(stances);
        this.maxDocument = maxDocument;
        this.ocr = ocr;
    }

    /** A reader of texts alone. */
    public DocumentReader(Map<String, String> stances, long maxDocument) {
        this(stances, maxDocument, Optional.empty());
    }

    /** A reader for the files of {@code collection}, of texts of at most {@code maxDocument} bytes. */
    public static DocumentReader of(Collection collection, long maxDocument) {
        return new DocumentReader(collection.catalogue().stances(), maxDocument, collection.ocr());
    }

    /**
     * Hands each document in {@code file} to {@code documents}, and what a reader should know to {@code notes}. No file
     * ends a run, not even one that brings out a fault of ours.
     */
    public void read(SourceFile file, Consumer<Document> documents, Consumer<Note> notes) {
        read(file, (document, line) -> documents.accept(document), notes, bytes -> {});
    }

    /** Takes one document after the other. */
    @FunctionalInterface
    public interface Taker {

        /**
         * The next one.
         *
         * @param line where in its file it begins, from 1, if it is one of several; else 0
         */
        void take(Document document, int line);
    }

    /** As {@link #read(SourceFile, Consumer, Consumer)}; tells {@code bytes} of how many were read, before what came of them. */
    public void read(SourceFile file, Taker documents, Consumer<Note> notes, LongConsumer bytes) {
        OfFile extracts = new OfFile(file, documents, notes, bytes);
        if (extracts(file, extracts, notes)) {
            extracts.tellOfUnmet();
        }
    }

    /** Hands what {@code file} says to {@code extracts}; whether it could be read to its end. */
    boolean extracts(SourceFile file, Extracts extracts, Consumer<Note> notes) {
        Archive.Budget budget = new Archive.Budget(file.path().toFile().length());
        return extracts(file, budget, 0, extracts, notes);
    }

    /** As {@link #extracts(SourceFile, Extracts, Consumer)}, of a file that lies in so many archives. */
    private boolean extracts(
            SourceFile file, Archive.Budget budget, int depth, Extracts extracts, Consumer<Note> notes) {
        try {
            switch (Format.of(file)) {
                case RECORDS -> JsonLines.read(file.path(), maxDocument, extracts);
                case CSV -> Tables.read(file.path(), ',', maxDocument, extracts);
                case TSV -> Tables.read(file.path(), '\t', maxDocument, extracts);
                case JSON -> JsonTexts.read(file.path(), maxDocument, extracts);
                case BINARY, MAILS, PICTURE -> binary(file, extracts);
                case XML -> {
                    String xml = text(file, notes);
                    extracts.read(Files.size(file.path()));
                    XmlText.read(xml, extracts);
                }
                case ARCHIVE -> {
                    extracts.read(Files.size(file.path()));
                    ArchiveFiles.Reader inner =
                            (each, deeper, taker, told) -> extracts(each, budget, deeper, taker, told);
                    Archive.read(
                            file.path(),
                            Archive.Kind.of(file.relative()).orElseThrow(),
                            budget,
                            new ArchiveFiles(file, depth, ocr.isPresent(), inner, extracts, notes));
                }
                case TEXT, MARKDOWN, HTML, SUBTITLES -> {
                    Extract extract = extract(file, notes);
                    extracts.read(Files.size(file.path()));
                    extracts.add(extract);
                }
            }
            return true;
        } catch (UnreadableException e) {
            notes.accept(new Note(e.kind(), file.relative(), 0, "not indexed: " + e.getMessage()));
        } catch (IOException e) {
            String message = "not indexed: " + Unreadable.reason(e);
            notes.accept(new Note(NoteKind.UNREADABLE, file.relative(), 0, message));
        } catch (RuntimeException | StackOverflowError e) {
            notes.accept(Note.ofFault(file.relative(), 0, e));
        }
        return false;
    }

    /** Makes documents of what a file gives, and tells what is the matter with it. */
    private final class OfFile implements Extracts {
        private final SourceFile file;
        private final Taker documents;
        private final Consumer<Note> notes;
        private final LongConsumer bytes;

        /** Names of fields that cannot be used, which are told once. */
        private final Set<String> unusable = new HashSet<>();

        /** Documents that table or catalogue name and the file has not given yet. */
        private final Set<String> unmet;

        private boolean told;

        OfFile(SourceFile file, Taker documents, Consumer<Note> notes, LongConsumer bytes) {
            this.file = file;
            this.documents = documents;
            this.notes = notes;
            this.bytes = bytes;
            this.unmet = new TreeSet<>(file.within().keySet());
            unmet.addAll(file.entriesWithin().keySet());
        }

        @Override
        public void add(Extract extract) {
            boolean whole = extract.within().isEmpty();
            unmet.remove(extract.within());
            unmet.remove(SourceFile.unnumbered(extract.within()));
            if (!whole && !told) {
                told = true;
                tellOfLayout();
            }
            document(file, usable(extract), notes)
                    .ifPresent(document -> documents.take(document, whole ? 0 : extract.line()));
        }

        /** {@code extract} without fields of names that cannot be used. */
        private Extract usable(Extract extract) {
            Metadata metadata = extract.metadata();
            Map<String, List<String>> fields = new TreeMap<>(metadata.fields());
            fields.keySet().removeIf(name -> isUnusable(name, extract.line()));
            return fields.size() == metadata.fields().size()
                    ? extract
                    : extract.withMetadata(metadata.withFields(fields));
        }

        private boolean isUnusable(String name, int line) {
            Optional<String> fault = Catalogue.fieldFault(name);
            if (fault.isPresent() && unusable.size() < MOST_UNUSABLE && unusable.add(name)) {
                tell(NoteKind.BAD_METADATA, line, "\"" + name + "\" is left out: " + fault.get());
            }
            return fault.isPresent();
        }

        void tellOfUnmet() {
            unmet.forEach(within -> tell(
                    NoteKind.MISSING,
                    0,
                    (file.within().containsKey(within) ? MetadataTable.NAME : "the catalogue") + " names \""
                            + file.relative() + within + "\", but the file has no such document"));
        }

        private void tellOfLayout() {
            if (file.layout().filter(Catalogue.Layout::hasLines).isPresent()) {
                tell(
                        NoteKind.BAD_LAYOUT,
                        0,
                        "the catalogue's parts and boilerplate are left out: this file is many documents");
            }
        }

        @Override
        public void tell(NoteKind kind, int line, String message) {
            notes.accept(new Note(kind, file.relative(), line, message));
        }

        @Override
        public void read(long more) {
            bytes.accept(more);
        }
    }

    private void binary(SourceFile file, Extracts extracts) throws IOException, UnreadableException {
        long size = Files.size(file.path());
        if (size == 0) {
            throw new UnreadableException(NoteKind.EMPTY, "it is empty");
        }
        extracts.read(size);
        Optional<Ocr> how = ocr.map(each -> each.in(language(file)));
        children.read(file.path(), BinaryFormat.of(file.relative()).orElseThrow(), maxDocument, how, extracts);
    }

    /** The language in which {@code file} is written, as the catalogue or the table says; empty where they do not. */
    private static String language(SourceFile file) {
        return file.entry()
                .map(entry -> entry.metadata().language())
                .filter(language -> !language.isEmpty())
                .orElse(file.listed().language());
    }

    /**
     * What {@link #read} would make of {@code file}, told without reading it from {@code former}: the document that the same bytes
     * gave in another place, of which catalogue and table said the same. Empty where only reading tells.
     */
    public static Optional<Document> moved(Document former, SourceFile file) throws IOException {
        Format format = Format.of(file);
        boolean alike = Format.of(former.file()).filter(format::equals).isPresent();
        boolean matter = format == Format.TEXT || format == Format.MARKDOWN;
        if (!alike || format.holdsMany() || matter && FrontMatter.mayBegin(file.path())) {
            return Optional.empty();
        }
        // Without front matter an id is of the catalogue, or the path.
        String id = file.entry().map(Catalogue.Entry::id).orElse(file.relative());
        return Document.idFault(id).isPresent()
                ? Optional.empty()
                : Optional.of(new Document(
                        id,
                        file.relative(),
                        former.text(),
                        former.metadata(),
                        former.parts(),
                        former.regions(),
                        former.cues(),
                        former.origins(),
                        former.ocr()));
    }

    /** The document that {@code extract} is; empty, and told, if it cannot be one. */
    private Optional<Document> document(SourceFile file, Extract extract, Consumer<Note> notes) {
        boolean whole = extract.within().isEmpty();
        int line = whole ? 0 : extract.line();
        String place = place(file, extract);
        if (extract.text().isBlank()) {
            return refused(NoteKind.EMPTY, place, line, whole ? "it is empty" : "its text is empty", notes);
        }
        Metadata own = known(file, extract, place, notes);
        Optional<Catalogue.Entry> entry = file.entry(extract.within());
        Metadata metadata = entry.map(Catalogue.Entry::metadata)
                .orElse(Metadata.UNKNOWN)
                .orElse(file.entry().map(Catalogue.Entry::metadata).orElse(Metadata.UNKNOWN))
                .orElse(own);
        String id = entry.map(Catalogue.Entry::id)
                .or(() -> extract.id().filter(given -> !whole || valid(given, file, notes)))
                .orElse(file.relative() + extract.within());
        Optional<String> fault = Document.idFault(id);
        if (fault.isPresent()) {
            String message = whole ? fault.get() + "; give it an id in the catalogue" : fault.get();
            return refused(NoteKind.BAD_ID, place, line, message, notes);
        }
        entry.filter(each -> !whole)
                .map(Catalogue.Entry::file)
                .filter(Catalogue.Layout::hasLines)
                .ifPresent(layout -> notes.accept(new Note(
                        NoteKind.BAD_LAYOUT,
                        place,
                        0,
                        "the catalogue's parts and boilerplate are left out: it lies in another file; unpack that")));
        if (metadata.language().isEmpty()) {
            metadata = metadata.withLanguage(Languages.of(extract.text()));
        }
        if (file.entry().isEmpty() && entry.isEmpty()) {
            tellWhatIsUnknown(place, line, metadata, notes);
        }
        Map<String, String> origins = believed(extract, metadata);
        Format format = Format.of(file);
        // What a person has written for the collection needs not be told again.
        if (!origins.isEmpty() && (format == Format.HTML || format == Format.BINARY || format == Format.PICTURE)) {
            String found = origins.entrySet().stream()
                    .map(each -> each.getKey() + " from " + each.getValue())
                    .collect(Collectors.joining(", "));
            String date = origins.containsKey("date") ? " (" + metadata.date().edtf() + ")" : "";
            String message = "the file itself says: " + found + date;
            notes.accept(new Note(NoteKind.SAID_BY_FILE, place, line, message));
        }
        return Optional.of(laidOut(file, id, extract, metadata, origins, notes));
    }

    /** Where in the file that stood of {@code metadata} which nobody else has said. */
    private static Map<String, String> believed(Extract extract, Metadata metadata) {
        Map<String, String> origins = new TreeMap<>(extract.origins());
        origins.keySet()
                .removeIf(
                        name -> !metadata.values(name).equals(extract.metadata().values(name)));
        return origins;
    }

    /** The path of the file that {@code extract} is of, in its archive where it lies in one. */
    private static String place(SourceFile file, Extract extract) {
        boolean own = extract.within().startsWith("/");
        return own ? file.relative() + SourceFile.unnumbered(extract.within()) : file.relative();
    }

    private static Optional<Document> refused(
            NoteKind kind, String place, int line, String message, Consumer<Note> notes) {
        notes.accept(new Note(kind, place, line, "not indexed: " + message));
        return Optional.empty();
    }

    /** What front matter, the table and the file itself say, in this order; a stance that is not on the list is told and left out. */
    private Metadata known(SourceFile file, Extract extract, String place, Consumer<Note> notes) {
        int line = extract.within().isEmpty() ? 0 : extract.line();
        Metadata said = extract.metadata();
        Metadata listed = file.listed(extract.within());
        Optional<String> fault = Catalogue.stanceFault(said.stance(), stances.keySet());
        fault.ifPresent(
                message -> notes.accept(new Note(NoteKind.BAD_STANCE, place, line, message + " Left unknown.")));
        Metadata sound = fault.isPresent() ? said.withStance("") : said;
        // Front matter and records are a person's words for one document, the table's are for many: the nearer word
        // counts.
        // What a program wrote into a page or a print counts last.
        return isWritten(file, place) ? sound.orElse(listed) : listed.orElse(sound);
    }

    private static boolean isWritten(SourceFile file, String place) {
        return Format.of(place).orElseGet(() -> Format.of(file)).isWritten();
    }

    /** Whether it is a person who says of the document that {@code extract} is what it has in the field called {@code name}. */
    static boolean isSaid(SourceFile file, Extract extract, String name) {
        String origin = extract.origins().getOrDefault(name, FrontMatter.ORIGIN);
        return isWritten(file, place(file, extract)) && origin.equals(FrontMatter.ORIGIN);
    }

    private static boolean valid(String id, SourceFile file, Consumer<Note> notes) {
        Optional<String> fault = Document.idFault(id);
        fault.ifPresent(message -> notes.accept(
                new Note(NoteKind.ID_REPLACED, file.relative(), 0, message + "; its path is taken as the id instead")));
        return fault.isEmpty();
    }

    /** Tells that nobody has said something of the document in {@code line} of a file of records, or of the whole file if 0. */
    private static void tellWhatIsUnknown(String place, int line, Metadata metadata, Consumer<Note> notes) {
        List<String> unknown = new ArrayList<>();
        if (metadata.source().isEmpty()) {
            unknown.add("source");
        }
        if (!metadata.date().known()) {
            unknown.add("date");
        }
        if (metadata.stance().isEmpty()) {
            unknown.add("stance");
        }
        if (!unknown.isEmpty()) {
            notes.accept(new Note(
                    NoteKind.UNDESCRIBED,
                    unknown,
                    place,
                    line,
                    "not in the catalogue: indexed with unknown " + String.join(", ", unknown)));
        }
    }

    /** The text of {@code file}, in whatever charset that is. */
    private String text(SourceFile file, Consumer<Note> notes) throws IOException, UnreadableException {
        Format format = Format.of(file);
        long size = Files.size(file.path());
        if (size == 0) {
            throw new UnreadableException(NoteKind.EMPTY, "it is empty");
        }
        if (size > maxDocument) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has " + (size >> 20) + " MB, more than the " + (maxDocument >> 20)
                            + " MB that a text may have; split it, or see --max-document");
        }
        byte[] bytes = Files.readAllBytes(file.path());
        boolean declares = format == Format.HTML || format == Format.XML;
        Optional<Charset> declared = declares ? Html.charset(bytes) : Optional.empty();
        Encodings.Decoded decoded = Encodings.decode(bytes, declared);
        decoded.remark()
                .ifPresent(told -> notes.accept(
                        new Note(told.kind(), List.of(told.charset()), file.relative(), 0, told.message())));
        return decoded.text();
    }

    private Extract extract(SourceFile file, Consumer<Note> notes) throws IOException, UnreadableException {
        Format format = Format.of(file);
        String text = text(file, notes);
        if (format == Format.HTML) {
            boolean xhtml = file.relative().toLowerCase(Locale.ROOT).endsWith(".xhtml");
            return xhtml ? Html.readXhtml(text) : Html.read(text);
        }
        if (format == Format.SUBTITLES) {
            return Subtitles.read(text);
        }
        Extract matter = FrontMatter.read(
                text,
                stances,
                fault -> notes.accept(new Note(
                        fault.kind(), file.relative(), fault.line(), "in its front matter: " + fault.message())));
        if (format == Format.TEXT) {
            return matter;
        }
        Markdown markdown = Markdown.of(matter.text());
        boolean titled = file.entry().isPresent() || !file.listed().title().isEmpty();
        Metadata shown = new Metadata(
                titled ? "" : markdown.title(), "", List.of(), wherein.time.EdtfDate.UNKNOWN, "", "", "", Map.of());
        Map<String, String> origins = new TreeMap<>(matter.origins());
        if (!shown.title().isEmpty()) {
            origins.putIfAbsent("title", "its heading");
        }
        return new Extract(
                matter.text(),
                matter.id(),
                matter.within(),
                matter.metadata().orElse(shown),
                markdown.regions(),
                matter.cues(),
                origins,
                matter.line());
    }

    /** Puts the catalogue's lines in their places. */
    private static Document laidOut(
            SourceFile file,
            String id,
            Extract extract,
            Metadata metadata,
            Map<String, String> origins,
            Consumer<Note> notes) {
        List<Part> parts = new ArrayList<>();
        List<Region> regions = new ArrayList<>(extract.regions());
        if (file.layout().isPresent() && extract.within().isEmpty()) {
            List<Span> lines = Lines.of(extract.text());
            Metadata inherited = metadata.ofParts();
            for (Catalogue.LinePart part : file.layout().get().parts()) {
                span(part.lines(), lines, extract.line() - 1, file, notes)
                        .ifPresent(
                                span -> parts.add(new Part(span, part.metadata().orElse(inherited))));
            }
            List<Span> boilerplate = file.layout().get().boilerplate().stream()
                    .flatMap(range -> span(range, lines, extract.line() - 1, file, notes).stream())
                    .toList();
            leaveOut(boilerplate, regions);
        }
        return new Document(
                id, file.relative(), extract.text(), metadata, parts, regions, extract.cues(), origins, extract.ocr());
    }

    /** Puts {@code boilerplate} in the place of all other regions that it overlaps. */
    private static void leaveOut(List<Span> boilerplate, List<Region> regions) {
        // The end of the farthest reaching range that begins at or before a position.
        NavigableMap<Integer, Integer> reach = new TreeMap<>();
        int farthest = 0;
        for (Span span : boilerplate.stream().sorted().toList()) {
            farthest = Math.max(farthest, span.end());
            reach.put(span.start(), farthest);
        }
        regions.removeIf(region -> {
            Map.Entry<Integer, Integer> before = reach.lowerEntry(region.span().end());
            return region.block() != Block.BOILERPLATE
                    && before != null
                    && before.getValue() > region.span().start();
        });
        boilerplate.forEach(span -> regions.add(new Region(span, Block.BOILERPLATE)));
    }

    private static Optional<Span> span(
            Catalogue.LineRange range, List<Span> lines, int before, SourceFile file, Consumer<Note> notes) {
        int first = range.first() - before;
        int last = range.last() - before;
        if (first < 1 || last > lines.size()) {
            notes.accept(new Note(
                    NoteKind.BAD_LAYOUT,
                    file.relative(),
                    range.first(),
                    "the catalogue names lines " + range.first() + " to " + range.last() + ", the text has lines "
                            + (before + 1) + " to " + (before + lines.size()) + "; left out"));
            return Optional.empty();
        }
        return Optional.of(
                new Span(lines.get(first - 1).start(), lines.get(last - 1).end()));
    }
}
