package wherein.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wherein.document.Block;
import wherein.document.NoteKind;

/**
 * Rich Text Format 1.9.1 as its reader sees it: bytes in the charset of their font, fields by their results, no hidden or deleted
 * words. Notes and comments stand behind the text, headers and footers are boilerplate. One pass: the work grows with the file.
 */
final class Rtf {

    /** Groups open at once; writers make a few dozen. */
    private static final int DEEPEST = 4_096;

    /** Where words are data of the writer, not of the text. */
    private static final Set<String> SILENT = Set.of(
            "colortbl",
            "pict",
            "filetbl",
            "listtext",
            "pntext",
            "fldinst",
            "tc",
            "tcn",
            "xe",
            "txe",
            "rxe",
            "template",
            "private",
            "sp",
            "nonshppict",
            "shprslt",
            "objdata",
            "objclass",
            "objname",
            "nonesttables",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
            "bkmkstart",
            "bkmkend",
            "atnid",
            "atrfstart",
            "atrfend",
            "upr",
            "falt",
            "panose",
            "operator",
            "keywords",
            "comment",
            "doccomm",
            "subject",
            "company",
            "category",
            "manager",
            "hlinkbase",
            "linkval",
            "buptim",
            "printim");

    /** What is marked as unknown to old readers, and is text nevertheless. */
    private static final Set<String> SPEAKING =
            Set.of("ud", "annotation", "shpinst", "do", "atnauthor", "shptxt", "dptxbxtext", "footnote", "stylesheet");

    private static final Set<String> FRAME =
            Set.of("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("emdash", "\u2014"),
            Map.entry("endash", "\u2013"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201C"),
            Map.entry("rdblquote", "\u201D"),
            Map.entry("bullet", "\u2022"),
            Map.entry("tab", " "),
            Map.entry("emspace", " "),
            Map.entry("enspace", " "),
            Map.entry("qmspace", " "),
            Map.entry("page", " "),
            Map.entry("column", " "),
            Map.entry("nestcell", " "),
            Map.entry("nestrow", " "));

    /** What \fcharset means. */
    private static final Map<Integer, String> CHARSETS = Map.ofEntries(
            Map.entry(77, "x-MacRoman"),
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(130, "x-Johab"),
            Map.entry(134, "GBK"),
            Map.entry(136, "Big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"),
            Map.entry(254, "IBM437"),
            Map.entry(255, "IBM850"));

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final byte[] bytes;
    private final TextWriter out;
    private final TextWriter notes;
    private final TextWriter frame;
    private final FileFacts facts = new FileFacts();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Map<Integer, Block> styles = new HashMap<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final List<TextWriter> beside = new ArrayList<>();
    private final Set<String> frames = new HashSet<>();
    private Charset ansi = WESTERN;
    private int usual;
    private int at;

    /** So many characters follow that stand for a Unicode one which has been read. */
    private int toSkip;

    private String commentator = "";
    private TableRow row;
    private TextWriter cell;
    private Group now;

    /** What a group is for. */
    private enum Use {
        TEXT,
        SILENT,
        FONTS,
        STYLES,
        INFO,
        TITLE,
        AUTHOR,
        COMMENTATOR,
        CREATED,
        MODIFIED
    }

    /** What holds until a group ends. */
    private static final class Group {
        private Use inner;
        private TextWriter to;
        private TextWriter own;
        private boolean isFrame;
        private boolean isBox;
        private StringBuilder said = new StringBuilder();
        private int font = -1;
        private int skip = 1;
        private boolean hidden;
        private boolean deleted;
        private boolean inTable;
        private boolean listed;
        private Block block = Block.PROSE;
        private int style = -1;
        private int year;
        private int month;
        private int day;
        private boolean marked;

        Group(Use use, TextWriter to) {
            this.inner = use;
            this.to = to;
        }

        Group inside() {
            Group group = new Group(inner, to);
            group.font = font;
            group.skip = skip;
            group.hidden = hidden;
            group.deleted = deleted;
            group.inTable = inTable;
            group.listed = listed;
            group.block = block;
            return group;
        }
    }

    private Rtf(byte[] bytes, long most) {
        this.bytes = bytes;
        this.out = new TextWriter(most);
        this.notes = out.apart();
        this.frame = out.apart();
        this.now = new Group(Use.TEXT, out);
    }

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        return new Rtf(Files.readAllBytes(file), most).read();
    }

