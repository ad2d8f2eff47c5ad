package wherein.collection;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Languages;
import wherein.document.Lines;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.document.Part;
import wherein.document.Region;
import wherein.format.Encodings;
import wherein.format.Extract;
import wherein.format.Html;
import wherein.format.Markdown;
import wherein.format.Pdf;
import wherein.format.Unreadable;
import wherein.format.UnreadableException;
import wherein.text.Span;

/**
 * From a file to its documents: one, or, of a file of records, one a record. What cannot be read becomes a note, and
 * never ends the run. Safe for use by several threads at once.
 */
public final class DocumentReader {

    /** The formats that are read, for messages. */
    public static final String FORMATS = "one of .txt, .md, .html, .htm, .xhtml, .pdf, .jsonl, .ndjson";

    /** A text of more bytes is reported, not indexed, unless a reader asks for more. */
    public static final long MAX_DOCUMENT = 32L << 20;

    private final Map<String, String> stances;
    private final long maxDocument;

    /** What a file is, told by its extension. */
    enum Format {
        TEXT,
        MARKDOWN,
        HTML,
        PDF,
        RECORDS
    }

    /**
     * A reader for the files of one collection.
     *
     * @param stances the collection's closed list; empty where any stance will do
     * @param maxDocument the greatest size of a text, in bytes
     */
    public DocumentReader(Map<String, String> stances, long maxDocument) {
        this.stances = Map.copyOf(stances);
        this.maxDocument = maxDocument;
    }

