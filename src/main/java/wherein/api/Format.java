package wherein.api;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which rows are answered. */
public enum Format {
    /** One object, with a page of the rows. */
    JSON("application/json"),
    /** All rows, one object a line. */
    NDJSON("application/x-ndjson"),
    /** All rows as RFC 4180 has them, with a line of names. */
    CSV("text/csv; charset=utf-8"),
    /** Lines for the eye. */
    TXT("text/plain; charset=utf-8");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The suffix of a path that asks for it, without its point, and the value of {@code format=}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The content type of an answer. */
    String type() {
        return type;
    }

    /** The media type without its parameters. */
    String mediaType() {
        return type.split(";")[0];
    }

    /**
     * The form that a request asks for: the suffix of its path goes before {@code format=}, and that before the header
     * {@code Accept}, where the earlier of {@code has} is taken among those that are as welcome.
     *
     * @param suffix of the path, without its point; empty where there is none
     * @throws ProblemException with 406 if it is none of {@code has}
     */
    static Format of(Context context, String suffix, List<Format> has) {
        String word = suffix.isEmpty()
                ? Optional.ofNullable(context.queryParam("format")).orElse("")
                : suffix;
        if (!word.isEmpty()) {
            return has.stream()
                    .filter(format -> format.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> refused(has, "\"" + word + "\""));
        }
        return welcome(context, has, Format::mediaType);
    }

    /**
     * The form among {@code has} that the header {@code Accept} welcomes most, the earlier one of two that it welcomes as
     * much.
     *
     * @param type the media type of a form, without its parameters
     * @throws ProblemException with 406 if it welcomes none of them
     */
    static <T> T welcome(Context context, List<T> has, Function<T, String> type) {
        T best = has.getFirst();
        for (T each : has) {
            if (quality(context, type.apply(each)) > quality(context, type.apply(best))) {
                best = each;
            }
        }
        if (quality(context, type.apply(best)) == 0) {
            String all = has.stream().map(type).collect(Collectors.joining(", "));
            throw new ProblemException(
                    Problem.NOT_ACCEPTABLE, "The answer comes as " + all + ", and the Accept header asks for none.");
        }
        return best;
    }

    /** Ends the request with 406 unless its Accept header leaves room for {@code type}. */
    static void accept(Context context, String type) {
        if (quality(context, type) == 0) {
            throw new ProblemException(Problem.NOT_ACCEPTABLE, "The answer here is " + type + ".");
        }
    }

    private static ProblemException refused(List<Format> has, String word) {
        String all = has.stream().map(Format::word).collect(Collectors.joining(", "));
        return new ProblemException(Problem.NOT_ACCEPTABLE, "The answer comes as " + all + ", not as " + word + ".");
    }

    /**
     * How welcome {@code type} is by the header {@code Accept}, from 0 to 1: the most exact range that holds it counts
     * (RFC 9110, 12.5.1). Without the header all types are.
     */
    static double quality(Context context, String type) {
        String accept = context.header("Accept");
        if (accept == null || accept.isBlank()) {
            return 1;
        }
        List<String> holding = List.of(type, type.substring(0, type.indexOf('/')) + "/*", "*/*");
        int nearest = holding.size();
        double quality = 0;
        for (String each : accept.toLowerCase(Locale.ROOT).split(",")) {
            int exactness = holding.indexOf(each.split(";")[0].strip());
            if (exactness >= 0 && exactness < nearest) {
                nearest = exactness;
                quality = weight(each);
            }
        }
        return quality;
    }

    /** The weight of a range; one that cannot be read counts as none given. */
    private static double weight(String range) {
        return Arrays.stream(range.split(";"))
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)"))
                .mapToDouble(parameter -> Double.parseDouble(parameter.substring(2)))
                .findFirst()
                .orElse(1);
    }
}
