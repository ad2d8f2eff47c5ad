package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import wherein.document.Block;

/**
 * A text of Word 97 to 2003 as its reader sees it, without deleted and hidden words and the codes of fields; of Word 6 and 95, its
 * paragraphs. Notes, comments and text boxes stand behind the text, headers and footers are boilerplate.
 */
final class Doc {

    /** What Word has in the text for cells, fields and lines ([MS-DOC], section 2.4). */
    private static final char CELL = 7;

    private static final char LINE = 11;
    private static final char PAGE = 12;
    private static final char FIELD = 0x13;
    private static final char RESULT = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char HYPHEN = 0x1E;

    private final TextWriter out;
    private HWPFDocument document;

    /** For each field that is open, whether its result has begun. */
    private final List<Boolean> fields = new ArrayList<>();

    private Doc(long most) {
        this.out = new TextWriter(most);
    }

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            return new Doc(most).read(system);
        } catch (EncryptedDocumentException e) {
            throw BinaryFile.locked();
        }
    }

    private Extract read(POIFSFileSystem system) throws IOException, UnreadableException {
        try {
            document = new HWPFDocument(system);
        } catch (OldWordFileFormatException e) {
            return old(system);
        }
        paragraphs(document.getRange(), out, Block.PROSE);
        paragraphs(document.getMainTextboxRange(), out, Block.PROSE);
        paragraphs(document.getFootnoteRange(), out, Block.PROSE);
        paragraphs(document.getEndnoteRange(), out, Block.PROSE);
        paragraphs(document.getCommentsRange(), out, Block.PROSE);
        TextWriter frame = out.apart();
        paragraphs(document.getHeaderStoryRange(), frame, Block.BOILERPLATE);
        out.append(frame, Block.BOILERPLATE);
        return Compound.facts(document).extract(out);
    }

    private Extract old(POIFSFileSystem system) throws IOException, UnreadableException {
        try (HWPFOldDocument old = new HWPFOldDocument(system);
                Word6Extractor extractor = new Word6Extractor(old)) {
            for (String paragraph : extractor.getText().split("[\r\n]")) {
                out.words(WordExtractor.stripFields(paragraph).replace(CELL, ' '));
                out.end(Block.PROSE);
            }
            return Compound.facts(old).extract(out);
        }
    }

    private void paragraphs(Range range, TextWriter to, Block usual) throws UnreadableException {
        fields.clear();
        if (range == null) {
            return;
        }
        TableRow row = null;
        TextWriter cell = null;
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (!paragraph.isInTable()) {
                words(paragraph, to);
                to.end(block(paragraph, usual));
                continue;
            }
            row = row == null ? new TableRow() : row;
            if (paragraph.isTableRowEnd()) {
                row.write(to);
                row = null;
                cell = null;
                continue;
            }
            cell = cell == null ? to.apart() : cell;
            words(paragraph, cell);
            cell.end(block(paragraph, usual));
            if (paragraph.text().endsWith(String.valueOf(CELL))) {
                row.add(cell);
                cell = null;
            }
        }
        if (row != null) {
            if (cell != null) {
                row.add(cell);
            }
            row.write(to);
        }
    }

    private Block block(Paragraph paragraph, Block usual) {
        if (usual != Block.PROSE) {
            return usual;
        }
        StyleDescription style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        String name =
                style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        if (name.matches("toc \\d+.*")) {
            return Block.BOILERPLATE;
        }
        if (name.matches("caption.*")) {
            return Block.CAPTION;
        }
        if (name.matches("(?:heading \\d+|title|subtitle).*") || paragraph.getLvl() < 9) {
            return Block.HEADING;
        }
        return paragraph.isInList() ? Block.LIST : Block.PROSE;
    }

    private void words(Paragraph paragraph, TextWriter to) throws UnreadableException {
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            boolean shown = !run.isMarkedDeleted() && !run.isVanished();
            String text = run.text();
            StringBuilder words = new StringBuilder();
            for (int j = 0; j < text.length(); j++) {
                char c = text.charAt(j);
                switch (c) {
                    case FIELD -> fields.add(false);
                    case RESULT -> {
                        if (!fields.isEmpty()) {
                            fields.set(fields.size() - 1, true);
                        }
                    }
                    case FIELD_END -> {
                        if (!fields.isEmpty()) {
                            fields.removeLast();
                        }
                    }
                    case LINE -> {
                        to.words(words);
                        words.setLength(0);
                        if (shown) {
                            to.line();
                        }
                    }
                    default -> {
                        if (shown && !fields.contains(false)) {
                            words.append(c == HYPHEN ? '-' : c == PAGE ? ' ' : c);
                        }
                    }
                }
            }
            to.words(words);
        }
    }
}
