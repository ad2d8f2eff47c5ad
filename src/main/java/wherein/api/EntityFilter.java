package wherein.api;

import java.util.List;
import wherein.query.Named;

/**
 * A parameter that narrows the passages by countries, persons or units that they mention.
 *
 * @param type what its values are names of
 * @param there how many of them have to be there
 */
record EntityFilter(Named type, There there, Parameter<List<String>> parameter) {

    /** How many of some have to be there. */
    enum There {
        /** One or more. */
        ANY,
        /** Each. */
        ALL,
        /** None. */
        NONE
    }

    /** {@code country}, {@code country.all} or {@code not.country}, and so for the other types. */
    static EntityFilter of(Named type, There there, String doc) {
        String name = switch (there) {
            case ANY -> type.word();
            case ALL -> type.word() + ".all";
            case NONE -> "not." + type.word();
        };
        String form = switch (type) {
            case COUNTRY -> "NAME|CODE";
            case PERSON -> "NAME";
            case UNIT -> "UNIT";
        };
        return new EntityFilter(type, there, Parameter.names(name, form, doc));
    }
}
