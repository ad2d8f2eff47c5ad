package wherein.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.index.IndexReport;
import wherein.mention.Mention;
import wherein.text.Columns;
import wherein.text.Printable;

/** What a run of {@code index} did, as a person reads it: first what asks for a hand, counted by kind, then the sums. */
final class ReportText {

    /** How many notes of a kind stand for all of it. */
    static final int EXAMPLES = 3;

    /** What does not go to a terminal has lines of a usual length. */
    static final int PLAIN_WIDTH = 100;

    /** How many details of a kind are named, such as extensions; the others are counted. */
    private static final int DETAILS = 6;

    /** A note is shown with so many characters; the whole is to be had with -v. */
    private static final int NOTE_LENGTH = 160;

    private static final String INDENT = "  ";

    private final int width;
    private final int examples;
    private final List<String> lines = new ArrayList<>();

    /**
     * A writer of reports.
     *
     * @param width the columns of a line; only a word that is longer goes beyond
     * @param examples how many notes of each kind are shown
     */
    ReportText(int width, int examples) {
        this.width = width;
        this.examples = examples;
    }

    /** All lines: the notes by kind with what to do about them, and the sums. */
    List<String> whole(IndexReport report, String where, Duration took) {
        lines.clear();
        notes(report.notes());
        headline(report, where);
        row(
                "files",
                count(report.files()) + " read (" + size(report.bytes()) + "), " + count(report.unchanged())
                        + " unchanged");
        row(
                "documents",
                count(report.added()) + " added, " + count(report.changed()) + " changed, " + count(report.deleted())
                        + " deleted");
        if (!report.renewed().isEmpty()) {
            row("anew", "all of them, since this has changed: " + report.renewed());
        }
        row("mentions", mentions(report.mentions()));
        if (!report.notes().isEmpty()) {
            row("notes", severities(report) + (examples > 0 ? "; -v lists each" : ""));
        }
        row("time", time(took) + ", " + rate(report.bytes(), took));
        return List.copyOf(lines);
    }

    /** The notes that ask for a hand by kind, each in a sentence with one place, and one of sums. */
    List<String> brief(IndexReport report, String where) {
        lines.clear();
        for (NoteGroup group : report.notes()) {
            if (group.kind().severity() != Note.Severity.INFO) {
                List<String> words = new ArrayList<>(words(heading(group)));
                words.add("(" + group.examples().getFirst().place() + (group.count() > 1 ? "," : ")"));
                if (group.count() > 1) {
                    words.add("...)");
                }
                wrap("wherein: ", INDENT, words);
            }
        }
        if (!lines.isEmpty()) {
            wrap("wherein: ", INDENT, "what to do about these, and -v for each of them: wherein index");
        }
        headline(report, where);
        return List.copyOf(lines);
    }

    /** A line for each note that was kept, and one for how many more of its kind there are. */
    static List<String> each(List<NoteGroup> notes) {
        List<String> each = new ArrayList<>();
        for (NoteGroup group : notes) {
            group.examples().forEach(note -> each.add("wherein: " + note.told()));
            int more = group.count() - group.examples().size();
            if (more > 0) {
                each.add("wherein: and " + count(more) + " more " + group.kind().title());
            }
        }
        return each;
    }

    /** The notes alone, by kind with what to do about them. */
    List<String> grouped(List<NoteGroup> notes) {
        lines.clear();
        notes(notes);
        return List.copyOf(lines);
    }

    private void notes(List<NoteGroup> notes) {
        Optional<Section> open = Optional.empty();
        for (NoteGroup group : notes) {
            Section section = Section.of(group);
            if (open.filter(section::equals).isEmpty()) {
                wrap("wherein: ", INDENT, section.title);
                open = Optional.of(section);
            }
            group(group);
        }
    }

