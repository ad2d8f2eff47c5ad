package wherein.format.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What somebody has filled into the fields of a form, as glyphs where the fields stand on their pages, so that it is read behind the words
 * that are printed before them.
 */
final class FormGlyphs {

    /** Fields of a document, and letters of one, that are read at most. */
    private static final int MOST_FIELDS = 20_000;

    private static final int MOST_LETTERS = 20_000;

    private static final float LARGEST = 11;

    /** How wide a letter is, and how far two lines are apart, in sizes of the font. */
    private static final float WIDTH = 0.45f;

    private static final float LINE = 1.2f;

    /** What stands for a box that is ticked. */
    private static final String TICK = "☒";

    private final Map<COSBase, PDField> fields = new IdentityHashMap<>();

    /** Of {@code document}; what is wrong with its form says nothing. */
    FormGlyphs(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                for (PDField field : form.getFieldTree()) {
                    if (fields.size() >= MOST_FIELDS) {
                        break;
                    }
                    field.getWidgets().forEach(widget -> fields.put(widget.getCOSObject(), field));
                }
            }
        } catch (RuntimeException e) {
            fields.clear();
        }
    }

    /** Adds what is filled in on {@code page} to the glyphs that it draws, by the angle of their lines. */
    List<List<Glyph>> with(PDPage page, List<List<Glyph>> drawn) throws IOException {
        if (fields.isEmpty()) {
            return drawn;
        }
        List<Glyph> all = new ArrayList<>(drawn.isEmpty() ? List.of() : drawn.getFirst());
        for (PDAnnotation annotation : page.getAnnotations()) {
            PDField field = fields.get(annotation.getCOSObject());
            if (field != null && annotation instanceof PDAnnotationWidget widget && widget.getRectangle() != null) {
                add(value(field, widget), widget.getRectangle(), page.getCropBox(), all);
            }
        }
        if (all.isEmpty()) {
            return drawn;
        }
        List<List<Glyph>> with = new ArrayList<>();
        with.add(all);
        with.addAll(drawn.isEmpty() ? List.of() : drawn.subList(1, drawn.size()));
        return with;
    }

    private static String value(PDField field, PDAnnotationWidget widget) {
        if (widget.isHidden() || field instanceof PDSignatureField) {
            return "";
        }
        if (field instanceof PDButton) {
            COSName state = widget.getAppearanceState();
            return state == null || state.equals(COSName.Off) ? "" : TICK;
        }
        String value = field.getValueAsString();
        return value.length() > MOST_LETTERS ? value.substring(0, MOST_LETTERS) : value;
    }

    private static void add(String value, PDRectangle place, PDRectangle page, List<Glyph> glyphs) {
        String[] lines = value.strip().split("\\R");
        float size = Math.clamp(0.7f * place.getHeight() / Math.max(1, lines.length), 4, LARGEST);
        float x = place.getLowerLeftX() - page.getLowerLeftX();
        float top = place.getUpperRightY() - page.getLowerLeftY();
        // One line stands in the middle of its field, and several begin at its upper edge.
        float first = lines.length == 1 ? top - (place.getHeight() + 0.7f * size) / 2 : top - size;
        for (int i = 0; i < lines.length; i++) {
            int[] letters = Glyphs.text(lines[i]).codePoints().toArray();
            float width = Math.min(WIDTH * size, place.getWidth() / Math.max(1, letters.length));
            for (int j = 0; j < letters.length; j++) {
                float from = x + 2 + j * width;
                glyphs.add(new Glyph(
                        Character.toString(letters[j]),
                        from,
                        from + width,
                        i * LINE * size - first,
                        size,
                        width,
                        false,
                        glyphs.size(),
                        Glyph.DRAWN));
            }
        }
    }
}
