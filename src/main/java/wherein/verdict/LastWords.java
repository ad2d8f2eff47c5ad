package wherein.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wherein.search.RowMarks.Mark;

/** Of several verdicts on one mention, the last of each reviewer, and what they say together. */
final class LastWords {

    private LastWords() {}

    /** The last of each reviewer, in the order in which these first said something. The order of what was said at once is fixed. */
    static List<Entry> of(Collection<Entry> all) {
        Map<String, Entry> last = new LinkedHashMap<>();
        for (Entry entry : all) {
            last.merge(entry.by, entry, (one, other) -> other.isAfter(one) ? other : one);
        }
        return new ArrayList<>(last.values());
    }

    /** What all who say something say; {@link Mark#DISPUTED} where they do not agree. */
    static Mark mark(Collection<Entry> all) {
        Entry said = null;
        for (Entry entry : of(all)) {
            if (entry.word() == Word.NONE) {
                continue;
            }
            if (said != null && !said.agrees(entry)) {
                return Mark.DISPUTED;
            }
            said = entry;
        }
        return said == null ? Mark.NONE : said.word().mark();
    }
}
