package wherein.collection;

import java.nio.file.Path;
import java.util.Optional;
import wherein.document.Metadata;

/**
 * A file of a collection, and what the collection says of it.
 *
 * @param path where it lies
 * @param relative its path from the collection's root, with {@code /} between folders
 * @param entry what the catalogue says of it
 * @param layout where in its lines what stands; present if {@code entry} is
 * @param listed what the table of metadata beside the files says
 */
public record SourceFile(
        Path path,
        String relative,
        Optional<Catalogue.Entry> entry,
        Optional<Catalogue.Layout> layout,
        Metadata listed) {}
