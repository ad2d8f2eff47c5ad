package wherein.recognise.person;

import java.util.List;

/**
 * A text whose persons are known.
 *
 * @param id the document it is from
 * @param text the text
 * @param spans start and end of each person, in UTF-16, by start
 * @param lexicon the words by which it is read
 */
record Sample(String id, String text, List<int[]> spans, PersonLexicon lexicon) {}
