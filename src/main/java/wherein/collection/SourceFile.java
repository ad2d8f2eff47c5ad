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
 * @param patterns what the catalogue says of many files at once, if they may lie in this one
 */
public record SourceFile(
        Path path,
        String relative,
        Optional<Catalogue.Entry> entry,
        Optional<Catalogue.Layout> layout,
        Metadata listed,
        Map<String, Metadata> within,
        Map<String, Catalogue.Entry> entriesWithin,
        Patterns patterns) {

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
        this(path, relative, entry, layout, listed, Map.of(), Map.of(), Patterns.NONE);
    }

    /** What is {@link #listed} of the document that {@code within} tells from the others of the file. */
    Metadata listed(String within) {
        Metadata row = this.within.getOrDefault(within, this.within.get(unnumbered(within)));
        Metadata pattern = within.startsWith("/") ? patterns.of(relative + unnumbered(within)) : Metadata.UNKNOWN;
        return row == null ? pattern.orElse(listed) : row.orElse(pattern);
    }

    /** What {@code within} names without the number of a record or mail, as a file in an archive; empty if there is a number alone. */
    static String unnumbered(String within) {
        int number = within.lastIndexOf('#');
        return number < 0 ? within : within.substring(0, number);
    }

    /** The entry of the catalogue for the document that {@code within} tells from the others of the file; empty if there is none. */
    Optional<Catalogue.Entry> entry(String within) {
        return within.isEmpty() ? entry : Optional.ofNullable(entriesWithin.get(within));
    }
}
