package wherein.collection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wherein.document.Metadata;

/**
 * A file of a collection, and what the collection says of it.
 *
 * @param path where it lies
 * @param relative its path from the collection's root, with {@code /} between folders
 * @param entry what the catalogue says of it
 * @param layout where in its lines what stands; present if {@code entry} is
 * @param listed what the table of metadata beside the files says, and the catalogue of many files at once
 * @param within the same of single documents in it, by what tells these apart, where the table says it
 * @param entriesWithin what the catalogue says of single documents in it, by what tells these apart
 */
public record SourceFile(
        Path path,
        String relative,
        Optional<Catalogue.Entry> entry,
        Optional<Catalogue.Layout> layout,
        Metadata listed,
        Map<String, Metadata> within,
        Map<String, Catalogue.Entry> entriesWithin) {

    /** Takes copies. */
    public SourceFile {
        within = Map.copyOf(within);
        entriesWithin = Map.copyOf(entriesWithin);
    }

    /** A file in which no document is spoken of apart. */
    public SourceFile(
            Path path,
            String relative,
            Optional<Catalogue.Entry> entry,
            Optional<Catalogue.Layout> layout,
            Metadata listed) {
        this(path, relative, entry, layout, listed, Map.of(), Map.of());
    }

    /** What is {@link #listed} of the document that {@code within} tells from the others of the file. */
    Metadata listed(String within) {
        return this.within.getOrDefault(within, listed);
    }

    /** The entry of the catalogue for the document that {@code within} tells from the others of the file; empty if there is none. */
    Optional<Catalogue.Entry> entry(String within) {
        return within.isEmpty() ? entry : Optional.ofNullable(entriesWithin.get(within));
    }
}
