package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.poi.POIDocument;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What is common to the formats of Office 97, files in a file, and what such a file says of itself. */
final class Compound {

    private Compound() {}

    /** What {@code file} is, told by what is in it; {@code format} if that does not tell. */
    static BinaryFormat format(Path file, BinaryFormat format) throws IOException, UnreadableException {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = system.getRoot();
            if (root.hasEntry("EncryptedPackage")) {
                throw BinaryFile.locked();
            }
            if (root.hasEntry("WordDocument")) {
                return BinaryFormat.DOC;
            }
            if (root.hasEntry("Workbook") || root.hasEntry("Book") || root.hasEntry("BOOK")) {
                return BinaryFormat.XLS;
            }
            if (root.hasEntry("PowerPoint Document")) {
                return BinaryFormat.PPT;
            }
            return format;
        }
    }

    /** What {@code document} says of itself; it has to be one whose parts are sound. */
    static FileFacts facts(POIDocument document) {
        FileFacts facts = new FileFacts();
        SummaryInformation said = document.getSummaryInformation();
        if (said != null) {
            facts.title(said.getTitle(), "document properties: title");
            facts.author(said.getAuthor(), "document properties: author");
            facts.created(day(said.getCreateDateTime()), "document properties: created");
            facts.modified(day(said.getLastSaveDateTime()), "document properties: last saved");
        }
        return facts;
    }

    private static LocalDate day(Date time) {
        return time == null ? null : time.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
