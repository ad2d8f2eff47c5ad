package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class PersonJoinTest {

    private static final String[] GIVEN = {
        "Anna", "Анна", "Boris", "B.", "Vladimir", "Владимир", "Volodia", "J.", "John"
    };
    private static final String[] MIDDLE = {"", "", "", "Sergeevna", "Q.", "van", "Иванович"};
    private static final String[] SURNAME = {"", "Smith", "Petrova", "Петрова", "Putin", "Путин", "Li", "Orlov"};

    @Test
    void oneNameInTwoScriptsIsOnePersonUnderTheFullestNameThatIsMostFrequent() {
        PersonJoin join = new PersonJoin(Map.of("Anna Petrova", 3, "Анна Петрова", 2, "Petrova", 9));
        assertThat(join.ids()).containsExactly("Anna Petrova");
        assertThat(join.id("Petrova")).isEqualTo("Anna Petrova");
        assertThat(join.names("Anna Petrova")).containsExactlyInAnyOrder("Anna Petrova", "Анна Петрова", "Petrova");
    }

    @Test
    void aNameThatFitsTwoFullerOnesStaysApart() {
        PersonJoin join = new PersonJoin(Map.of("Anna Petrova", 3, "Boris Petrova", 2, "Petrova", 9));
        assertThat(join.id("Petrova")).isEqualTo("Petrova");
        assertThat(join.find("petrova")).containsExactly("Anna Petrova", "Boris Petrova", "Petrova");
        assertThat(join.find("...")).isEmpty();
    }

    @Test
    void eachNameIsOfTheOnlyFullerPersonThatItMayBeOrOfItsOwn() {
        Seeded.times(500, random -> {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                String name = (Seeded.one(random, GIVEN) + " " + Seeded.one(random, MIDDLE) + " "
                                + Seeded.one(random, SURNAME))
                        .strip()
                        .replaceAll(" +", " ");
                counts.put(name, 1 + random.nextInt(3));
            }
            PersonJoin join = new PersonJoin(counts);
            List<String> order = new ArrayList<>(counts.keySet());
            order.sort((a, b) -> {
                int fuller = b.split(" ").length - a.split(" ").length;
                int more = counts.get(b) - counts.get(a);
                return fuller != 0 ? fuller : more != 0 ? more : a.compareTo(b);
            });
            List<String> persons = new ArrayList<>();
            for (String name : order) {
                List<String> fit = persons.stream()
                        .filter(person -> shareAPart(person, name) && PersonNames.compatible(person, name))
                        .toList();
                assertThat(join.id(name)).as(name + " of " + order).isEqualTo(fit.size() == 1 ? fit.getFirst() : name);
                if (fit.size() != 1) {
                    persons.add(name);
                }
            }
            assertThat(join.ids()).containsExactlyInAnyOrderElementsOf(persons);
        });
    }

    private static boolean shareAPart(String one, String other) {
        List<String> parts = List.of(PersonNames.key(one).split(" "));
        return parts.stream().anyMatch(List.of(PersonNames.key(other).split(" "))::contains);
    }
}
