package wherein.coverage;

/**
 * The outcome of one candidate, or of one word of it, and the rule that decided it.
 *
 * @param rule that says so; empty where none does
 */
public record Verdict(Outcome outcome, String rule) {

    /** Nobody knows. */
    static final Verdict UNKNOWN = new Verdict(Outcome.UNEXPLAINED, "");
}
