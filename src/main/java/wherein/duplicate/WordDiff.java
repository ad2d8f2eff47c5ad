package wherein.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.text.Span;

/**
 * Aligns two texts that are not equal. Pairs of neighbouring words that each has once are the anchors (a patience diff); the
 * best run of them is extended word by word, and what is left between is what differs.
 */
final class WordDiff {

    /** A gap with more pairs of words is one difference. */
    private static final int MOST_PAIRS = 1 << 12;

    /** What a word that is not in the other text costs, where one that is counts 1: a chance pair far away joins no run. */
    private static final double GAP = 0.5;

    /** So many words more than it has are looked at for those of the text that ends first. */
    private static final int EDGE = 4;

    private final Words left;
    private final Words right;
    private final List<Difference> differences = new ArrayList<>();
    private int common;

    WordDiff(Words left, Words right) {
        this.left = left;
        this.right = right;
    }

    /** A run of equal words. */
    private record Block(int left, int right, int length) {
        int leftEnd() {
            return left + length;
        }

        int rightEnd() {
            return right + length;
        }
    }

    /** What the two have in common; empty if it is less than four fifths of the shorter. */
    Optional<Match> match() {
        List<Block> run = bestRun(blocks(chain(anchors())));
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Block first = run.getFirst();
        Block last = run.getLast();
        Block start = edge(first.left, first.right, -1, first);
        Block end = edge(left.size() - last.leftEnd(), right.size() - last.rightEnd(), 1, last);
        Block previous = start;
        for (Block block : run) {
            gap(previous, block);
            common += block.length;
            previous = block;
        }
        gap(previous, end);
        start = trimmed(start, true);
        end = trimmed(end, false);
        int shorter = Math.min(left.size(), right.size());
        if (common < Math.max(shorter * Alignment.CONTAINED, Math.min(shorter, Words.LEAST) - 1)) {
            return Optional.empty();
        }
        return Optional.of(new Match(
                differences.isEmpty() ? Likeness.SAME : Likeness.VARIANT,
                new Span(start.left, end.left),
                new Span(start.right, end.right),
                differences));
    }

    /**
     * How far the texts are compared beyond the run. Where both go on they differ, as far as the one goes that ends first; where
     * one ends, the other was cut.
     *
     * @param here words of the first text beyond the run
     * @param there words of the second
     * @param direction -1 before the run, 1 behind it
     */
    private static Block edge(int here, int there, int direction, Block run) {
        int both = Math.min(here, there);
        int most = both == 0 ? 0 : 2 * both + EDGE;
        int left = Math.min(here, most);
        int right = Math.min(there, most);
        return direction < 0
                ? new Block(run.left - left, run.right - right, 0)
                : new Block(run.leftEnd() + left, run.rightEnd() + right, 0);
    }

    /**
     * Takes off the difference at an edge what is no more than a cut, and says where the texts are compared from, or to.
     *
     * @param edge where they were compared from, or to
     */
    private Block trimmed(Block edge, boolean atStart) {
        if (differences.isEmpty()) {
            return edge;
        }
        Difference last = atStart ? differences.getFirst() : differences.getLast();
        if (!corner(last.left(), last.right(), atStart).equals(edge)) {
            return edge;
        }
        differences.remove(last);
        int both = Math.min(last.left().length(), last.right().length());
        for (int more = both; both <= EDGE && more <= 2 * both; more++) {
            Span here = near(last.left(), last.left().length() == both ? both : more, atStart);
            Span there = near(last.right(), last.right().length() == both ? both : more, atStart);
            if (areEqual(here, there)) {
                common += both;
                return corner(here, there, atStart);
            }
        }
        Span here = near(last.left(), both, atStart);
        Span there = near(last.right(), both, atStart);
        if (both > 0) {
            differences.add(atStart ? 0 : differences.size(), new Difference(here, there));
        }
        return corner(here, there, atStart);
    }

    /** Where two spans begin, or end. */
    private static Block corner(Span here, Span there, boolean start) {
        return start ? new Block(here.start(), there.start(), 0) : new Block(here.end(), there.end(), 0);
    }

    /** The {@code length} words of {@code span} that are next to the run. */
    private static Span near(Span span, int length, boolean atStart) {
        int kept = Math.min(span.length(), length);
        return atStart ? new Span(span.end() - kept, span.end()) : new Span(span.start(), span.start() + kept);
    }

    private boolean isEqual(int i, int j) {
        return left.form(i).equals(right.form(j));
    }

