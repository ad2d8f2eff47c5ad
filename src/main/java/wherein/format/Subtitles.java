package wherein.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import wherein.document.Cue;
import wherein.document.Lines;
import wherein.document.Metadata;
import wherein.text.Span;
import wherein.time.EdtfDate;

/**
 * What is said in a recording, from its subtitles: SubRip ({@code .srt}), WebVTT, {@code .sbv}, and SubStation Alpha ({@code .ass}, {@code
 * .ssa}). Numbers, times and styles are no text. Captions are joined to sentences and these to paragraphs, which end where somebody
 * else speaks, where a sentence ends before a pause, or where enough has been said; each caption has its time. Lines that roll up over
 * several captions stand once. Takes time in proportion to the text.
 */
public final class Subtitles {

    /** A longer silence behind a sentence ends a paragraph. */
    private static final long PAUSE_MS = 2_000;

    /** A longer silence does so wherever it is. */
    private static final long BREAK_MS = 8_000;

    /** Behind so many words a paragraph ends with its sentence; behind twice as many, which have no sentences, with its caption. */
    private static final int ENOUGH_WORDS = 100;

    /** One caption follows another at once, whatever the rounding of their times. */
    private static final long AT_ONCE_MS = 200;

    /** Nothing is read in a shorter time: such a caption only moves the lines of the one before. */
    private static final long FLASH_MS = 50;

    /** So many words are not said twice by chance. */
    private static final int LIKELY_ROLLED = 3;

