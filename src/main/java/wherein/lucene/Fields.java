package wherein.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import wherein.text.LanguageTag;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/** The names and types of what a Lucene document holds. A change here is a change of {@link #FORMAT}. */
final class Fields {

    /** The version of the index format; an index of another one has to be built again. */
    static final int FORMAT = 15;

    /** What a Lucene document stands for: {@link #PASSAGE}, {@link #DOCUMENT}. */
    static final String TYPE = "type";

    static final String PASSAGE = "passage";
    static final String DOCUMENT = "document";
    static final String FILE = "file";

    /** The id of the document to which any Lucene document but that of a file belongs. */
    static final String KEY = "key";

    /** Set by Lucene on the last Lucene document of a block: one of our documents, behind its passages. */
    static final String PARENT = "parent";

    /** Searched: a passage's words. */
    static final String TEXT = "text";

    /** Lends score: words of the heading above. */
    static final String HEADING = "heading";

    /** Lends score, and is searched as a field: words of the document's title. */
    static final String TITLE = "title";

    /** The title as it is, for suggestions. */
    static final String TITLE_VALUE = "title.value";

    /** Searched: the title, in the document's first passage alone, so that a title finds its document once. */
    static final String LEAD = "lead";

    /** Searched as fields: the words of source and author. */
    static final String SOURCE_WORDS = "source.words";

    static final String AUTHOR_WORDS = "author.words";

    /** Keywords, as values and with their case folded. */
    static final String FOLDED = ".folded";

    static final String SOURCE = "source";
    static final String AUTHOR = "author";
    static final String STANCE = "stance";
    static final String LANG = "lang";
    static final String BLOCK = "block";
    static final String DOC = "doc";

    /** Has the term {@link #READ} in each passage of which something was read from a picture. */
    static final String OCR = "ocr";

    static final String READ = "read";

    /** The document's date as a range of days, absent where it is unknown. */
    static final String DATE = "date";

    /** The day by which passages are sorted, absent where it is unknown. */
    static final String DATE_KEY = "date.key";

    /** The date in EDTF, for counting. */
    static final String DATE_TEXT = "date.text";

    /** {@link #KNOWN}, {@link #QUALIFIED} where no range holds the date for certain, or {@link #UNKNOWN}. */
    static final String DATE_STATE = "date.state";

    static final String KNOWN = "known";
    static final String QUALIFIED = "qualified";

    static final String NUMBER = "number";
    static final String START = "start";

    /** {@link PackedText} of a passage with the white space behind it, up to the next one. */
    static final String PASSAGE_TEXT = "passage.text";

    /** {@link WordPlaces} of a passage's text, and of a document's title. */
    static final String PLACES = "places";

    /** {@link SketchBytes}. */
    static final String SKETCH = "sketch";

    /** {@link PassageRecord}, in a passage, and {@link PassageRecord.OfDocument} in a document. */
    static final String PASSAGE_ABOUT = "passage.about";

    /** What is kept of a whole document but its text. */
    static final String ABOUT = "about";

    /** The id of a document, in its passages and in itself, for sorting, counting, and adding up. */
    static final String ID = "id";

    /** The id of a whole document, for finding it. */
    static final String WHOLE = "whole";

    /** The file that a document came from, see {@link #place}. */
    static final String PLACE = "place";

    /** What {@link wherein.index.Kept} says of a document. */
    static final String KEPT = "kept";

    /** The collection of a file, and the file itself, in the Lucene document of a file. */
    static final String ROOT = "root";

    static final String FILE_PLACE = "file.place";

    /** What {@link wherein.index.FileState} says of a file. */
    static final String STATE = "file.state";

    /** Lends score: the stems of a whole document, title and text, without its boilerplate. */
    static final String WHOLE_WORDS = "whole.words";

    /** How many passages a document has. */
    static final String PASSAGES = "passages";

    /** The white space before the first passage of a document. */
    static final String MARGIN = "margin";

    /** The mentions of a passage, see {@link MentionFields}. */
    static final String MENTIONS = "mentions";

    static final String MENTION_WORDS = "mention.words";
    static final String MENTION_TERMS = "mention";
    static final String MENTION_VALUES = "mention.values";
    static final String MENTION_DAYS = "mention.days";

    /** Keys of a commit's user data. */
    static final String KEY_FORMAT = "wherein.format";

    static final String KEY_MANIFEST = "wherein.manifest";

    /** Key of the commit data of a copy that was made with {@code wherein backup}, and has not become an index again. */
    static final String KEY_BACKUP = "wherein.backup";

    /** The value of a keyword that is not known. */
    static final String UNKNOWN = "";

    /** Words with positions. */
    static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /** Words that are counted, and whose places nobody asks for. */
    static final FieldType COUNTED = words(IndexOptions.DOCS_AND_FREQS);

    /** Terms that are counted and score nothing. */
    static final FieldType TALLIED = tallied();

    /** Before the collection's own fields, so that a catalogue may name one as a field here is named. */
    private static final String OWN = "own.";

    private static final Set<String> KEYWORDS = Set.of(SOURCE, AUTHOR, STANCE, LANG, BLOCK, DOC);

    private Fields() {}

    /** The field that holds the keyword {@code name}, one of every collection or one of a collection's own. */
    static String keyword(String name) {
        return KEYWORDS.contains(name) ? name : name.equals(TITLE) ? TITLE_VALUE : OWN + name;
    }

    /** The collection's own keyword that {@code field} holds the folded values of; empty if it is none. */
    static Optional<String> own(String field) {
        return field.startsWith(OWN) && field.endsWith(FOLDED)
                ? Optional.of(field.substring(OWN.length(), field.length() - FOLDED.length()))
                : Optional.empty();
    }

    /** What {@link #LANG} holds of a passage in {@code language}: all families of languages that it belongs to. */
    static List<String> languages(String language) {
        List<String> family = LanguageTag.family(language);
        return family.isEmpty() ? List.of(language) : family;
    }

    /** {@code value} of the keyword {@code name} as the index has it. */
    static String value(String name, String value) {
        return name.equals(LANG) ? LanguageTag.canonical(value) : value;
    }

    private static FieldType words(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    private static FieldType tallied() {
        FieldType type = new FieldType(COUNTED);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /** The first day as a number; the least there is where a date has no beginning. */
    static long from(DayRange days) {
        return days.from().equals(LocalDate.MIN) ? Long.MIN_VALUE : days.from().toEpochDay();
    }

    /** The last day as a number; the greatest there is where a date has no end. */
    static long to(DayRange days) {
        return days.to().equals(LocalDate.MAX) ? Long.MAX_VALUE : days.to().toEpochDay();
    }

    /** The day by which {@code date} is sorted: its first, or its last where it has no beginning. */
    static long sortKey(EdtfDate date) {
        return date.days().from().equals(LocalDate.MIN) ? to(date.days()) : from(date.days());
    }

    /** What tells a file from all others. */
    static String place(String root, String file) {
        return root + '\0' + file;
    }
}
