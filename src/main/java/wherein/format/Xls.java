package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFTextbox;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import wherein.document.Block;

/** A workbook of Excel 97 to 2003, read as {@link Xlsx} is; of Excel 5 and 95, the texts in it. */
final class Xls {

    private Xls() {}

    static void read(Path file, long most, Extracts extracts) throws IOException, UnreadableException {
        TextWriter out = new TextWriter(most);
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(system, false)) {
            int hidden = 0;
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
                    hidden++;
                } else {
                    sheet(workbook.getSheetAt(i), workbook, out);
                }
            }
            Hidden.tell(hidden, extracts);
            extracts.add(Compound.facts(workbook).extract(out));
        } catch (EncryptedDocumentException e) {
            throw BinaryFile.locked();
        } catch (OldExcelFormatException e) {
            extracts.add(old(file, out));
        }
    }

    private static Extract old(Path file, TextWriter out) throws IOException, UnreadableException {
        try (OldExcelExtractor extractor = new OldExcelExtractor(file.toFile())) {
            for (String line : extractor.getText().split("\n")) {
                out.words(line);
                out.end(Block.PROSE);
            }
        }
        return new FileFacts().extract(out);
    }

    private static void sheet(HSSFSheet sheet, HSSFWorkbook workbook, TextWriter out) throws UnreadableException {
        boolean since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        TextWriter rows = out.apart();
        Sheet table = new Sheet(rows);
        for (Row row : sheet) {
            SortedMap<Integer, Sheet.Cell> cells = new TreeMap<>();
            for (Cell cell : row) {
                cells.put(cell.getColumnIndex(), cell(cell, since1904));
            }
            table.row(cells);
        }
        for (Comment comment : sheet.getCellComments().values()) {
            rows.words(comment.getString() == null ? "" : comment.getString().getString());
            rows.end(Block.PROSE);
        }
        if (sheet.getDrawingPatriarch() != null) {
            for (Object shape : sheet.getDrawingPatriarch()) {
                if (shape instanceof HSSFTextbox box && !(shape instanceof Comment) && box.getString() != null) {
                    rows.words(box.getString().getString());
                    rows.end(Block.PROSE);
                }
            }
        }
        if (!rows.isEmpty()) {
            out.words(sheet.getSheetName());
            out.end(Block.HEADING);
            out.append(rows);
        }
    }

    private static Sheet.Cell cell(Cell cell, boolean since1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> new Sheet.Cell(cell.getRichStringCellValue().getString(), true);
            case BOOLEAN -> new Sheet.Cell(cell.getBooleanCellValue() ? "TRUE" : "FALSE", false);
            case NUMERIC -> {
                int format = cell.getCellStyle().getDataFormat();
                String code = cell.getCellStyle().getDataFormatString();
                yield new Sheet.Cell(
                        CellText.of(cell.getNumericCellValue(), format, code == null ? "" : code, since1904), false);
            }
            default -> new Sheet.Cell("", false);
        };
    }
}
