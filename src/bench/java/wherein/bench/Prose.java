package wherein.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The paragraphs of a file of a package: of HTML, a manual page, plain text, or a dictionary. */
record Prose(String title, List<String> paragraphs) {

    private static final String HEADINGS = "h1,h2,h3";
    private static final String BLOCKS = HEADINGS + ",h4,h5,h6,p,li,dt,dd,blockquote,td,th,.para";
    private static final Pattern BLANK_LINES = Pattern.compile("\\R[ \\t]*(?:%[ \\t]*)?(?:\\R|\\z)|\\R%\\R");
    private static final Pattern MANUAL = Pattern.compile(".*/man\\d/.*\\.\\d\\w*\\.gz");
    private static final Pattern TEXT = Pattern.compile(".*\\.(?:txt|rst|md)(?:\\.gz)?|.*\\.dict\\.dz|.*/fortunes/(?:\\w+/)?[\\w-]+");

    /** What is no prose, or there twice: sources of pages, lists of changes, licences, jokes in ciphers. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            ".*/(?:_sources|_static|off)/.*|.*/linux-doc[^/]*/html/.*|.*/(?:changelog|copyright|NEWS|genindex|search|requirements)[^/]*");

    private static final long MOST_BYTES = 64L << 20;
    private static final int TITLE = 80;

    /** What is shorter, and no heading, is mostly an item of a menu, a cell or a label. */
    private static final int LEAST = 150;

    private static final int MOST_HEADING = 100;

    /** What {@code file} has; empty if it is of no kind that is read. */
    static Optional<Prose> of(Path file) throws IOException {
        String name = file.toString();
        if (LEFT_OUT.matcher(name).matches() || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return Optional.of(html(read(file)));
        }
        if (MANUAL.matcher(name).matches()) {
            return Optional.of(plain(Troff.text(read(file))));
        }
        return TEXT.matcher(name).matches() ? Optional.of(plain(read(file))) : Optional.empty();
    }

    private static String read(Path file) throws IOException {
        String name = file.toString();
        boolean packed = name.endsWith(".gz") || name.endsWith(".dz");
        try (InputStream in = packed ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file)) {
            return new String(in.readNBytes((int) MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static Prose html(String html) {
        org.jsoup.nodes.Document page = Jsoup.parse(html);
        page.select("script,style,nav,header,footer,pre,.navheader,.navfooter,.sphinxsidebar,.related,.headerlink")
                .remove();
        List<String> paragraphs = new ArrayList<>();
        for (Element block : page.select(BLOCKS)) {
            if (block.select(BLOCKS).size() == 1) {
                add(paragraphs, block.text(), block.is(HEADINGS));
            }
        }
        return new Prose(title(page.title(), paragraphs), paragraphs);
    }

    private static Prose plain(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : BLANK_LINES.split(text)) {
            add(paragraphs, paragraph.replaceAll("\\s+", " ").strip(), false);
        }
        return new Prose(title("", paragraphs), paragraphs);
    }

    private static void add(List<String> paragraphs, String paragraph, boolean heading) {
        // Tables, code and rulers have few letters.
        long letters = paragraph.codePoints().filter(Character::isLetter).count();
        boolean fits = heading ? paragraph.length() < MOST_HEADING : paragraph.length() >= LEAST;
        if (fits && letters > 2 && letters > paragraph.length() * 2 / 3) {
            paragraphs.add(paragraph);
        }
    }

    private static String title(String given, List<String> paragraphs) {
        String title = given.isBlank() && !paragraphs.isEmpty() ? paragraphs.getFirst() : given;
        return title.length() <= TITLE ? title : title.substring(0, title.offsetByCodePoints(0, TITLE - 8));
    }
}
