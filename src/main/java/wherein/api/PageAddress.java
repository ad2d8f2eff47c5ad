package wherein.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wherein.json.Json;

/**
 * The address of a view of the page, which shows what a request selects and what else is said. The page has the parameters of the
 * API, but for the manner in which a query is read.
 */
final class PageAddress {

    private final Map<String, List<String>> parameters;

    private PageAddress(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** What {@code arguments} select, without what those of {@code own} say, which no view but that of the endpoint knows. */
    static PageAddress of(Arguments arguments, Set<String> own) {
        Map<String, List<String>> selected = new LinkedHashMap<>();
        for (Parameter<?> parameter : arguments.declared()) {
            List<String> values = arguments.all(parameter.name());
            boolean known = parameter.role() == Role.SELECTS && !parameter.equals(Parameters.MODE);
            if (known && !values.isEmpty() && !own.contains(parameter.name())) {
                selected.put(parameter.name(), values);
            }
        }
        return new PageAddress(selected);
    }

    /** This with one more value of {@code name}. */
    PageAddress and(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new PageAddress(more);
    }

    /** This with {@code value} as the only one of {@code name}. */
    PageAddress only(String name, String value) {
        Map<String, List<String>> other = new LinkedHashMap<>(parameters);
        other.put(name, List.of(value));
        return new PageAddress(other);
    }

    /** This without {@code name}. */
    PageAddress without(String name) {
        Map<String, List<String>> less = new LinkedHashMap<>(parameters);
        less.remove(name);
        return new PageAddress(less);
    }

    /** The address of the view {@code path}. */
    String at(String path) {
        return parameters.entrySet().stream()
                .flatMap(each ->
                        each.getValue().stream().map(value -> Json.encode(each.getKey()) + "=" + Json.encode(value)))
                .collect(Collectors.joining("&", path + (parameters.isEmpty() ? "" : "?"), ""));
    }
}
