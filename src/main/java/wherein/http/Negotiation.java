package wherein.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.QuotedQualityCSV;
import wherein.api.Endpoint;
import wherein.api.Form;
import wherein.api.Problem;
import wherein.api.ProblemException;

/** Finds the form in which a request wants its answer (RFC 9110, 12.5.1). */
final class Negotiation {

    private Negotiation() {}

    /**
     * The form that a request asks for: the suffix of its path goes before a parameter, and that before the header
     * {@code Accept}, where the earlier of two forms is taken that are as welcome.
     *
     * @param suffix of the path, without its point; empty where there is none
     * @throws ProblemException with 406 if {@code endpoint} does not answer so
     */
    static Form form(Context context, Endpoint endpoint, String suffix) {
        String word = suffix.isEmpty()
                ? endpoint.formParameter().map(context::queryParam).orElse("")
                : suffix;
        if (word == null || word.isEmpty()) {
            return welcome(context, endpoint.forms());
        }
        return endpoint.forms().stream()
                .filter(form -> form.word().equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    String all = endpoint.forms().stream().map(Form::word).collect(Collectors.joining(", "));
                    return new ProblemException(
                            Problem.NOT_ACCEPTABLE, "The answer comes as " + all + ", not as \"" + word + "\".");
                });
    }

    /** Ends the request with 406 unless its Accept header leaves room for {@code form}. */
    static void accept(Context context, Form form) {
        welcome(context, List.of(form));
    }

    private static Form welcome(Context context, List<Form> forms) {
        String accept = context.header("Accept");
        if (accept == null || accept.isBlank()) {
            return forms.getFirst();
        }
        QuotedQualityCSV ranges = ranges(accept);
        Form best = forms.getFirst();
        for (Form each : forms) {
            if (quality(ranges, each.mediaType()) > quality(ranges, best.mediaType())) {
                best = each;
            }
        }
        if (quality(ranges, best.mediaType()) == 0) {
            String all = forms.stream().map(Form::mediaType).collect(Collectors.joining(", "));
            throw new ProblemException(
                    Problem.NOT_ACCEPTABLE, "The answer comes as " + all + ", and the Accept header asks for none.");
        }
        return best;
    }

    private static QuotedQualityCSV ranges(String accept) {
        try {
            QuotedQualityCSV ranges = new QuotedQualityCSV();
            ranges.addValue(accept);
            return ranges;
        } catch (IllegalArgumentException e) {
            // A quotation mark without its other, say.
            throw new ProblemException(Problem.BAD_REQUEST, "The Accept header is no list of media types.");
        }
    }

    /** How welcome {@code type} is, from 0 to 1: the most exact range that holds it counts. */
    private static double quality(QuotedQualityCSV ranges, String type) {
        List<String> holding = List.of(type, type.substring(0, type.indexOf('/')) + "/*", "*/*");
        int nearest = holding.size();
        double quality = 0;
        for (QuotedQualityCSV.QualityValue range : ranges.getQualityValues()) {
            String bare = range.getValue().split(";")[0].strip().toLowerCase(Locale.ROOT);
            int exactness = holding.indexOf(bare);
            if (exactness >= 0 && exactness < nearest) {
                nearest = exactness;
                quality = range.getWeight();
            }
        }
        return quality;
    }
}
