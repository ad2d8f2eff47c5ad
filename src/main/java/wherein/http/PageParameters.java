package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Parameter;
import wherein.api.Role;
import wherein.json.Json;

/**
 * What the page has to know of the parameters of the API, from the roles that they have there: which of them narrow the passages
 * that all views show, which are of the rows of one view, and which shape an answer and are no part of a view.
 */
final class PageParameters {

    private PageParameters() {}

    /** Three lists of names, as a script of data for the shell: {@code passages}, {@code rows} and {@code form}. */
    static String data() {
        ObjectNode data = Json.object();
        names(data.putArray("passages"), ofPassages());
        names(data.putArray("rows"), ofRows());
        names(data.putArray("form"), ofForm());
        return "<script type=\"application/json\" id=\"parameters\">" + Json.text(data) + "</script>\n";
    }

    private static void names(ArrayNode array, Set<String> names) {
        names.forEach(array::add);
    }

    private static Set<String> ofPassages() {
        return named(List.of(Endpoints.of("/search")), Set.of(Role.SELECTS));
    }

    /** What selects or orders what some endpoint lists, and selects nothing in a search. */
    private static Set<String> ofRows() {
        Set<String> rows = named(Endpoints.all(), Set.of(Role.SELECTS, Role.ORDERS));
        rows.removeAll(ofPassages());
        return rows;
    }

    /** What neither selects nor orders anywhere. */
    private static Set<String> ofForm() {
        Set<String> form = named(Endpoints.all(), Set.of(Role.SHOWS, Role.SHAPES, Role.LIMITS, Role.PAGES));
        form.removeAll(named(Endpoints.all(), Set.of(Role.SELECTS, Role.ORDERS)));
        return form;
    }

    private static Set<String> named(List<Endpoint> endpoints, Set<Role> roles) {
        Set<String> names = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            for (Parameter<?> parameter : endpoint.parameters()) {
                if (roles.contains(parameter.role())) {
                    names.add(parameter.name());
                    names.addAll(parameter.aliases());
                }
            }
        }
        return names;
    }
}
