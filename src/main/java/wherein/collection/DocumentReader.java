package wherein.collection;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
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
        private final DocumentMaker maker;

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
            this.maker = new DocumentMaker(file, stances.keySet(), notes);
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
            maker.document(usable(extract)).ifPresent(document -> documents.take(document, whole ? 0 : extract.line()));
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
}
