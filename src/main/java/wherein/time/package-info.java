/**
 * When?
 *
 * <p>In: a date as somebody wrote it, in EDTF ({@link wherein.time.EdtfDate}) or as people do ({@link
 * wherein.time.WrittenDate}). Out: the {@link wherein.time.EdtfDate interval of days} it covers, never
 * rounded to a day that nobody wrote, and how it {@link wherein.time.DateMatch matches} a range. Imports nothing of
 * ours, and everything of ours may import it.
 */
package wherein.time;
