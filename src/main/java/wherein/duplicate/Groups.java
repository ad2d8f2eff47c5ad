package wherein.duplicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wherein.text.Span;

/**
 * Puts texts that are the same into groups. Texts come the longest first, and each is compared with representatives alone:
 * it joins the group of one that holds all its words in a row, or begins a group. So the groups depend on the texts and their
 * places only, and not on the order in which they were added; each member was compared word for word; and the work grows with
 * the number of texts, however many are alike.
 */
public final class Groups {

    /** With so many representatives at most is a text compared: those with which it shares most prints, and the rarest. */
    private static final int MOST_COMPARED = 8;

    /** A print that more representatives have is a turn of phrase. */
    private static final int MOST_SHARING = 64;

    /** The words of so many representatives are kept at hand. */
    private static final int AT_HAND = 256;

    private final Texts texts;
    private final List<Founding> founded = new ArrayList<>();
    private final Map<Integer, List<Integer>> byPrint = new HashMap<>();
    private final Map<Integer, List<Known>> byHash = new HashMap<>();
    private final Map<Unit, Words> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Unit, Words> eldest) {
            return size() > AT_HAND;
        }
    };

    private Groups(Texts texts) {
        this.texts = texts;
    }

    /** Reads the texts. */
    @FunctionalInterface
    public interface Texts {
        /** The words of {@code unit}; asked once for each, and more often for representatives. */
        Words of(Unit unit) throws IOException;
    }

    /** A group that grows. */
    private record Founding(Unit unit, List<Group.Member> members, List<Unit> variants) {}

    /** A text with words of its own: all equal ones go where it went. */
    private record Known(Group.Member member, int group) {}

    /**
     * The groups of {@code units}, in the order of their names: those of two or more members, or with variants. Reads each
     * text once, and compares it with eight others at most.
     */
    public static List<Group> of(Collection<Unit> units, Texts texts) throws IOException {
        Groups groups = new Groups(texts);
        for (Unit unit : units.stream().sorted(Unit.LONGEST_FIRST).toList()) {
            groups.add(unit);
        }
        return groups.founded.stream()
                .filter(each -> each.members.size() > 1 || !each.variants.isEmpty())
                .map(each -> new Group(
                        each.unit,
                        each.members.stream()
                                .sorted(Comparator.comparing(Group.Member::unit))
                                .toList(),
                        each.variants.stream().sorted().toList()))
                .sorted(Comparator.comparing(Group::name))
                .toList();
    }

    private void add(Unit unit) throws IOException {
        Words words = texts.of(unit);
        List<Known> alike = byHash.computeIfAbsent(words.hash(), hash -> new ArrayList<>(1));
        for (Known known : alike) {
            if (words(known.member.unit()).equalTo(words)) {
                founded.get(known.group)
                        .members
                        .add(new Group.Member(unit.found(), known.member.run(), known.member.letters()));
                return;
            }
        }
        Group.Member member = Group.Member.of(unit.found(), words, new Span(0, words.size()));
        int group = founded.size();
        List<Unit> variants = new ArrayList<>(0);
        for (int candidate : candidates(unit)) {
            Unit representative = founded.get(candidate).unit;
            Words other = words(representative);
            Optional<Match> match = Match.of(words, other);
            if (match.isEmpty()) {
                continue;
            }
            boolean isHeld = match.get().likeness() == Likeness.SAME
                    && match.get().left().length() == words.size();
            if (isHeld) {
                group = candidate;
                member = Group.Member.of(unit.found(), other, match.get().right());
                break;
            }
            variants.add(representative);
        }
        alike.add(new Known(member, group));
        if (group == founded.size()) {
            founded.add(new Founding(unit.found(), new ArrayList<>(1), variants));
            offer(unit, group);
        }
        founded.get(group).members.add(member);
    }

    private Words words(Unit unit) throws IOException {
        Words words = atHand.get(unit);
        if (words == null) {
            words = texts.of(unit);
            atHand.put(unit, words);
        }
        return words;
    }

    /**
     * The groups whose representatives share most prints with {@code unit}, and of these the earliest. A print counts the more
     * the fewer have it, and nothing where it is a turn of phrase: of texts made of one form, each is told by the words that are its
     * own.
     */
    private List<Integer> candidates(Unit unit) {
        Map<Integer, Integer> shared = new TreeMap<>();
        for (int print : unit.prints()) {
            List<Integer> sharing = byPrint.getOrDefault(print, List.of());
            if (sharing.size() < MOST_SHARING) {
                sharing.forEach(group -> shared.merge(group, MOST_SHARING / sharing.size(), Integer::sum));
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void offer(Unit unit, int group) {
        for (int print : unit.prints()) {
            List<Integer> sharing = byPrint.computeIfAbsent(print, each -> new ArrayList<>(1));
            if (sharing.size() < MOST_SHARING) {
                sharing.add(group);
            }
        }
    }
}