    /** Where pairs of words begin that both texts have once, in the order of the first. */
    private List<Block> anchors() {
        Map<Long, Integer> once = new HashMap<>();
        for (int j = 0; j + 1 < right.size(); j++) {
            once.merge(pair(right, j), j, (a, b) -> -1);
        }
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 0; i + 1 < left.size(); i++) {
            seen.merge(pair(left, i), 1, Integer::sum);
        }
        List<Block> anchors = new ArrayList<>();
        for (int i = 0; i + 1 < left.size(); i++) {
            int j = once.getOrDefault(pair(left, i), -1);
            if (j >= 0 && seen.get(pair(left, i)) == 1 && isEqual(i, j) && isEqual(i + 1, j + 1)) {
                anchors.add(new Block(i, j, 2));
            }
        }
        return anchors;
    }

    private static long pair(Words words, int i) {
        return (long) words.form(i).hashCode() << 32 | words.form(i + 1).hashCode() & 0xFFFFFFFFL;
    }

    /** The most of them that stand in the same order in both texts. */
    private static List<Block> chain(List<Block> anchors) {
        int[] tails = new int[anchors.size()];
        int[] previous = new int[anchors.size()];
        int length = 0;
        for (int i = 0; i < tails.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (anchors.get(tails[middle]).right < anchors.get(i).right) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        Block[] chain = new Block[length];
        for (int i = length - 1, at = length == 0 ? -1 : tails[length - 1]; i >= 0; i--, at = previous[at]) {
            chain[i] = anchors.get(at);
        }
        return Arrays.asList(chain);
    }

    /** The runs of equal words around {@code anchors}, none overlapping another. */
    private List<Block> blocks(List<Block> anchors) {
        List<Block> blocks = new ArrayList<>();
        int leftDone = 0;
        int rightDone = 0;
        for (Block anchor : anchors) {
            int i = anchor.left;
            int j = anchor.right;
            if (i < leftDone || j < rightDone) {
                // The anchor is part of the block before, or begins with its last word.
                continue;
            }
            while (i > leftDone && j > rightDone && isEqual(i - 1, j - 1)) {
                i--;
                j--;
            }
            leftDone = anchor.left;
            rightDone = anchor.right;
            while (leftDone < left.size() && rightDone < right.size() && isEqual(leftDone, rightDone)) {
                leftDone++;
                rightDone++;
            }
            blocks.add(new Block(i, j, leftDone - i));
        }
        return blocks;
    }

    /** Those neighbours among the blocks that have the most words in common, less what stands between them. */
    private static List<Block> bestRun(List<Block> blocks) {
        double best = 0;
        int from = 0;
        int to = 0;
        double score = 0;
        int begin = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i > 0) {
                Block before = blocks.get(i - 1);
                score -= GAP * Math.max(block.left - before.leftEnd(), block.right - before.rightEnd());
            }
            if (score <= 0) {
                score = 0;
                begin = i;
            }
            score += block.length;
            if (score > best) {
                best = score;
                from = begin;
                to = i + 1;
            }
        }
        return blocks.subList(from, to);
    }

    /** Adds what differs between two blocks. */
    private void gap(Block before, Block behind) {
        Span here = new Span(before.leftEnd(), behind.left);
        Span there = new Span(before.rightEnd(), behind.right);
        if ((long) here.length() * there.length() > MOST_PAIRS) {
            differ(here, there);
            return;
        }
        int[][] equal = longest(here, there);
        int i = here.start();
        int j = there.start();
        int fromI = i;
        int fromJ = j;
        while (i < here.end() && j < there.end()) {
            if (isEqual(i, j)) {
                differ(new Span(fromI, i), new Span(fromJ, j));
                common++;
                fromI = ++i;
                fromJ = ++j;
            } else if (equal[i - here.start() + 1][j - there.start()]
                    >= equal[i - here.start()][j - there.start() + 1]) {
                i++;
            } else {
                j++;
            }
        }
        differ(new Span(fromI, here.end()), new Span(fromJ, there.end()));
    }

    /** How many words the rest of the one has in common with the rest of the other, in order. */
    private int[][] longest(Span here, Span there) {
        int[][] equal = new int[here.length() + 1][there.length() + 1];
        for (int i = here.length() - 1; i >= 0; i--) {
            for (int j = there.length() - 1; j >= 0; j--) {
                equal[i][j] = isEqual(here.start() + i, there.start() + j)
                        ? equal[i + 1][j + 1] + 1
                        : Math.max(equal[i + 1][j], equal[i][j + 1]);
            }
        }
        return equal;
    }

    private void differ(Span here, Span there) {
        if (here.length() == 0 && there.length() == 0) {
            return;
        }
        if (areEqual(here, there)) {
            common += Math.min(here.length(), there.length());
        } else {
            differences.add(new Difference(here, there));
        }
    }

    private boolean areEqual(Span here, Span there) {
        return here.length() > 0
                && there.length() > 0
                && areEqualButForHyphens(joined(left, here), joined(right, there));
    }

    /** Whether all words of two texts are equal, where a hyphen at the end of a line may stand for none. */
    static boolean areEqual(Words left, Words right) {
        return left.equalTo(right)
                || areEqualButForHyphens(
                        joined(left, new Span(0, left.size())), joined(right, new Span(0, right.size())));
    }

    private static String joined(Words words, Span span) {
        StringBuilder joined = new StringBuilder();
        for (int i = span.start(); i < span.end(); i++) {
            if (i > span.start()) {
                joined.append(words.isHyphened(i - 1) ? Words.HYPHEN : ' ');
            }
            joined.append(words.form(i));
        }
        return joined.toString();
    }

    /**
     * Whether two runs of words are one where a hyphen at the end of a line stands for none, or for one that would stand in the
     * middle of it; not for a space: "не-" at the end of a line is the beginning of a word.
     */
    private static boolean areEqualButForHyphens(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            boolean open = isOpen(one, i);
            boolean otherOpen = isOpen(other, j);
            if (one.charAt(i) == other.charAt(j)
                    || isGap(one.charAt(i)) && isGap(other.charAt(j))
                    || open && other.charAt(j) == Words.HYPHEN
                    || otherOpen && one.charAt(i) == Words.HYPHEN) {
                i++;
                j++;
            } else if (open) {
                i++;
            } else if (otherOpen) {
                j++;
            } else {
                return false;
            }
        }
        return i == one.length() && j == other.length();
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == Words.HYPHEN;
    }

    /** Whether the sign is a hyphen at the end of a line, within a word. */
    private static boolean isOpen(String words, int i) {
        return words.charAt(i) == Words.SOFT
                && i > 0
                && !isGap(words.charAt(i - 1))
                && i + 1 < words.length()
                && !isGap(words.charAt(i + 1));
    }
}
