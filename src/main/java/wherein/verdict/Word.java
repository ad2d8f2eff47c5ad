package wherein.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import wherein.search.RowMarks.Mark;

/** What one reviewer says of a mention. */
public enum Word {
    /** Nothing, or nothing any more; a note may stand beside it. */
    NONE(Mark.NONE),
    /** It is as it was found. */
    CONFIRMED(Mark.CONFIRMED),
    /** It is no mention of this. */
    REJECTED(Mark.REJECTED),
    /** It is a mention of something else. */
    REASSIGNED(Mark.REASSIGNED);

    private final Mark mark;

    Word(Mark mark) {
        this.mark = mark;
    }

    /** The word for it in files and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this {@link #word}. */
    public static Optional<Word> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The mark of a row of which this is said by all who say anything. */
    Mark mark() {
        return mark;
    }
}
