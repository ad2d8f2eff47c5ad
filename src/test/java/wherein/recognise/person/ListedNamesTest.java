package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.Seeded;

/** A name is looked up in a list of persons, and found to be whoever a comparison with all of them finds. */
class ListedNamesTest {

    private static final List<String> PARTS = List.of(
            "Anna",
            "Аня",
            "Anya",
            "Vladimir",
            "Владимир",
            "Volodya",
            "V.",
            "V",
            "Petrov",
            "Petrova",
            "Путин",
            "Putin",
            "Lee",
            "P",
            "-",
            "de",
            "Ivanovich",
            "A.",
            "Sasha",
            "Alexander");

    @Test
    void lookingUpFindsWhoComparingWithAllFinds() {
        Seeded.times(20_000, random -> {
            List<KnownPerson> people = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                people.add(new KnownPerson(name(random), List.of(name(random), name(random))));
            }
            String name = name(random);
            assertThat(new ListedNames(people).of(name))
                    .as(name + " among " + people)
                    .isEqualTo(compared(people, name));
        });
    }

    @Test
    void theWorkGrowsWithTheListAndTheNames() throws Exception {
        Growth growth = new Growth(2_000);
        growth.measure("a list and as many names", ListedNamesTest::people, people -> {
            ListedNames names = new ListedNames(people);
            return people.stream()
                    .filter(person -> names.of(person.name() + "ski").isPresent())
                    .count();
        });
        growth.check();
    }

    private static List<KnownPerson> people(int count) {
        List<KnownPerson> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new KnownPerson("Anna " + Integer.toString(i + 100_000, 5), List.of()));
        }
        return people;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(Seeded.one(random, PARTS));
        for (int i = random.nextInt(3); i > 0; i--) {
            name.append(' ').append(Seeded.one(random, PARTS));
        }
        return name.toString();
    }

    private static Optional<KnownPerson> compared(List<KnownPerson> people, String name) {
        boolean full = name.indexOf(' ') > 0;
        return people.stream()
                .filter(person -> full && PersonNames.compatible(name, person.name())
                        || person.aliases().stream()
                                .anyMatch(alias -> alias.equals(name)
                                        || full && alias.indexOf(' ') > 0 && PersonNames.compatible(name, alias)))
                .findFirst();
    }
}
