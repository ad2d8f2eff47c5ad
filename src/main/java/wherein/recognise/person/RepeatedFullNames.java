package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Finds a name of several words wherever the document has the same words in a row, a Russian one in whatever case. */
final class RepeatedFullNames {

    /** The names that begin alike and are compared with a place. */
    private static final int MOST = 8;

    private final Units units;
    private final PersonEvidence evidence;
    private final IntPredicate free;
    private final Citations.Sink sink;

    RepeatedFullNames(Units units, PersonEvidence evidence, IntPredicate free, Citations.Sink sink) {
        this.units = units;
        this.evidence = evidence;
        this.free = free;
        this.sink = sink;
    }

    /** Adds the places of {@code names}. */
    void find(List<Name> names) {
        Map<Long, List<Name>> byFirst = new HashMap<>();
        for (Name name : names) {
            if (name.length() > 1 && units.isCapital(name.start())) {
                List<Name> alike = byFirst.computeIfAbsent(evidence.key(name.start()), key -> new ArrayList<>(1));
                if (alike.size() < MOST && alike.stream().noneMatch(other -> isAt(other, name.start()))) {
                    alike.add(name);
                }
            }
        }
        for (int i = 0; i < units.size && !byFirst.isEmpty(); i++) {
            units.checkpoint.step();
            if (units.isCapital(i) && free.test(i) && !(i > 0 && !units.line[i] && units.isCapital(i - 1))) {
                for (Name name : byFirst.getOrDefault(evidence.key(i), List.of())) {
                    if (isAt(name, i) && !goesOn(i + name.length())) {
                        sink.add(i, i + name.length(), "repeat");
                        break;
                    }
                }
            }
        }
    }

    private boolean goesOn(int end) {
        return units.isCapital(end) && !units.line[end];
    }

    /** Whether the words of the name stand at {@code at}, all of them free but where the name itself stands. */
    private boolean isAt(Name name, int at) {
        if (at + name.length() > units.size) {
            return false;
        }
        for (int k = 0; k < name.length(); k++) {
            int here = at + k;
            boolean same = units.shape[here] == units.shape[name.start() + k]
                    && evidence.key(here) == evidence.key(name.start() + k)
                    && (k == 0 || !units.line[here]);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
