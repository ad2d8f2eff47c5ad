package wherein.recognise;

import wherein.text.CodePoints;

/**
 * A document of a gold.
 *
 * @param date EDTF, empty where it is not known
 */
record Text(String id, String text, String language, String date, CodePoints points) {

    Text(String id, String text, String language, String date) {
        this(id, text, language, date, new CodePoints(text));
    }

    /** The text between two code points. */
    String cut(int start, int end) {
        return text.substring(points.toUtf16(start), points.toUtf16(end));
    }
}
