package wherein.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wherein.json.Offsets;
import wherein.query.Query;
import wherein.query.QueryParser;
import wherein.search.Filter;

/**
 * A query and the filters that go with it.
 *
 * @param text of the query as it was given
 * @param parsed the query
 * @param reader reads another text as this one was read; empty if it is no query
 * @param filters beside it
 * @param offsets the unit of offsets in the answer
 * @param declared all parameters that the request might have
 * @param arguments for what else an endpoint reads; {@link Arguments#check} tells of all faults
 */
record Question(
        String text,
        QueryParser.Parsed parsed,
        Function<String, Optional<Query>> reader,
        List<Filter> filters,
        Offsets offsets,
        List<Parameter<?>> declared,
        Arguments arguments) {

    Query query() {
        return parsed.query();
    }

    /** The query that {@code other} would be in place of the text; empty if it is none. */
    Optional<Query> read(String other) {
        return reader.apply(other);
    }
}