    /** So many lines of a caption may be those of the one before. */
    private static final int MOST_LINES = 20;

    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})";
    private static final Pattern ARROW = Pattern.compile("\\s*" + TIME + "\\s*-{1,2}>\\s*" + TIME + "(?:\\s.*)?");
    private static final String LONG_TIME = "(\\d{1,2}):(\\d{2}):(\\d{2})\\.(\\d{2,3})";
    private static final Pattern COMMA = Pattern.compile(LONG_TIME + "," + LONG_TIME);
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
    private static final Pattern COMMENT = Pattern.compile("(?:NOTE|STYLE|REGION)(?:[ \\t].*)?");
    private static final Pattern HEADER = Pattern.compile("\\uFEFF?WEBVTT(?:[ \\t]+(?:- *)?(.*))?");
    private static final Pattern LANGUAGE =
            Pattern.compile("Language:\\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\\s*");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]{1,100})?\\s+([^<>]{1,200})>");
    private static final Pattern TAG =
            Pattern.compile("</?[A-Za-z][^<>]{0,300}>|<\\d{1,3}:[\\d:.,]{1,20}>|\\{(?:\\\\|[a-zA-Z]:)[^{}]{0,300}\\}");
    private static final Pattern PIECES = Pattern.compile("\\[br\\]|<br ?/?>|(?=<v[ .])");
    private static final Pattern TURN =
            Pattern.compile("(?:[-–—]\\s+(?=[^\\s\\p{Ll}])|[-–](?=[\\p{Lu}\"“«¿¡])|>>+\\s*)");
    private static final Pattern DRAWING = Pattern.compile("\\{[^{}]{0,300}\\\\p[1-9]");
    private static final Pattern SPEAKER = Pattern.compile("[\\p{Lu}][\\p{Lu}\\p{M} .'’-]{1,40}:\\s.*", Pattern.DOTALL);
    private static final Pattern DIALOGUE = Pattern.compile("Dialogue:\\s*(.*)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");

    /** Stands around the name of who speaks: a character for private use. */
    private static final char VOICE_MARK = '\uE000';

    private final StringBuilder text = new StringBuilder();
    private final List<Cue> cues = new ArrayList<>();
    private String title = "";
    private String language = "";
    private Caption last;
    private String speaker = "";
    private long spoken = Long.MIN_VALUE;
    private int words;
    private boolean rolled;

    /** What is shown from one time to another, in milliseconds; a line of it that begins with a turn is another person's. */
    private record Caption(long from, long to, List<String> lines) {}

    private Subtitles() {}

    /** What the subtitles {@code source} say. */
    public static Extract read(String source) {
        Subtitles subtitles = new Subtitles();
        List<String> lines = new ArrayList<>();
        for (Span line : Lines.of(source)) {
            lines.add(line.in(source));
        }
        List<Caption> captions = subtitles.captions(lines);
        subtitles.rolled = isRolled(captions);
        captions.forEach(subtitles::add);
        Metadata metadata =
                new Metadata(subtitles.title, "", List.of(), EdtfDate.UNKNOWN, "", subtitles.language, "", Map.of());
        return new Extract(
                subtitles.text.toString(), Optional.empty(), "", metadata, List.of(), subtitles.cues, Map.of(), 0);
    }

    private List<Caption> captions(List<String> lines) {
        List<Caption> captions = new ArrayList<>();
        boolean vtt = !lines.isEmpty() && header(lines.getFirst());
        Caption open = null;
        boolean skip = vtt;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<Matcher> times = times(line);
            Matcher dialogue = DIALOGUE.matcher(line);
            boolean blockBegins = i == 0 || isEnd(lines.get(i - 1), vtt);
            if (times.isPresent()) {
                open = caption(times.get(), new ArrayList<>());
                captions.add(open);
                skip = false;
            } else if (open == null && dialogue.matches()) {
                dialogue(dialogue.group(1)).ifPresent(captions::add);
            } else if (vtt && blockBegins && COMMENT.matcher(line).matches()) {
                skip = true;
            } else if (vtt && isEnd(line, true)) {
                // What follows without a time is no caption.
                skip = true;
            } else if (skip) {
                headed(open == null ? line : "");
            } else if (open != null && !isName(lines, i, vtt)) {
                open.lines.add(line);
            }
        }
        if (open == null) {
            // Styled captions may stand in any order.
            captions.sort(Comparator.comparingLong(Caption::from));
        }
        return captions;
    }

    private boolean header(String line) {
        Matcher header = HEADER.matcher(line);
        if (!header.matches()) {
            return false;
        }
        title = header.group(1) == null ? "" : header.group(1).strip();
        return true;
    }

    private void headed(String line) {
        Matcher matcher = LANGUAGE.matcher(line);
        if (matcher.matches()) {
            language = matcher.group(1).replace('_', '-');
        }
    }

    private static Optional<Matcher> times(String line) {
        return Stream.of(ARROW.matcher(line), COMMA.matcher(line.strip()))
                .filter(Matcher::matches)
                .findFirst();
    }

    private static Caption caption(Matcher times, List<String> lines) {
        return new Caption(milliseconds(times, 1), milliseconds(times, 5), lines);
    }

    private static boolean isEnd(String line, boolean vtt) {
        return vtt ? line.isEmpty() : line.isBlank();
    }

    /** Whether the line is the number, or the name, of the caption that begins with the next line. */
    private static boolean isName(List<String> lines, int i, boolean vtt) {
        boolean before = i + 1 < lines.size() && times(lines.get(i + 1)).isPresent();
        return before && (NUMBER.matcher(lines.get(i)).matches() || vtt && i > 0 && isEnd(lines.get(i - 1), true));
    }

    /** Nine values with commas between, and then what is said. */
    private static Optional<Caption> dialogue(String line) {
        String[] values = line.split(",", 10);
        Optional<Matcher> times =
                values.length < 10 ? Optional.empty() : times(values[1].strip() + "," + values[2].strip());
        if (times.isEmpty() || DRAWING.matcher(values[9]).find()) {
            return Optional.empty();
        }
        String name = values[4].strip();
        String said = values[9].replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ");
        List<String> lines = new ArrayList<>(List.of(said.split("\n")));
        if (!name.isEmpty() && !lines.isEmpty()) {
            lines.set(0, "<v " + name + ">" + lines.getFirst());
        }
        return Optional.of(caption(times.get(), lines));
    }

    private static long milliseconds(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long seconds =
                (hours * 60 + Long.parseLong(times.group(group + 1))) * 60 + Long.parseLong(times.group(group + 2));
        String fraction = times.group(group + 3);
        return seconds * 1_000 + Long.parseLong((fraction + "00").substring(0, 3));
    }

    /** Whether lines come again in the next caption by the way these are made, and not because they are said again. */
    private static boolean isRolled(List<Caption> captions) {
        Caption before = null;
        for (Caption caption : captions) {
            Caption plain = plain(caption);
            if (before != null && repeated(before, plain) >= LIKELY_ROLLED) {
                return true;
            }
            before = plain.lines.isEmpty() ? before : plain;
        }
        return false;
    }

    private static Caption plain(Caption caption) {
        List<String> lines = new ArrayList<>();
        for (String line : caption.lines) {
            for (String piece : PIECES.split(line)) {
                String plain = plain(piece);
                if (!plain.isEmpty()) {
                    lines.add(plain);
                }
            }
        }
        return new Caption(caption.from, caption.to, lines);
    }

    private static String plain(String line) {
        String named = VOICE.matcher(line.replace(VOICE_MARK, ' '))
                .replaceAll(voice ->
                        Matcher.quoteReplacement(VOICE_MARK + voice.group(1).strip() + VOICE_MARK));
        String untagged = TAG.matcher(named).replaceAll("");
        String whole = untagged.indexOf('&') < 0 ? untagged : Parser.unescapeEntities(untagged, false);
        return SPACE.matcher(whole).replaceAll(" ").strip();
    }

    /** How many words at the beginning of {@code next} are whole lines at the end of {@code before}, which it follows at once. */
    private static int repeated(Caption before, Caption next) {
        if (next.from - before.to > AT_ONCE_MS || next.from < before.from) {
            return 0;
        }
        String[] words = String.join(" ", next.lines).split(" ");
        int from = Math.max(0, before.lines.size() - MOST_LINES);
        for (int line = from; line < before.lines.size(); line++) {
            String[] tail = String.join(" ", before.lines.subList(line, before.lines.size()))
                    .split(" ");
            if (tail.length <= words.length && Arrays.equals(tail, 0, tail.length, words, 0, tail.length)) {
                return tail.length;
            }
        }
        return 0;
    }

    private void add(Caption styled) {
        Caption caption = plain(styled);
        if (caption.lines.isEmpty()) {
            return;
        }
        int known = last == null ? 0 : repeated(last, caption);
        if (!rolled && caption.to - caption.from >= FLASH_MS) {
            known = 0;
        }
        last = caption;
        boolean first = true;
        for (String line : caption.lines) {
            int count = line.split(" ").length;
            if (known >= count) {
                known -= count;
                continue;
            }
            String rest = known == 0 ? line : behind(line, known);
            known = 0;
            say(rest, caption, first);
            first = false;
        }
        spoken = Math.max(spoken, caption.to);
    }

    private static String behind(String line, int words) {
        int at = 0;
        for (int i = 0; i < words; i++) {
            at = line.indexOf(' ', at) + 1;
        }
        return line.substring(at);
    }

    private void say(String line, Caption caption, boolean first) {
        String said = line;
        boolean turn = false;
        if (!said.isEmpty() && said.charAt(0) == VOICE_MARK) {
            int end = said.indexOf(VOICE_MARK, 1);
            String name = said.substring(1, end);
            turn = !name.equals(speaker);
            speaker = name;
            said = (turn ? name + ": " : "") + said.substring(end + 1).strip();
        }
        Matcher dash = TURN.matcher(said);
        if (dash.lookingAt()) {
            turn = true;
            said = said.substring(dash.end());
        }
        said = said.replace(String.valueOf(VOICE_MARK), " ").strip();
        turn |= SPEAKER.matcher(said).matches();
        if (!text.isEmpty()) {
            boolean ends = turn || first && endsParagraph(caption.from - spoken);
            text.append(ends ? "\n\n" : " ");
            words = ends ? 0 : words;
        }
        if (first) {
            cues.add(new Cue(text.length(), Cue.Kind.TIME, label(caption.from)));
        }
        text.append(said);
        words += said.split(" ").length;
    }

    private boolean endsParagraph(long silence) {
        boolean sentence = ".!?…\"”’»)]".indexOf(text.charAt(text.length() - 1)) >= 0;
        return sentence && (silence > PAUSE_MS || words > ENOUGH_WORDS)
                || silence > BREAK_MS
                || words > 2 * ENOUGH_WORDS;
    }

    private static String label(long milliseconds) {
        long seconds = milliseconds / 1_000;
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
