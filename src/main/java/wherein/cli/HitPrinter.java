package wherein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import wherein.text.CodePoints;
import wherein.text.Span;

/** Prints hits: for a person a few lines each, with the marks in colour; for a program a line each, tabs between. */
final class HitPrinter {

    private static final String MARK = "\u001b[1;33m";
    private static final String FAINT = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final Terminal terminal;
    private final PrintStream out;

    HitPrinter(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
    }

    void print(JsonNode hit) {
        if (terminal.outIsTerminal()) {
            forPerson(hit);
        } else {
            forProgram(hit);
        }
    }

    /** Document, start, end, source, date, stance, block and text, white space in the text folded to single spaces. */
    private void forProgram(JsonNode hit) {
        List<String> cells = new ArrayList<>();
        for (String name : List.of("document", "start", "end", "source", "date", "stance", "block", "text")) {
            cells.add(hit.get(name).asText("").replaceAll("\\s+", " "));
        }
        out.println(String.join("\t", cells));
    }

    private void forPerson(JsonNode hit) {
        String title = hit.get("title").isNull()
                ? hit.get("document").asText()
                : hit.get("title").asText();
        out.println(style(BOLD, hit.get("rank").asInt() + ". " + clean(title)));
        List<String> about = new ArrayList<>();
        for (String name : List.of("source", "date", "stance")) {
            about.add(
                    hit.get(name).isNull()
                            ? name + " unknown"
                            : clean(hit.get(name).asText()));
        }
        if (!hit.get("block").asText().equals("prose")) {
            about.add(hit.get("block").asText());
        }
        if (hit.hasNonNull("ocr")) {
            about.add("read from a scan, " + Math.round(hit.get("ocr").asDouble() * 100) + " % sure");
        }
        about.add(clean(hit.get("document").asText()) + " " + hit.get("start").asInt() + "-"
                + hit.get("end").asInt());
        out.println("   " + style(FAINT, String.join(" · ", about)));
        wrap(marked(hit));
        out.println();
    }

    void summary(JsonNode answer) {
        JsonNode total = answer.get("total");
        int passages = total.get("passages").asInt();
        int documents = total.get("documents").asInt();
        int remaining = answer.get("remaining").asInt();
        terminal.err()
                .println(passages
                        + (passages == 1 ? " passage in " : " passages in ")
                        + documents
                        + (documents == 1 ? " document" : " documents")
                        + (remaining > 0 ? "; " + remaining + " more with --all" : ""));
    }

    /** The words of the passage's snippet, with U+0001 and U+0002 around what matched. */
    private static String marked(JsonNode hit) {
        String text = hit.get("text").asText();
        CodePoints points = new CodePoints(text);
        int base = hit.get("start").asInt();
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (JsonNode mark : hit.get("marks")) {
            Span span = new Span(
                    points.toUtf16(mark.get(0).asInt() - base),
                    points.toUtf16(mark.get(1).asInt() - base));
            marked.append(clean(text.substring(at, span.start()))).append('\u0001');
            marked.append(clean(span.in(text))).append('\u0002');
            at = span.end();
        }
        return marked.append(clean(text.substring(at))).toString();
    }

    private void wrap(String text) {
        int width = terminal.width() - 3;
        StringBuilder line = new StringBuilder();
        int columns = 0;
        boolean inMark = false;
        for (String word : text.strip().split("\\s+")) {
            int length = word.replaceAll("[\u0001\u0002]", "").length();
            if (columns > 0 && columns + 1 + length > width) {
                out.println("   " + line + (inMark ? style(PLAIN, "") : ""));
                line = new StringBuilder(inMark && terminal.colour() ? MARK : "");
                columns = 0;
            }
            line.append(columns > 0 ? " " : "");
            columns += length + (columns > 0 ? 1 : 0);
            for (char c : word.toCharArray()) {
                if (c == '\u0001' || c == '\u0002') {
                    inMark = c == '\u0001';
                    line.append(!terminal.colour() ? "" : inMark ? MARK : PLAIN);
                } else {
                    line.append(c);
                }
            }
        }
        out.println("   " + line);
    }

    private String style(String code, String text) {
        return terminal.colour() ? code + text + PLAIN : text;
    }

    /** Control characters of a document must not reach the terminal, which would obey them. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\s]]", "\uFFFD");
    }
}