    private void group(NoteGroup group) {
        String inner = INDENT.repeat(3);
        wrap(INDENT, inner, heading(group));
        List<Note> shown =
                group.examples().subList(0, Math.min(examples, group.examples().size()));
        int more = group.count() - shown.size();
        if (group.kind().alike() && !shown.isEmpty()) {
            List<String> places = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                boolean last = more == 0 && i + 1 == shown.size();
                places.add(shown.get(i).place() + (last ? "" : ","));
            }
            if (more > 0) {
                places.add("and " + count(more) + " more");
            }
            wrap(inner, inner, places);
        } else {
            shown.forEach(note -> wrap(inner, inner + INDENT, cut(note)));
            if (more > 0 && examples > 0) {
                wrap(inner, inner, "and " + count(more) + " more");
            }
        }
        if (!group.kind().advice().isEmpty()) {
            wrap(inner, inner + "   ", "-> " + group.kind().advice());
        }
    }

    private static String heading(NoteGroup group) {
        String heading = count(group.count()) + " " + group.kind().title();
        return group.details().isEmpty() ? heading : heading + ": " + details(group);
    }

    /** How many have each detail; without numbers where all have all. */
    private static String details(NoteGroup group) {
        Map<String, Integer> details = group.details();
        boolean same = details.values().stream().allMatch(count -> count == group.count());
        String named = details.entrySet().stream()
                .limit(DETAILS)
                .map(each -> (same ? "" : count(each.getValue()) + " ") + Printable.escaped(each.getKey()))
                .collect(Collectors.joining(", "));
        int others = group.others()
                + details.values().stream()
                        .skip(DETAILS)
                        .mapToInt(Integer::intValue)
                        .sum();
        return others == 0 ? named : named + ", " + count(others) + " others";
    }

    private static String cut(Note note) {
        String shown = note.place() + ": " + Printable.escaped(note.message());
        return shown.codePointCount(0, shown.length()) <= NOTE_LENGTH
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, NOTE_LENGTH)) + "...";
    }

    private void headline(IndexReport report, String where) {
        wrap(
                "wherein: ",
                INDENT,
                counted(report.documents(), "document", "documents") + ", "
                        + counted(report.passages(), "passage", "passages") + " in " + Printable.escaped(where));
    }

    private void row(String name, String text) {
        String first = INDENT + name + " ".repeat("documents".length() + 2 - name.length());
        wrap(first, " ".repeat(first.length()), text);
    }

    private static String mentions(Map<Mention.Type, Integer> mentions) {
        return mentions.entrySet().stream()
                .map(each -> switch (each.getKey()) {
                    case COUNTRY -> counted(each.getValue(), "country", "countries");
                    case PERSON -> counted(each.getValue(), "person", "persons");
                    case FIGURE -> counted(each.getValue(), "figure", "figures");
                    case DATE -> counted(each.getValue(), "date", "dates");
                })
                .collect(Collectors.joining(", "));
    }

    private static String severities(IndexReport report) {
        return counted((int) report.count(Note.Severity.ERROR), "error", "errors") + ", "
                + counted((int) report.count(Note.Severity.WARNING), "warning", "warnings") + ", "
                + count((int) report.count(Note.Severity.INFO)) + " worth knowing";
    }

    private static String counted(int number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of bytes as people say it. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f KB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
    }

    /** How many bytes a second, as people say it; nothing is divided by no time at all. */
    static String rate(long bytes, Duration took) {
        return String.format(Locale.ROOT, "%,.1f MB/s", bytes / 1e6 / Math.max(took.toNanos() / 1e9, 1e-3));
    }

    /** A time as people say it: {@code 0.4 s}, {@code 12 s}, {@code 3:07 min}, {@code 2:03:07 h}. */
    static String time(Duration time) {
        if (time.toSeconds() < 10 && time.toMillisPart() > 0) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
        }
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%,d:%02d:%02d h", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private void wrap(String first, String next, String text) {
        wrap(first, next, words(text));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** Writes {@code words} in lines, the first after {@code first}, the others after {@code next}; breaks no word. */
    private void wrap(String first, String next, List<String> words) {
        StringBuilder line = new StringBuilder(first);
        int columns = Columns.of(first);
        boolean begun = false;
        for (String word : words) {
            int more = Columns.of(word);
            if (begun && columns + 1 + more > width) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                columns = Columns.of(next);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            columns += more + (begun ? 1 : 0);
            begun = true;
        }
        lines.add(line.toString());
    }

    /** Under what a reader finds a group. */
    private enum Section {
        NOT_INDEXED("Not in the index:"),
        TO_LOOK_AT("In the index, but not as expected:"),
        TO_KNOW("Worth knowing:");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        static Section of(NoteGroup group) {
            if (group.kind().severity() == Note.Severity.INFO) {
                return TO_KNOW;
            }
            return group.kind().leftOut() ? NOT_INDEXED : TO_LOOK_AT;
        }
    }
}
