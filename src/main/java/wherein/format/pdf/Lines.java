package wherein.format.pdf;

import com.ibm.icu.lang.UCharacter;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the rows of a column together to lines: small glyphs above and below a base line belong to its line, accents to their letters,
 * a large first letter to the first of the lines beside it. A raised mark of a note behind a word is left out, as no
 * part of the sentence, and a power is written {@code ²}: neither is taken for a part of the word or number before it.
 */
final class Lines {

    /** A row of glyphs so much smaller than those of another may be its superscripts. */
    private static final float SMALLER = 0.86f;

    /** How far, in sizes of the larger font, such a row stands from the base line at most, and a raised glyph at least. */
    private static final float NEAR = 0.65f;

    private static final float RAISED = 0.12f;

    /** No two lines are nearer than this: letters of the same size are shifted, as in the names of some programs. */
    private static final float SHIFTED = 0.45f;

    /** A first letter of several lines is so much larger than they are. */
    private static final float DROPPED = 1.8f;

    private static final float CAPITAL_HEIGHT = 0.7f;
    private static final int LINES_BESIDE = 6;

    /** The width of white space, in sizes of the font, that ends a cell. */
    private static final float CELL = 1.4f;

    private static final Pattern NOTE = Pattern.compile("[\\[(]?\\d{1,3}(?:[,;–-]\\s?\\d{1,3})*[\\])]?");
    private static final Pattern SIGN = Pattern.compile("[*†‡§¶‖#]{1,3}");
    private static final Pattern POWER = Pattern.compile("[-−–+]?\\d{1,3}");

    /** What is raised to a power, as the word before it. */
    private static final Pattern BASE = Pattern.compile(
            "(?:^|[^\\p{L}\\p{M}])(?:[kcdmµ]?m|km|ft|in|yd|mi|s|к?м|[сдм]м|\\p{L})$|(?:[×·x*]\\s?10|^10)$|[)\\]]$");

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Marks that some fonts draw by themselves, and what they are when they stand on a letter. */
    private static final Map<Character, Character> ACCENTS = Map.ofEntries(
            Map.entry('´', '\u0301'),
            Map.entry('`', '\u0300'),
            Map.entry('¨', '\u0308'),
            Map.entry('ˆ', '\u0302'),
            Map.entry('^', '\u0302'),
            Map.entry('˜', '\u0303'),
            Map.entry('~', '\u0303'),
            Map.entry('¯', '\u0304'),
            Map.entry('ˉ', '\u0304'),
            Map.entry('˘', '\u0306'),
            Map.entry('˙', '\u0307'),
            Map.entry('˚', '\u030A'),
            Map.entry('°', '\u030A'),
            Map.entry('˝', '\u030B'),
            Map.entry('ˇ', '\u030C'),
            Map.entry('¸', '\u0327'),
            Map.entry('˛', '\u0328'));

