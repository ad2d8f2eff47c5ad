package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFComment;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.Placeholder;
import wherein.document.Block;

/** A presentation of PowerPoint 97 to 2003, read as {@link Pptx} is. */
final class Ppt {

    private Ppt() {}

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        TextWriter out = new TextWriter(most);
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true);
                HSLFSlideShow show = new HSLFSlideShow(system)) {
            for (HSLFSlide slide : show.getSlides()) {
                out.page(Integer.toString(slide.getSlideNumber()));
                TextWriter title = out.apart();
                TextWriter rest = out.apart();
                String heading = slide.getTitle();
                shapes(slide.getShapes(), heading == null ? "" : heading.strip(), title, rest);
                out.append(title);
                out.append(rest);
                HSLFNotes notes = slide.getNotes();
                if (notes != null) {
                    TextWriter spoken = out.apart();
                    shapes(notes.getShapes(), "", spoken, spoken);
                    out.append(spoken, Block.PROSE);
                }
                for (HSLFComment comment : slide.getComments()) {
                    out.words(comment.getText() == null ? "" : comment.getText());
                    out.end(Block.PROSE);
                }
            }
            return Compound.facts(show.getSlideShowImpl()).extract(out);
        } catch (EncryptedDocumentException e) {
            throw BinaryFile.locked();
        }
    }

    private static void shapes(List<HSLFShape> shapes, String heading, TextWriter title, TextWriter rest)
            throws UnreadableException {
        for (HSLFShape shape : shapes) {
            switch (shape) {
                case HSLFTable table -> table(table, rest);
                case HSLFGroupShape group -> shapes(group.getShapes(), heading, title, rest);
                case HSLFTextShape text -> text(text, heading, title, rest);
                default -> {
                    // Pictures and lines.
                }
            }
        }
    }

    private static void text(HSLFTextShape shape, String heading, TextWriter title, TextWriter rest)
            throws UnreadableException {
        Placeholder place = shape.getPlaceholder();
        if (place == Placeholder.SLIDE_NUMBER || place == Placeholder.SLIDE_IMAGE) {
            return;
        }
        String words = shape.getText() == null ? "" : shape.getText();
        boolean heads = !heading.isEmpty() && words.strip().equals(heading) && title.isEmpty();
        Block block = heads
                ? Block.HEADING
                : place == Placeholder.DATETIME || place == Placeholder.FOOTER || place == Placeholder.HEADER
                        ? Block.BOILERPLATE
                        : Block.PROSE;
        TextWriter to = heads ? title : rest;
        for (String paragraph : words.split("[\n\r]")) {
            to.words(paragraph.replace('\u000b', ' '));
            to.end(block);
        }
    }

    private static void table(HSLFTable table, TextWriter to) throws UnreadableException {
        for (int i = 0; i < table.getNumberOfRows(); i++) {
            TableRow row = new TableRow();
            for (int j = 0; j < table.getNumberOfColumns(); j++) {
                HSLFTableCell cell = table.getCell(i, j);
                TextWriter words = to.apart();
                words.words(cell == null || cell.getText() == null ? "" : cell.getText());
                row.add(words);
            }
            row.write(to);
        }
    }
}
