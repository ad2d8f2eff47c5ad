package wherein.coverage;

/** What became of a candidate: of something in a text that might be a mention. */
public enum Outcome {
    /** Mentions of the ledger cover it. */
    RECOGNISED("recognised"),
    /** A rule has a positive reason why it is none. */
    SET_ASIDE("set-aside"),
    /** Nobody knows. */
    UNEXPLAINED("unexplained");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for it in the API. */
    public String word() {
        return word;
    }
}
