package wherein.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of an endpoint.
 *
 * @param path the variables of its path, by name
 * @param parameters as they were given, each with its values in their order
 * @param form in which it is to be answered, one of the endpoint's
 * @param address of this server as the client knows it, without a slash at its end, for links that stand by themselves; empty
 *     where there is no server
 */
public record Request(Map<String, String> path, Map<String, List<String>> parameters, Form form, String address) {

    /** Takes copies. */
    public Request {
        path = Map.copyOf(path);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A request of this program itself, for an answer in the first form of {@code endpoint}. */
    public static Request of(Endpoint endpoint, Map<String, List<String>> parameters) {
        return new Request(Map.of(), parameters, endpoint.forms().getFirst(), "");
    }

    /** The same request for an answer in another form. */
    public Request in(Form other) {
        return new Request(path, parameters, other, address);
    }

    /** The value of the variable {@code name} of the path. */
    String variable(String name) {
        return path.get(name);
    }
}
