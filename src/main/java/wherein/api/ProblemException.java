package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wherein.json.Json;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient List<Fault> faults;

    /**
     * What is wrong with one parameter.
     *
     * @param reason what was expected
     * @param didYouMean what was most likely meant; empty if nobody knows
     * @param position where in the value, in code points from 0; negative where that makes no sense
     */
    public record Fault(String parameter, String reason, String didYouMean, int position) {}

    /** A bad value of one parameter, where nothing else is to be said. */
    static ProblemException of(String parameter, String reason) {
        return new ProblemException(
                Problem.BAD_VALUE, parameter + ": " + reason + ".", List.of(new Fault(parameter, reason, "", -1)));
    }

    /** Ends a request with {@code problem}, of which {@code detail} says more. */
    public ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    ProblemException(Problem problem, String detail, List<Fault> faults) {
        super(detail);
        this.problem = problem;
        this.faults = List.copyOf(faults);
    }

    /** Which problem it is. */
    public Problem problem() {
        return problem;
    }

    /** The body of the answer to a request for {@code instance}. */
    public ObjectNode body(String instance) {
        ObjectNode body = Json.object()
                .put("type", "/problems/" + problem.code())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", getMessage())
                .put("instance", instance);
        ArrayNode errors = body.putArray("errors");
        for (Fault fault : faults) {
            ObjectNode error =
                    errors.addObject().put("parameter", fault.parameter()).put("reason", fault.reason());
            error.put("did_you_mean", fault.didYouMean().isEmpty() ? null : fault.didYouMean());
            if (fault.position() >= 0) {
                error.put("position", fault.position());
            }
        }
        return body;
    }
}
