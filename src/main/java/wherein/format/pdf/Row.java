package wherein.format.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Glyphs on one base line, from left to right, none of them white space; not necessarily of one column. */
final class Row {

    /** Base lines so near, in sizes of the font, are one. */
    private static final float SAME = 0.15f;

    private final List<Glyph> glyphs;
    private final float y;
    private final float size;

    private Row(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        this.y = glyphs.getFirst().y();
        float[] sizes = new float[glyphs.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = glyphs.get(i).size();
        }
        Arrays.sort(sizes);
        this.size = sizes[sizes.length / 2];
        glyphs.sort(Comparator.comparingDouble(Glyph::x0));
    }

    /** The rows of {@code glyphs}, from top to bottom. Takes as long as sorting them. */
    static List<Row> of(List<Glyph> glyphs) {
        List<Glyph> inked = new ArrayList<>(glyphs);
        inked.removeIf(Glyph::isSpace);
        inked.sort(Comparator.comparingDouble(Glyph::y));
        List<Row> rows = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        for (Glyph glyph : inked) {
            if (!open.isEmpty()
                    && glyph.y() - open.getFirst().y()
                            > SAME * Math.max(glyph.size(), open.getFirst().size())) {
                rows.add(new Row(open));
                open = new ArrayList<>();
            }
            open.add(glyph);
        }
        if (!open.isEmpty()) {
            rows.add(new Row(open));
        }
        return rows;
    }

    /** The part of it between {@code from} and {@code to}; null if there is none. */
    Row between(float from, float to) {
        List<Glyph> part = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (glyph.middle() >= from && glyph.middle() < to) {
                part.add(glyph);
            }
        }
        return part.isEmpty() ? null : new Row(part);
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    float y() {
        return y;
    }

    /** Of most of its glyphs. */
    float size() {
        return size;
    }

    float x0() {
        return glyphs.getFirst().x0();
    }

    float x1() {
        float end = glyphs.getFirst().x1();
        for (Glyph glyph : glyphs) {
            end = Math.max(end, glyph.x1());
        }
        return end;
    }
}
