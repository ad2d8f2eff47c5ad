package wherein.recognise.person;

import java.util.List;

/**
 * A person whom a reader has told of.
 *
 * @param name the name that mentions of this person get
 * @param aliases further names that lead to it, as they stand in texts
 */
public record KnownPerson(String name, List<String> aliases) {

    /** Takes a copy of {@code aliases} and checks that there is a name. */
    public KnownPerson {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person without a name");
        }
        aliases = List.copyOf(aliases);
    }
}
