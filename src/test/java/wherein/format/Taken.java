package wherein.format;

import java.util.ArrayList;
import java.util.List;
import wherein.document.NoteKind;

/** What came of a file. */
final class Taken implements Extracts {

    final List<Extract> extracts = new ArrayList<>();

    /** Each as {@code KIND line: message}. */
    final List<String> notes = new ArrayList<>();

    long bytes;

    @Override
    public void add(Extract extract) {
        extracts.add(extract);
    }

    @Override
    public void tell(NoteKind kind, int line, String message) {
        notes.add(kind + " " + line + ": " + message);
    }

    @Override
    public void read(long more) {
        bytes += more;
    }

    List<String> texts() {
        return extracts.stream().map(extract -> extract.text().strip()).toList();
    }
}