    private static final Set<Byte> RIGHT_TO_LEFT =
            Set.of(Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private final int page;

    private Lines(int page) {
        this.page = page;
    }

    /** The lines that {@code rows} of one column are, from top to bottom. Takes as long as sorting their glyphs. */
    static List<Line> of(List<Row> rows, int page) {
        return new Lines(page).all(rows);
    }

    /** A row, and what belongs to it of others. */
    private static final class Draft {
        private final Row row;
        private final List<Glyph> glyphs;

        Draft(Row row) {
            this.row = row;
            this.glyphs = new ArrayList<>(row.glyphs());
        }
    }

    private List<Line> all(List<Row> rows) {
        Draft[] drafts = new Draft[rows.size()];
        for (int i = 0; i < drafts.length; i++) {
            drafts[i] = new Draft(rows.get(i));
        }
        for (int i = 0; i < drafts.length; i++) {
            int of = lineOfScripts(rows, i);
            if (of >= 0) {
                drafts[of].glyphs.addAll(drafts[i].glyphs);
                drafts[i].glyphs.clear();
            }
        }
        for (int i = 0; i < drafts.length; i++) {
            raiseFirstLetter(drafts, i);
        }
        List<Line> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!draft.glyphs.isEmpty()) {
                draft.glyphs.sort(Comparator.comparingDouble(Glyph::x0));
                lines.add(line(draft));
            }
        }
        return lines;
    }

    /** The row of which row {@code i} holds the superscripts, subscripts or accents; negative if it is a line of its own. */
    private static int lineOfScripts(List<Row> rows, int i) {
        Row small = rows.get(i);
        int best = -1;
        float nearest = Float.MAX_VALUE;
        for (int j = Math.max(0, i - 3); j < Math.min(rows.size(), i + 4); j++) {
            Row large = rows.get(j);
            float distance = Math.abs(large.y() - small.y());
            boolean fewer = small.glyphs().size() < large.glyphs().size() && distance < SHIFTED * large.size();
            boolean script = small.size() <= SMALLER * large.size() || isAccents(small) || fewer;
            boolean beside = small.x0() >= large.x0() - large.size() && small.x1() <= large.x1() + 2 * large.size();
            if (j != i && script && beside && distance < NEAR * large.size() && distance < nearest) {
                best = j;
                nearest = distance;
            }
        }
        return best;
    }

    private static boolean isAccents(Row row) {
        for (Glyph glyph : row.glyphs()) {
            if (glyph.text().length() != 1
                    || !ACCENTS.containsKey(glyph.text().charAt(0))
                            && Character.getType(glyph.text().charAt(0)) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return true;
    }

    /** A first letter as high as several lines stands on the base line of the last of them, and belongs to the first. */
    private static void raiseFirstLetter(Draft[] drafts, int i) {
        List<Glyph> glyphs = drafts[i].glyphs;
        if (glyphs.isEmpty() || !Character.isLetter(glyphs.getFirst().text().codePointAt(0))) {
            return;
        }
        Glyph first = glyphs.getFirst();
        if (glyphs.size() > 1 && glyphs.get(1).size() * DROPPED > first.size()) {
            return;
        }
        float top = first.y() - CAPITAL_HEIGHT * first.size();
        int to = -1;
        for (int j = i - 1; j >= Math.max(0, i - LINES_BESIDE); j--) {
            Draft draft = drafts[j];
            boolean beside = !draft.glyphs.isEmpty()
                    && draft.row.y() > top
                    && draft.row.size() * DROPPED <= first.size()
                    && draft.row.x0() >= first.x0();
            if (beside) {
                to = j;
            }
        }
        if (to >= 0) {
            Glyph next = drafts[to].glyphs.getFirst();
            glyphs.removeFirst();
            drafts[to].glyphs.addFirst(new Glyph(
                    first.text(),
                    Math.min(first.x0(), next.x0() - 1),
                    next.x0(),
                    next.y(),
                    next.size(),
                    next.space(),
                    next.bold(),
                    first.order(),
                    first.sure()));
        }
    }

    private Line line(Draft draft) {
        List<Glyph> glyphs = withAccents(draft.glyphs);
        float size = draft.row.size();
        float y = draft.row.y();
        float usual = usualGap(glyphs, size);
        List<String> units = new ArrayList<>();
        List<Line.Gap> gaps = new ArrayList<>();
        StringBuilder raised = new StringBuilder();
        Glyph before = null;
        float end = 0;
        float firstWord = -1;
        int bold = 0;
        boolean marked = false;
        for (Glyph glyph : glyphs) {
            boolean isRaised = glyph.size() <= SMALLER * size && y - glyph.y() > RAISED * size;
            float gap = before == null ? 0 : glyph.x0() - end;
            boolean apart = before != null && gap > threshold(before, glyph) + usual;
            if (!isRaised || apart) {
                marked |= write(raised, units);
            }
            if (apart) {
                boolean cell = gap > CELL * size;
                firstWord = firstWord < 0 ? end - glyphs.getFirst().x0() : firstWord;
                units.add(cell ? "\t" : " ");
                if (cell) {
                    gaps.add(new Line.Gap(end, glyph.x0()));
                }
            }
            if (isRaised) {
                raised.append(glyph.text());
            } else {
                units.add(glyph.text());
            }
            bold += glyph.bold() ? 1 : 0;
            end = before == null ? glyph.x1() : Math.max(end, glyph.x1());
            before = glyph;
        }
        marked |= write(raised, units);
        float start = glyphs.getFirst().x0();
        return new Line(
                inReadingOrder(units),
                page,
                start,
                end,
                y,
                size,
                bold == glyphs.size(),
                firstWord < 0 ? end - start : firstWord,
                gaps,
                marked,
                sure(glyphs));
    }

    /** How sure OCR was of {@code glyphs}, the mean; {@link Glyph#DRAWN} where it read none of them. */
    private static int sure(List<Glyph> glyphs) {
        int sum = 0;
        int read = 0;
        for (Glyph glyph : glyphs) {
            sum += Math.max(0, glyph.sure());
            read += glyph.sure() >= 0 ? 1 : 0;
        }
        return read == 0 ? Glyph.DRAWN : Math.round((float) sum / read);
    }

    /** Writes what is raised, if anything is; true if it is the mark of a note at the beginning of the line. */
    private static boolean write(StringBuilder raised, List<String> units) {
        if (raised.isEmpty()) {
            return false;
        }
        String text = raised.toString();
        raised.setLength(0);
        String before = String.join("", units.subList(Math.max(0, units.size() - 8), units.size()));
        Matcher note = NOTE.matcher(text);
        if (units.isEmpty()) {
            units.add(text + " ");
            return note.matches() || SIGN.matcher(text).matches();
        }
        if (POWER.matcher(text).matches() && BASE.matcher(before).find()) {
            StringBuilder power = new StringBuilder();
            for (char c : text.toCharArray()) {
                power.append(Character.isDigit(c) ? SUPERSCRIPTS.charAt(c - '0') : c == '+' ? '⁺' : '⁻');
            }
            units.add(power.toString());
        } else {
            if (!note.matches()) {
                units.add(text);
            }
        }
        return false;
    }

    /** White space that is wider than this parts two words. */
    private static float threshold(Glyph before, Glyph glyph) {
        float size = Math.max(before.size(), glyph.size());
        return Math.clamp(0.5f * before.space(), 0.11f * size, 0.2f * size);
    }

    /** How far the letters of a line are spaced out, 0 where they are not. */
    private static float usualGap(List<Glyph> glyphs, float size) {
        if (glyphs.size() < 6) {
            return 0;
        }
        float[] gaps = new float[glyphs.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = glyphs.get(i + 1).x0() - glyphs.get(i).x1();
        }
        Arrays.sort(gaps);
        float median = gaps[gaps.length / 2];
        return median > 0.08f * size && median < size ? median : 0;
    }

    /** Puts accents on the letters that they are drawn over. */
    private static List<Glyph> withAccents(List<Glyph> glyphs) {
        List<Glyph> composed = new ArrayList<>(glyphs.size());
        Glyph waiting = null;
        for (Glyph glyph : glyphs) {
            String accent = accent(glyph);
            Glyph last = composed.isEmpty() ? null : composed.getLast();
            if (!accent.isEmpty() && last != null && isOver(glyph, last)) {
                composed.set(composed.size() - 1, last.with(compose(last.text(), accent)));
            } else if (!accent.isEmpty() && waiting == null) {
                waiting = glyph;
            } else if (waiting != null && isOver(waiting, glyph)) {
                composed.add(glyph.with(compose(glyph.text(), accent(waiting))));
                waiting = null;
            } else {
                if (waiting != null) {
                    composed.add(waiting);
                    waiting = null;
                }
                composed.add(glyph);
            }
        }
        if (waiting != null) {
            composed.add(waiting);
        }
        return composed;
    }

    private static String accent(Glyph glyph) {
        if (glyph.text().length() != 1) {
            return "";
        }
        char c = glyph.text().charAt(0);
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return glyph.text();
        }
        Character accent = ACCENTS.get(c);
        return accent == null ? "" : accent.toString();
    }

    private static boolean isOver(Glyph accent, Glyph letter) {
        float width = Math.max(letter.x1() - letter.x0(), 0.1f);
        return Character.isLetter(letter.text().codePointBefore(letter.text().length()))
                && (Math.abs(accent.middle() - letter.middle()) < 0.35f * width
                        || Character.getType(accent.text().charAt(0)) == Character.NON_SPACING_MARK
                                && accent.x0() <= letter.x1() + 0.1f * letter.size()
                                && accent.x0() >= letter.x0());
    }

    private static String compose(String letter, String accent) {
        String dotless = letter.equals("ı") ? "i" : letter.equals("ȷ") ? "j" : letter;
        return Normalizer.normalize(dotless + accent, Normalizer.Form.NFC);
    }

    /** From left to right as drawn, to the order in which it is read, where letters are read from right to left. */
    private static String inReadingOrder(List<String> units) {
        boolean rightToLeft = false;
        StringBuilder first = new StringBuilder();
        for (String unit : units) {
            char c = unit.charAt(0);
            rightToLeft |= RIGHT_TO_LEFT.contains(Character.getDirectionality(c));
            first.append(Character.isHighSurrogate(c) ? 'x' : c == '\t' ? ' ' : c);
        }
        if (!rightToLeft) {
            return String.join("", units).strip();
        }
        long right = first.chars()
                .filter(c -> RIGHT_TO_LEFT.contains(Character.getDirectionality((char) c)))
                .count();
        long left = first.chars()
                .filter(c -> Character.getDirectionality((char) c) == 0)
                .count();
        Bidi bidi =
                new Bidi(first.toString(), right >= left ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[units.size()];
        Object[] ordered = new Object[units.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            boolean mirrored =
                    levels[i] % 2 == 1 && units.get(i).length() == 1 && Character.isMirrored(first.charAt(i));
            ordered[i] = mirrored ? Character.toString(UCharacter.getMirror(first.charAt(i))) : units.get(i);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        StringBuilder text = new StringBuilder();
        for (Object unit : ordered) {
            text.append(unit);
        }
        return text.toString().strip();
    }
}