    /** The format of a file of this name; empty if it is none that is read. */
    static Optional<Format> format(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "txt" -> Optional.of(Format.TEXT);
            case "md", "markdown" -> Optional.of(Format.MARKDOWN);
            case "html", "htm", "xhtml" -> Optional.of(Format.HTML);
            case "pdf" -> Optional.of(Format.PDF);
            case "jsonl", "ndjson" -> Optional.of(Format.RECORDS);
            default -> Optional.empty();
        };
    }

    /**
     * Hands each document in {@code file} to {@code documents}, and what a reader should know to {@code notes}. No file
     * ends a run, not even one that brings out a fault of ours.
     */
    public void read(SourceFile file, Consumer<Document> documents, Consumer<Note> notes) {
        read(file, documents, notes, bytes -> {});
    }

    /** As {@link #read(SourceFile, Consumer, Consumer)}; tells {@code bytes} of how many were read, before what came of them. */
    public void read(SourceFile file, Consumer<Document> documents, Consumer<Note> notes, LongConsumer bytes) {
        try {
            Consumer<Extract> extracts =
                    extract -> document(file, extract, notes).ifPresent(documents);
            if (isRecords(file)) {
                new Records(file, maxDocument, extracts, notes, bytes).read();
            } else {
                Extract extract = extract(file, notes);
                bytes.accept(Files.size(file.path()));
                extracts.accept(extract);
            }
        } catch (UnreadableException e) {
            notes.accept(new Note(e.kind(), file.relative(), 0, "not indexed: " + e.getMessage()));
        } catch (IOException e) {
            String message = "not indexed: " + Unreadable.reason(e);
            notes.accept(new Note(NoteKind.UNREADABLE, file.relative(), 0, message));
        } catch (RuntimeException | StackOverflowError e) {
            notes.accept(Note.ofFault(file.relative(), e));
        }
    }

    /** Whether each line of {@code file} is a document. */
    public static boolean isRecords(SourceFile file) {
        return format(file.relative()).orElseThrow() == Format.RECORDS;
    }

    /**
     * What {@link #read} would make of {@code file}, told without reading it from {@code former}: the document that the same bytes
     * gave in another place, of which catalogue and table said the same. Empty where only reading tells.
     */
    public static Optional<Document> moved(Document former, SourceFile file) throws IOException {
        Format format = format(file.relative()).orElseThrow();
        boolean alike = format(former.file()).filter(format::equals).isPresent();
        boolean matter = format == Format.TEXT || format == Format.MARKDOWN;
        if (!alike || format == Format.RECORDS || matter && FrontMatter.mayBegin(file.path())) {
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
                        former.origins()));
    }

    /** The document that {@code extract} is; empty, and told, if it cannot be one. */
    private Optional<Document> document(SourceFile file, Extract extract, Consumer<Note> notes) {
        boolean whole = extract.within().isEmpty();
        int line = whole ? 0 : extract.line();
        if (extract.text().isBlank()) {
            return refused(NoteKind.EMPTY, file, line, whole ? "it is empty" : "its text is empty", notes);
        }
        Metadata own = known(file, line, extract.metadata(), notes);
        Metadata metadata = file.entry()
                .map(Catalogue.Entry::metadata)
                .orElse(Metadata.UNKNOWN)
                .orElse(own);
        Optional<String> said = whole ? file.entry().map(Catalogue.Entry::id) : Optional.empty();
        String id = said.or(() -> extract.id().filter(given -> !whole || valid(given, file, notes)))
                .orElse(file.relative() + extract.within());
        Optional<String> fault = Document.idFault(id);
        if (fault.isPresent()) {
            String message = whole ? fault.get() + "; give it an id in the catalogue" : fault.get();
            return refused(NoteKind.BAD_ID, file, line, message, notes);
        }
        if (metadata.language().isEmpty()) {
            metadata = metadata.withLanguage(Languages.of(extract.text()));
        }
        if (file.entry().isEmpty()) {
            tellWhatIsUnknown(file, line, metadata, notes);
        }
        return Optional.of(laidOut(file, id, extract, metadata, notes));
    }

    private static Optional<Document> refused(
            NoteKind kind, SourceFile file, int line, String message, Consumer<Note> notes) {
        notes.accept(new Note(kind, file.relative(), line, "not indexed: " + message));
        return Optional.empty();
    }

    /** What front matter, the table and the file itself say, in this order; a stance that is not on the list is told and left out. */
    private Metadata known(SourceFile file, int line, Metadata said, Consumer<Note> notes) {
        Optional<String> fault = Catalogue.stanceFault(said.stance(), stances.keySet());
        fault.ifPresent(message ->
                notes.accept(new Note(NoteKind.BAD_STANCE, file.relative(), line, message + " Left unknown.")));
        Metadata sound = fault.isPresent() ? said.withStance("") : said;
        // Front matter and records are a person's words for one document, the table's are for many: the nearer word
        // counts.
        // What a program wrote into a page or a print counts last.
        Format format = format(file.relative()).orElseThrow();
        boolean ofItself = format == Format.HTML || format == Format.PDF;
        return ofItself ? file.listed().orElse(sound) : sound.orElse(file.listed());
    }

    private static boolean valid(String id, SourceFile file, Consumer<Note> notes) {
        Optional<String> fault = Document.idFault(id);
        fault.ifPresent(message -> notes.accept(
                new Note(NoteKind.ID_REPLACED, file.relative(), 0, message + "; its path is taken as the id instead")));
        return fault.isEmpty();
    }

    /** Tells that nobody has said something of the document in {@code line} of a file of records, or of the whole file if 0. */
    private static void tellWhatIsUnknown(SourceFile file, int line, Metadata metadata, Consumer<Note> notes) {
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
                    file.relative(),
                    line,
                    "not in the catalogue: indexed with unknown " + String.join(", ", unknown)));
        }
    }

    private Extract extract(SourceFile file, Consumer<Note> notes) throws IOException, UnreadableException {
        Format format = format(file.relative()).orElseThrow();
        long size = Files.size(file.path());
        if (size == 0) {
            throw new UnreadableException(NoteKind.EMPTY, "it is empty");
        }
        if (format == Format.PDF) {
            return Pdf.read(file.path(), maxDocument);
        }
        if (size > maxDocument) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has " + (size >> 20) + " MB, more than the " + (maxDocument >> 20)
                            + " MB that a text may have; split it, or see --max-document");
        }
        byte[] bytes = Files.readAllBytes(file.path());
        Optional<Charset> declared = format == Format.HTML ? Html.charset(bytes) : Optional.empty();
        Encodings.Decoded decoded = Encodings.decode(bytes, declared);
        decoded.remark()
                .ifPresent(told -> notes.accept(
                        new Note(told.kind(), List.of(told.charset()), file.relative(), 0, told.message())));
        if (format == Format.HTML) {
            return Html.read(decoded.text());
        }
        Extract matter = FrontMatter.read(
                decoded.text(),
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
        return new Extract(
                matter.text(),
                matter.id(),
                matter.within(),
                matter.metadata().orElse(shown),
                markdown.regions(),
                matter.cues(),
                matter.origins(),
                matter.line());
    }

    /** Puts the catalogue's lines in their places. */
    private static Document laidOut(
            SourceFile file, String id, Extract extract, Metadata metadata, Consumer<Note> notes) {
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
                id, file.relative(), extract.text(), metadata, parts, regions, extract.cues(), extract.origins());
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