    private Extract read() throws UnreadableException {
        while (at < bytes.length) {
            byte b = bytes[at++];
            switch (b) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {
                    // Ends of lines are those of the file, not of the text.
                }
                default -> literal(b);
            }
        }
        flush();
        while (!groups.isEmpty()) {
            close();
        }
        endRow();
        endParagraph();
        out.append(notes);
        out.append(frame, Block.BOILERPLATE);
        return facts.extract(out);
    }

    private void open() throws UnreadableException {
        flush();
        toSkip = 0;
        if (groups.size() >= DEEPEST) {
            throw new UnreadableException(NoteKind.DAMAGED, "its groups nest too deep; save it anew");
        }
        groups.push(now);
        now = now.inside();
    }

    private void close() throws UnreadableException {
        flush();
        toSkip = 0;
        if (groups.isEmpty()) {
            return;
        }
        Group ended = now;
        now = groups.pop();
        if (ended.own != null) {
            own(ended);
        }
        String said = ended.said.toString().strip();
        switch (ended.inner) {
            case STYLES -> style(ended.style, said);
            case TITLE -> facts.title(said, "info: title");
            case AUTHOR -> facts.author(said, "info: author");
            case COMMENTATOR -> commentator = said;
            case CREATED -> facts.created(day(ended), "info: creatim");
            case MODIFIED -> facts.modified(day(ended), "info: revtim");
            default -> {
                // Text is where it belongs already.
            }
        }
        if (now.inner == Use.TEXT && ended.listed) {
            now.listed = true;
        }
    }

    private void own(Group ended) throws UnreadableException {
        ended.own.end(ended.isFrame ? Block.BOILERPLATE : Block.PROSE);
        if (ended.isFrame) {
            if (frames.add(ended.own.text())) {
                frame.append(ended.own);
            }
        } else if (ended.isBox) {
            beside.add(ended.own);
        } else {
            notes.append(ended.own);
        }
    }

    private static LocalDate day(Group group) {
        try {
            return LocalDate.of(group.year, group.month, group.day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void style(int number, String said) {
        String name = said.replace(";", "").strip().toLowerCase(Locale.ROOT);
        if (number < 0) {
            return;
        }
        if (name.matches("heading \\d+|title|subtitle")) {
            styles.put(number, Block.HEADING);
        } else if (name.matches("toc \\d+|contents \\d+|header|footer")) {
            styles.put(number, Block.BOILERPLATE);
        } else if (name.equals("caption")) {
            styles.put(number, Block.CAPTION);
        } else if (name.matches("quote|intense quote|block text|quotations")) {
            styles.put(number, Block.QUOTE);
        } else if (name.matches("list (?:bullet|number).*")) {
            styles.put(number, Block.LIST);
        }
    }

    private void literal(byte b) {
        if (toSkip > 0) {
            toSkip--;
        } else {
            pending.write(b);
        }
    }

    private void control() throws UnreadableException {
        if (at >= bytes.length) {
            return;
        }
        char c = (char) (bytes[at] & 0xFF);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> hex();
            case '\\', '{', '}' -> literal((byte) c);
            case '*' -> now.marked = true;
            case '~' -> emit("\u00A0");
            case '_' -> emit("-");
            case '\n', '\r' -> endOfParagraph();
            default -> {
                // An optional hyphen, a mark of an index, and the like.
            }
        }
    }

    private void hex() {
        int value = 0;
        int digits = 0;
        while (digits < 2 && at < bytes.length && Character.digit(bytes[at], 16) >= 0) {
            value = value * 16 + Character.digit(bytes[at], 16);
            at++;
            digits++;
        }
        if (digits == 2) {
            literal((byte) value);
        }
    }

    private void word() throws UnreadableException {
        int start = at;
        while (at < bytes.length && at - start < 32 && isLetter(bytes[at])) {
            at++;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        boolean negative = at < bytes.length && bytes[at] == '-';
        int digits = negative ? at + 1 : at;
        int value = 0;
        int end = digits;
        while (end < bytes.length && end - digits < 10 && bytes[end] >= '0' && bytes[end] <= '9') {
            value = (int) Math.min(Integer.MAX_VALUE, value * 10L + bytes[end] - '0');
            end++;
        }
        boolean given = end > digits;
        if (given) {
            at = end;
        }
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            at = (int) Math.min(bytes.length, at + (long) value);
        } else if (toSkip > 0 && !word.equals("u")) {
            toSkip--;
        } else {
            word(word, given, negative ? -value : value);
        }
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private void word(String word, boolean given, int value) throws UnreadableException {
        boolean on = !given || value != 0;
        if (word.equals("u")) {
            flush();
            emit(String.valueOf((char) value));
            toSkip = now.skip;
            return;
        }
        flush();
        boolean marked = now.marked;
        now.marked = false;
        if (now.inner == Use.SILENT && !word.equals("ud")) {
            return;
        }
        if (marked && !SPEAKING.contains(word) || SILENT.contains(word)) {
            now.listed = word.equals("listtext") || word.equals("pntext") || word.equals("pn");
            now.inner = Use.SILENT;
            return;
        }
        String sign = SIGNS.get(word);
        if (sign != null) {
            emit(sign);
            return;
        }
        if (FRAME.contains(word)) {
            apart();
            now.isFrame = true;
            return;
        }
        if (!destination(word, value) && !look(word, on, value)) {
            setting(word, value);
        }
    }

    /** Words that say what a group is for. */
    private boolean destination(String word, int value) throws UnreadableException {
        switch (word) {
            case "fonttbl" -> now.inner = Use.FONTS;
            case "stylesheet" -> now.inner = Use.STYLES;
            case "info" -> now.inner = Use.INFO;
            case "title" -> now.inner = now.inner == Use.INFO ? Use.TITLE : now.inner;
            case "author" -> now.inner = now.inner == Use.INFO ? Use.AUTHOR : now.inner;
            case "creatim" -> now.inner = Use.CREATED;
            case "revtim" -> now.inner = Use.MODIFIED;
            case "atnauthor" -> now.inner = Use.COMMENTATOR;
            case "ud" -> now.inner = Use.TEXT;
            case "footnote" -> apart();
            case "annotation" -> {
                apart();
                now.own.words(commentator.isEmpty() ? "" : commentator + ": ");
                commentator = "";
            }
            case "shptxt", "dptxbxtext" -> {
                apart();
                now.isBox = true;
            }
            case "yr" -> now.year = value;
            case "mo" -> now.month = value;
            case "dy" -> now.day = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void apart() {
        now.own = out.apart();
        now.to = now.own;
        now.inTable = false;
        now.block = Block.PROSE;
    }

    /** Words that say what stands where. */
    private boolean look(String word, boolean on, int value) throws UnreadableException {
        switch (word) {
            case "par", "sect" -> endOfParagraph();
            case "line" -> {
                if (now.inner == Use.TEXT) {
                    target().line();
                }
            }
            case "cell" -> endCell();
            case "row" -> endRow();
            case "pard" -> {
                now.inTable = false;
                now.listed = false;
                now.block = Block.PROSE;
            }
            case "plain" -> {
                now.hidden = false;
                now.deleted = false;
                now.font = -1;
            }
            case "intbl" -> now.inTable = now.to == out;
            case "v" -> now.hidden = on;
            case "deleted" -> now.deleted = on;
            case "ls" -> now.listed = now.inner == Use.TEXT && on;
            case "outlinelevel" -> outlined(value);
            case "s" -> {
                now.style = value;
                if (now.inner == Use.TEXT) {
                    now.block = styles.getOrDefault(value, Block.PROSE);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void outlined(int level) {
        if (level < 0 || level > 8) {
            return;
        }
        if (now.inner == Use.TEXT) {
            now.block = Block.HEADING;
        } else if (now.inner == Use.STYLES && now.style >= 0) {
            styles.put(now.style, Block.HEADING);
        }
    }

    /** Words that say how bytes become characters. */
    private void setting(String word, int value) {
        switch (word) {
            case "f" -> now.font = value;
            case "fcharset" -> {
                if (now.inner == Use.FONTS) {
                    charset(CHARSETS.get(value));
                }
            }
            case "cpg" -> {
                if (now.inner == Use.FONTS) {
                    charset("windows-" + value);
                }
            }
            case "deff" -> usual = value;
            case "uc" -> now.skip = Math.clamp(value, 0, 16);
            case "ansicpg" ->
                Charsets.named(value == 65_001 ? "UTF-8" : "windows-" + value)
                        .or(() -> Charsets.named("IBM" + value))
                        .ifPresent(said -> ansi = said);
            case "mac" -> ansi = Charset.forName("x-MacRoman");
            case "pc" -> ansi = Charset.forName("IBM437");
            case "pca" -> ansi = Charset.forName("IBM850");
            default -> {
                // How it looks, which says nothing of what it is.
            }
        }
    }

    private void charset(String name) {
        if (name != null) {
            Charsets.named(name).ifPresent(charset -> fonts.put(now.font, charset));
        }
    }

    /** Makes characters of the bytes that have come. */
    private void flush() throws UnreadableException {
        if (pending.size() == 0) {
            return;
        }
        byte[] run = pending.toByteArray();
        pending.reset();
        Charset said = now.inner == Use.TEXT ? fonts.get(now.font < 0 ? usual : now.font) : null;
        emit(new String(run, said == null ? ansi : said));
    }

    private void emit(String words) throws UnreadableException {
        switch (now.inner) {
            case TEXT -> {
                if (!now.hidden && !now.deleted) {
                    target().words(words);
                }
            }
            case STYLES, TITLE, AUTHOR, COMMENTATOR -> {
                if (now.said.length() < 10_000) {
                    now.said.append(words);
                }
            }
            default -> {
                // Data of the writer.
            }
        }
    }

    private TextWriter target() throws UnreadableException {
        if (now.to != out) {
            return now.to;
        }
        if (!now.inTable) {
            endRow();
            return out;
        }
        if (cell == null) {
            endParagraph();
            cell = out.apart();
        }
        return cell;
    }

    private void endOfParagraph() throws UnreadableException {
        if (now.inner != Use.TEXT || now.deleted) {
            return;
        }
        Block block = now.block == Block.PROSE && now.listed ? Block.LIST : now.block;
        if (now.to == out && !now.inTable) {
            endRow();
            out.end(block);
            endParagraph();
        } else {
            target().end(block);
        }
    }

    /** Ends what is open in the text, and puts there what stands beside it. */
    private void endParagraph() throws UnreadableException {
        out.end(now.block);
        for (TextWriter box : List.copyOf(beside)) {
            out.append(box);
        }
        beside.clear();
    }

    private void endCell() throws UnreadableException {
        if (now.inner != Use.TEXT || now.to != out) {
            emit(" ");
            return;
        }
        cell = cell == null ? out.apart() : cell;
        endCellOfRow();
    }

    private void endRow() throws UnreadableException {
        if (cell != null) {
            endCellOfRow();
        }
        if (row != null) {
            row.write(out);
            row = null;
            endParagraph();
        }
    }

    private void endCellOfRow() {
        if (row == null) {
            row = new TableRow();
        }
        row.add(cell);
        cell = null;
    }
}
