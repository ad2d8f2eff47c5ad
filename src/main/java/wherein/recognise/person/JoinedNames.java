package wherein.recognise.person;

import java.util.List;
import java.util.function.IntPredicate;

/** Finds who is named beside another: where one of "Crane and Dobbs" is a person, so is the other, if it is no other word. */
final class JoinedNames {

    private static final int NAME = Flags.GIVEN | Flags.SURNAME | Flags.MORPH | Flags.PATRONYMIC;

    private final Units units;
    private final Vetoes vetoes;
    private final PersonEvidence evidence;
    private final IntPredicate free;
    private final Citations.Sink sink;

    JoinedNames(Units units, Vetoes vetoes, PersonEvidence evidence, IntPredicate free, Citations.Sink sink) {
        this.units = units;
        this.vetoes = vetoes;
        this.evidence = evidence;
        this.free = free;
        this.sink = sink;
    }

    /** Adds those beside {@code names}, of which only those of one word count. */
    void find(List<Name> names) {
        for (Name name : names) {
            units.checkpoint.step();
            if (name.length() == 1) {
                beside(name.end(), name.end() + 1);
                beside(name.start() - 1, name.start() - 2);
                listed(name.end());
            }
        }
    }

    private void beside(int join, int other) {
        if (units.has(join, Flags.JOIN)
                && units.shape[join] == Units.LOWER
                && isAlone(other)
                && !vetoes.vetoed(other, other + 1)) {
            sink.add(other, other + 1, "joined");
        }
    }

    /** Adds those who go on a list of names and numbers: Petrov 12, Ames 80. */
    private void listed(int behind) {
        int at = behind;
        while (isNumber(at)
                && units.is(at + 1, ',')
                && isAlone(at + 2)
                && isNumber(at + 3)
                && !vetoes.vetoed(at + 2, at + 3)) {
            sink.add(at + 2, at + 3, "joined");
            at += 3;
        }
    }

    private boolean isNumber(int i) {
        return i < units.size && units.shape[i] == Units.NUMBER;
    }

    /** Whether the unit is a run by itself and no word of any list. */
    private boolean isAlone(int i) {
        return i > 0
                && i < units.size
                && units.shape[i] == Units.CAPITALISED
                && units.end(i) - units.start(i) > 2
                && !units.has(i, ~NAME)
                && free.test(i)
                && (evidence.of(i) & (PersonEvidence.LOWER | PersonEvidence.AFTER_IN | PersonEvidence.AFTER_THE)) == 0
                && !units.isCapital(i - 1)
                && !units.isCapital(i + 1)
                && !units.line[i];
    }
}
