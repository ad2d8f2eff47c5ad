package wherein.search;

import wherein.mention.Mention;

/**
 * One row of the ledger: a mention and the passage that it stands in.
 *
 * @param mention its span is in UTF-16 positions of the document's text
 * @param surface the text of the span, as stored
 * @param startCodePoint where it starts in the document, in code points
 * @param endCodePoint where it ends, exclusive
 * @param passage in which it stands, without any marks
 * @param row names it in its generation, and in no other; rows ascend as their passages and their places there do
 */
public record MentionRow(
        Mention mention, String surface, int startCodePoint, int endCodePoint, Hit passage, long row) {}
