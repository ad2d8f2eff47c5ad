package wherein.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Growth;
import wherein.Seeded;

class GroupsTest {

    private static final int MANY = 2_000;

    private static final String LONG =
            "The ferry left at dawn. Nobody at the old harbour saw that the crew had taken the"
                    + " green lamp from the wall, and nobody asked. It came back a year later.";
    private static final String QUOTATION = "“Nobody at the old harbour saw that the crew had taken the green lamp”";

    @Test
    void aGroupIsNamedByItsFirstMemberAndHeldByItsLongest() throws IOException {
        List<Group> groups = new Grouped()
                .add(3, QUOTATION)
                .add(5, LONG)
                .add(7, LONG.toUpperCase(java.util.Locale.ROOT))
                .groups();
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.name().document()).isEqualTo(3);
            assertThat(group.representative().document()).isEqualTo(5);
            assertThat(group.members().getFirst().run().length()).isEqualTo(14);
        });
    }

    @Test
    void aVariantIsInNoGroupButKnown() throws IOException {
        List<Group> groups =
                new Grouped().add(1, LONG).add(2, LONG.replace("green", "red")).groups();
        assertThat(Grouped.documents(groups)).isEmpty();
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.name().document()).isEqualTo(2);
            assertThat(group.variants()).extracting(Unit::document).containsExactly(1);
        });
    }

    @Test
    void shortTextsAreGroupedWhereAllWordsAreEqual() throws IOException {
        List<Group> groups = new Grouped()
                .add(1, "The green lamp")
                .add(2, "THE GREEN LAMP:")
                .add(3, "The green lamps")
                .add(4, "The lamp green")
                .groups();
        assertThat(Grouped.documents(groups)).containsExactly(List.of(1, 2));
    }

    @Test
    void shortTextsAreGroupedWhereALineEndBreaksAWord() throws IOException {
        List<Group> groups = new Grouped()
                .add(1, "The well-\nknown har-\nbour")
                .add(2, "The well-known harbour")
                .add(3, "The well known har bour")
                .groups();
        assertThat(Grouped.documents(groups)).containsExactly(List.of(1, 2));
    }

    /** Reports that are made from one form: nearly all prints are those of all. */
    @ParameterizedTest
    @ValueSource(ints = {300, 3_000})
    void copiesOfTextsOfOneFormAreGrouped(int texts) throws Exception {
        Seeded.times(1, random -> {
            Grouped grouped = new Grouped();
            for (int i = 0; i < texts; i++) {
                String[] words = ("On day %d the ferry brought %d crates of herring to the upper pier before noon."
                                + " The keeper of the light counted %d gulls on the wall, wrote it down and went to bed."
                                + " Nobody asked what had become of the %d men who came with her, nor of the lamp.")
                        .formatted(1_000 + i, random.nextInt(99_999), random.nextInt(99_999), random.nextInt(99_999))
                        .split(" ");
                grouped.add(2 * i, String.join(" ", words));
                int from = random.nextInt(6);
                int to = words.length - random.nextInt(6);
                grouped.add(2 * i + 1, String.join(" ", Arrays.asList(words).subList(from, to)));
            }
            List<List<Integer>> found = Grouped.documents(grouped.groups());
            assertThat(found).hasSizeGreaterThanOrEqualTo(texts * 98 / 100);
            assertThat(found).allMatch(group -> group.size() == 2 && group.get(0) / 2 == group.get(1) / 2);
        });
    }

    @Test
    void plantedCopiesAreGrouped() throws Exception {
        Seeded.times(2, random -> {
            Copies copies = new Copies(random);
            Grouped grouped = new Grouped();
            for (int i = 0; i < MANY; i++) {
                var passage = copies.passage();
                grouped.add(2 * i, copies.written(passage));
                // Another headline stands before it, or none; it was cut, set in other lines and other quotation marks.
                String headline = random.nextInt(3) == 0 ? String.join(" ", copies.sentence(4, 7)) + "\n\n" : "";
                var cut = random.nextInt(3) == 0 ? passage : copies.cut(passage);
                int width = random.nextBoolean() ? 0 : 30 + random.nextInt(50);
                grouped.add(2 * i + 1, headline + copies.written(cut, copies.quotes(), width));
            }
            List<List<Integer>> found = Grouped.documents(grouped.groups());
            Set<List<Integer>> pairs = new HashSet<>(found);
            int together = 0;
            for (int i = 0; i < MANY; i++) {
                together += pairs.contains(List.of(2 * i, 2 * i + 1)) ? 1 : 0;
            }
            assertThat(together).isGreaterThanOrEqualTo(MANY * 98 / 100);
            assertThat(found)
                    .allMatch(group -> group.stream()
                                    .map(document -> document / 2)
                                    .distinct()
                                    .count()
                            == 1);
        });
    }

    @Test
    void ofPairsThatDifferInAWordNoneIsTheSameAndTheDifferenceIsShown() throws Exception {
        Seeded.times(2, random -> {
            Copies copies = new Copies(random);
            Grouped grouped = new Grouped();
            int told = 0;
            for (int i = 0; i < MANY; i++) {
                var passage = copies.passage();
                String one = copies.written(passage);
                String other = copies.written(copies.changed(passage), copies.quotes(), random.nextBoolean() ? 0 : 60);
                grouped.add(2 * i, one).add(2 * i + 1, other);
                var found = Alignment.of(Words.of(one), Words.of(other));
                assertThat(found.map(Alignment::likeness))
                        .as(one + "\n" + other)
                        .isNotEqualTo(java.util.Optional.of(Likeness.SAME));
                told += found.isPresent() ? 1 : 0;
            }
            List<Group> groups = grouped.groups();
            assertThat(Grouped.documents(groups)).isEmpty();
            assertThat(told).isGreaterThanOrEqualTo(MANY * 98 / 100);
            assertThat(groups)
                    .hasSizeGreaterThanOrEqualTo(MANY * 98 / 100)
                    .allMatch(group -> group.variants().size() == 1);
        });
    }

    @Test
    void groupsDependOnTheTextsAndNotOnTheirHistory() {
        Seeded.times(30, random -> {
            Copies copies = new Copies(random);
            Grouped grouped = new Grouped();
            List<List<List<String>>> passages = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                var passage =
                        passages.isEmpty() || random.nextInt(3) == 0 ? copies.passage() : Seeded.one(random, passages);
                var written = switch (random.nextInt(4)) {
                    case 0 -> copies.cut(passage);
                    case 1 -> copies.changed(passage);
                    default -> passage;
                };
                passages.add(written);
                grouped.add(i, copies.written(written, copies.quotes(), 50));
            }
            List<Group> groups = grouped.groups();
            assertThat(grouped.groups(random)).isEqualTo(groups);
            assertThat(grouped.groups(new Random(random.nextLong()))).isEqualTo(groups);
        });
    }

    @Test
    void theWorkGrowsWithTheNumberOfTexts() throws Exception {
        Growth growth = new Growth(500);
        growth.measure("copies of one text", size -> texts(size, 1, false), Grouped::groups);
        growth.measure("copies of one text, each cut", size -> texts(size, 1, true), Grouped::groups);
        growth.measure("texts that are not alike", size -> texts(size, size, false), Grouped::groups);
        growth.measure("two of each text", size -> texts(size, size / 2, true), Grouped::groups);
        growth.measure("texts that share a sentence", GroupsTest::sharing, Grouped::groups);
        growth.measure("texts of one form", GroupsTest::ofOneForm, Grouped::groups);
        growth.check();
    }

    private static Grouped texts(int size, int kinds, boolean cut) {
        Copies copies = new Copies(new Random(size));
        Grouped grouped = new Grouped();
        List<List<List<String>>> passages = new ArrayList<>();
        for (int i = 0; i < kinds; i++) {
            passages.add(copies.passage());
        }
        for (int i = 0; i < size; i++) {
            var passage = passages.get(i % kinds);
            grouped.add(i, copies.written(cut ? copies.cut(passage) : passage));
        }
        return grouped;
    }

    private static Grouped ofOneForm(int size) {
        Grouped grouped = new Grouped();
        for (int i = 0; i < size; i++) {
            grouped.add(i, "Gull " + i + " came over the sea from the north that day, and nobody asked it to stay.");
        }
        return grouped;
    }

    private static Grouped sharing(int size) {
        Copies copies = new Copies(new Random(size));
        List<String> shared = copies.sentence(20, 20);
        Grouped grouped = new Grouped();
        for (int i = 0; i < size; i++) {
            grouped.add(i, copies.written(List.of(copies.sentence(20, 30), shared, copies.sentence(20, 30))));
        }
        return grouped;
    }
}
