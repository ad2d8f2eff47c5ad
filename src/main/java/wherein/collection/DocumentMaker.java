package wherein.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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
import wherein.format.Extract;
import wherein.text.Span;

/**
 * From what a file gives to the documents that it is: their ids; their metadata, as the catalogue, the table of the folder, a person or
 * the file itself says it; and the catalogue's lines in their places. What cannot be a document, and what nobody says of one, is told.
 */
final class DocumentMaker {

    private final SourceFile file;
    private final Set<String> stances;
    private final Consumer<Note> notes;

    /**
     * Of the documents of one file.
     *
     * @param stances the collection's closed list; empty where any stance will do
     */
    DocumentMaker(SourceFile file, Set<String> stances, Consumer<Note> notes) {
        this.file = file;
        this.stances = stances;
        this.notes = notes;
    }

    /** The document that {@code extract} is; empty, and told, if it cannot be one. */
    Optional<Document> document(Extract extract) {
        boolean whole = extract.within().isEmpty();
        int line = whole ? 0 : extract.line();
        String place = place(file, extract);
        if (extract.text().isBlank()) {
            return refused(NoteKind.EMPTY, place, line, whole ? "it is empty" : "its text is empty");
        }
        Metadata own = known(extract, place);
        Optional<Catalogue.Entry> entry = file.entry(extract.within());
        Metadata metadata = entry.map(Catalogue.Entry::metadata)
                .orElse(Metadata.UNKNOWN)
                .orElse(file.entry().map(Catalogue.Entry::metadata).orElse(Metadata.UNKNOWN))
                .orElse(own);
        String id = entry.map(Catalogue.Entry::id)
                .or(() -> extract.id().filter(given -> !whole || valid(given)))
                .orElse(file.relative() + extract.within());
        Optional<String> fault = Document.idFault(id);
        if (fault.isPresent()) {
            String message = whole ? fault.get() + "; give it an id in the catalogue" : fault.get();
            return refused(NoteKind.BAD_ID, place, line, message);
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
            tellWhatIsUnknown(place, line, metadata);
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
        return Optional.of(laidOut(id, extract, metadata, origins));
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

    private Optional<Document> refused(NoteKind kind, String place, int line, String message) {
        notes.accept(new Note(kind, place, line, "not indexed: " + message));
        return Optional.empty();
    }

    /** What front matter, the table and the file itself say, in this order; a stance that is not on the list is told and left out. */
    private Metadata known(Extract extract, String place) {
        int line = extract.within().isEmpty() ? 0 : extract.line();
        Metadata said = extract.metadata();
        Metadata listed = file.listed(extract.within());
        Optional<String> fault = Catalogue.stanceFault(said.stance(), stances);
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

    private boolean valid(String id) {
        Optional<String> fault = Document.idFault(id);
        fault.ifPresent(message -> notes.accept(
                new Note(NoteKind.ID_REPLACED, file.relative(), 0, message + "; its path is taken as the id instead")));
        return fault.isEmpty();
    }

    /** Tells that nobody has said something of the document in {@code line} of a file of records, or of the whole file if 0. */
    private void tellWhatIsUnknown(String place, int line, Metadata metadata) {
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

    /** Puts the catalogue's lines in their places. */
    private Document laidOut(String id, Extract extract, Metadata metadata, Map<String, String> origins) {
        List<Part> parts = new ArrayList<>();
        List<Region> regions = new ArrayList<>(extract.regions());
        if (file.layout().isPresent() && extract.within().isEmpty()) {
            List<Span> lines = Lines.of(extract.text());
            Metadata inherited = metadata.ofParts();
            for (Catalogue.LinePart part : file.layout().get().parts()) {
                span(part.lines(), lines, extract.line() - 1)
                        .ifPresent(
                                span -> parts.add(new Part(span, part.metadata().orElse(inherited))));
            }
            List<Span> boilerplate = file.layout().get().boilerplate().stream()
                    .flatMap(range -> span(range, lines, extract.line() - 1).stream())
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

    private Optional<Span> span(Catalogue.LineRange range, List<Span> lines, int before) {
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
