package wherein.query;

import java.util.Collection;
import java.util.List;

/** Knows what people call the countries and persons of a ledger, and its units. */
public interface Names {

    /** Knows nothing: every name is its own id. */
    Names NONE = new Names() {
        @Override
        public List<String> ids(Named type, String name) {
            return List.of(name);
        }

        @Override
        public Collection<String> kept(Named type, String id) {
            return List.of(id);
        }

        @Override
        public String id(Named type, String kept) {
            return kept;
        }

        @Override
        public String label(Named type, String id) {
            return id;
        }

        @Override
        public Collection<String> known(Named type) {
            return List.of();
        }
    };

    /**
     * The ids that {@code name} may mean, the likeliest first; none if it means nothing.
     */
    List<String> ids(Named type, String name);

    /** The ids under which the rows of the ledger keep what {@code id} stands for: a person may have several. */
    Collection<String> kept(Named type, String id);

    /** The names by which texts are looked through for what {@code id} stands for, the plainest first. */
    default Collection<String> called(Named type, String id) {
        return kept(type, id);
    }

    /** The id that stands for what a row keeps as {@code kept}. */
    String id(Named type, String kept);

    /** What readers call {@code id}. */
    String label(Named type, String id);

    /** Names to choose from, for somebody who wrote an unknown one. */
    Collection<String> known(Named type);

    /**
     * These names for one request. Where they have to be read first, {@code check} is called again and again while the request
     * waits for them, and what it throws ends the wait: a request that has a deadline gives the check of that.
     */
    default Names within(Runnable check) {
        return this;
    }
}
