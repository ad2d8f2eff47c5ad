package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Parameter;
import wherein.api.Role;
import wherein.api.Samples;

/** Every parameter of every endpoint does what its role says, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest extends OnDigests {

    private static final String API = "/api/v1";

    private static final Set<Role> OF_ORDER = Set.of(Role.SELECTS, Role.ORDERS);

    private final Map<String, HttpResponse<String>> answers = new HashMap<>();

    /** One parameter of one endpoint with one value. */
    private record Case(Endpoint endpoint, Parameter<?> parameter, String value) {

        /** The request without it. */
        Map<String, String> without() {
            return Samples.request(endpoint, parameter);
        }

        Map<String, String> with() {
            Map<String, String> with = without();
            with.put(parameter.name(), value);
            return with;
        }

        boolean isForm() {
            return endpoint.formParameter().filter(parameter.name()::equals).isPresent();
        }

        /** Whether the request without it is one that the endpoint answers. */
        boolean isNeeded() {
            return parameter.needed()
                    || parameter.name().equals("end")
                    || parameter.name().equals("start");
        }

        boolean has(String name) {
            return endpoint.parameters().stream().anyMatch(each -> each.name().equals(name));
        }

        @Override
        public String toString() {
            return endpoint.path() + " " + parameter.name() + "=" + value + " (" + parameter.role() + ")";
        }
    }

    /** What is claimed of a case. */
    @FunctionalInterface
    private interface Claim {
        void hold(Case each) throws Exception;
    }

    private static void forAll(Claim claim) throws Exception {
        int cases = 0;
        for (Endpoint endpoint : Endpoints.all()) {
            for (Parameter<?> parameter : Samples.parameters(endpoint, served.searcher())) {
                if (parameter.role() == Role.PAGES) {
                    continue;
                }
                List<String> values = Samples.values(endpoint, parameter, served.searcher());
                assertThat(values).as(endpoint.path() + " " + parameter.name()).isNotEmpty();
                for (String value : values) {
                    claim.hold(new Case(endpoint, parameter, value));
                    cases++;
                }
            }
        }
        assertThat(cases).isGreaterThan(500);
    }

    @Test
    void everyEndpointTakesEveryParameterThatItDeclares() throws Exception {
        forAll(each -> {
            HttpResponse<String> answer = get(each.endpoint(), each.with());
            assertThat(answer.statusCode()).as(each + answer.body()).isEqualTo(200);
        });
    }

    @Test
    void whatShowsShapesOrLimitsLeavesEveryTotalAsItIs() throws Exception {
        forAll(each -> {
            if (OF_ORDER.contains(each.parameter().role()) || each.isNeeded()) {
                return;
            }
            HttpResponse<String> with = get(each.endpoint(), each.with());
            HttpResponse<String> without = get(each.endpoint(), each.without());
            assertThat(totals(with)).as(each.toString()).isEqualTo(each.isForm() ? totals(with) : totals(without));
            if (each.endpoint().isTable()) {
                assertThat(rows(with)).as(each.toString()).isEqualTo(rows(without));
            }
        });
    }

    @Test
    void whatOrdersRowsLeavesTheirNumberAsItIs() throws Exception {
        forAll(each -> {
            if (each.parameter().role() == Role.ORDERS && !each.isNeeded()) {
                assertThat(totals(get(each.endpoint(), each.with())))
                        .as(each.toString())
                        .isEqualTo(totals(get(each.endpoint(), each.without())));
            }
        });
    }

    @Test
    void aPageHasTheTotalsOfTheFirstOne() throws Exception {
        for (Endpoint endpoint : Endpoints.all()) {
            Optional<String> cursor = cursor(endpoint, Samples.request(endpoint));
            if (cursor.isPresent()) {
                Map<String, String> second = Samples.request(endpoint);
                second.put("cursor", cursor.get());
                assertThat(totals(get(endpoint, second)))
                        .as(endpoint.path())
                        .isEqualTo(totals(get(endpoint, Samples.request(endpoint))));
            }
        }
    }

    @Test
    void aCursorGoesOnWhereOnlyWhatIsShownOrHowManyHasChanged() throws Exception {
        int[] paged = {0};
        forAll(each -> {
            if (each.isNeeded() || each.isForm() || !each.has("cursor")) {
                return;
            }
            Optional<String> cursor = cursor(each.endpoint(), each.without());
            if (cursor.isEmpty()) {
                return;
            }
            paged[0]++;
            Map<String, String> next = each.with();
            next.put("cursor", cursor.get());
            HttpResponse<String> answer = get(each.endpoint(), next);
            boolean other = OF_ORDER.contains(each.parameter().role());
            assertThat(answer.statusCode()).as(each + answer.body()).isEqualTo(other ? 400 : 200);
            if (other) {
                assertThat(answer.body()).contains("belongs to another query, sort or filter");
            }
        });
        assertThat(paged[0]).isGreaterThan(200);
    }

    @Test
    void everyValueOfEveryParameterHasAnETagOfItsOwn() throws Exception {
        forAll(each -> {
            String with = header(get(each.endpoint(), each.with()), "ETag");
            assertThat(with).as(each.toString()).isNotEmpty();
            if (!each.isNeeded()) {
                assertThat(with).as(each.toString()).isNotEqualTo(header(get(each.endpoint(), each.without()), "ETag"));
            }
        });
    }

    @Test
    void theQueryOfRowsIsAllThatTheyAreAskedByAndNothingOfTheirForm() throws Exception {
        forAll(each -> {
            if (!each.endpoint().isTable()) {
                return;
            }
            HttpResponse<String> answer = get(each.endpoint(), each.with());
            String query = header(answer, "X-Wherein-Query");
            assertThat(named(query).contains(each.parameter().name()))
                    .as(each + ": " + query)
                    .isEqualTo(each.parameter().role() != Role.SHAPES);
            assertThat(rows(served.get(query))).as(each.toString()).isEqualTo(rows(answer));
            Map<String, String> withSource = each.with();
            withSource.put("provenance", "on");
            withSource.remove("format");
            String csv = served.get(API + Samples.path(each.endpoint()) + ".csv" + question(withSource))
                    .body();
            if (!each.parameter().name().equals("provenance")) {
                assertThat(csv.replace("\ufeff", "").lines().toList())
                        .as(each.toString())
                        .contains("# query: " + query);
            }
        });
    }

    private static Set<String> named(String address) {
        String query = URI.create(address).getRawQuery();
        return query == null
                ? Set.of()
                : Arrays.stream(query.split("&"))
                        .map(each -> URLDecoder.decode(each.split("=")[0], StandardCharsets.UTF_8))
                        .collect(Collectors.toSet());
    }

    /** Where the first of several pages ends; empty if there is one. */
    private Optional<String> cursor(Endpoint endpoint, Map<String, String> request) throws Exception {
        Map<String, String> first = new LinkedHashMap<>(request);
        first.put("limit", "1");
        boolean pages = endpoint.parameters().stream().anyMatch(each -> each.role() == Role.PAGES);
        return pages
                ? Optional.ofNullable(
                        Served.tree(get(endpoint, first).body()).path("next").asText(null))
                : Optional.empty();
    }

    /** The answer to a request, which is asked for once: the claims are about the same answers. */
    private HttpResponse<String> get(Endpoint endpoint, Map<String, String> request) throws Exception {
        String path = API + Samples.path(endpoint) + question(request);
        if (!answers.containsKey(path)) {
            answers.put(path, served.get(path));
        }
        return answers.get(path);
    }

    private static String question(Map<String, String> request) {
        return request.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The totals of an answer of JSON, without how many of it are there; empty where it has none. */
    private static String totals(HttpResponse<String> answer) throws Exception {
        boolean json = header(answer, "Content-Type").startsWith("application/json")
                && answer.body().startsWith("{");
        if (json && Served.tree(answer.body()).path("total") instanceof ObjectNode total) {
            total.remove("returned");
            return total.toString();
        }
        return "";
    }

    /** How many rows a first page begins, or an answer without pages has in all. */
    private static int rows(HttpResponse<String> answer) throws Exception {
        Optional<String> all = answer.headers().firstValue("X-Total-Count");
        if (all.isPresent()) {
            return Integer.parseInt(all.get());
        }
        JsonNode body = Served.tree(answer.body());
        return body.path("remaining").asInt() + body.at("/total/returned").asInt();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
