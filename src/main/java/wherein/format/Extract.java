package wherein.format;

import java.util.List;
import java.util.Optional;
import wherein.document.Metadata;
import wherein.document.Region;

/**
 * What a format gives of a file: its text, and what the file itself says.
 *
 * @param text the text that is indexed
 * @param id an id that the file gives itself
 * @param metadata what the file says of itself
 * @param regions runs of which the format knows what they are
 * @param linesBefore lines of the file that stand before the text, such as front matter
 */
public record Extract(String text, Optional<String> id, Metadata metadata, List<Region> regions, int linesBefore) {}
